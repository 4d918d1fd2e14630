/** The program in this process: real HTTP over a real database in a folder of its own. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import supertest, { type Response } from 'supertest'
import { seed } from '../../db/seed.ts'
import { createAccount, startSession } from '../../server/accounts/account-actions.ts'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import type { StudyRole } from '../../server/accounts/permissions.ts'
import { startMeasuring } from '../../server/agreement/measuring.ts'
import { createApp } from '../../server/app.ts'
import { startIntake } from '../../server/articles/intake/intake.ts'
import type { Database } from '../../server/database/db.ts'
import { keepFrozen } from '../../server/frozen.ts'
import type { Parts } from '../../server/parts.ts'
import { join } from '../../server/studies/study-actions.ts'
import { keepLimits } from '../../server/web/limits.ts'
import { startLive } from '../../server/web/live.ts'
import { newId, type SentAction } from './builders.ts'
import { type TestClock, testClock } from './clock.ts'
import { freshDatabase } from './database.ts'
import type { Cleanup } from './whole-file.ts'

export type Agent = ReturnType<typeof supertest.agent>
export const PASSWORD = 'correct horse'

export interface TestApp {
  readonly app: Express
  readonly parts: Parts
  readonly clock: TestClock
  /** What the program reported as its own faults. A test that causes one takes it out; what is left fails the test. */
  readonly faults: unknown[]
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** A browser that nobody has signed in with. */
  stranger(): Agent
  /** A program that sends nothing but what a test says. */
  bare(): Agent
  /** Makes an account of this name and signs in with it. The first one is the owner. */
  signedIn(name: string): Promise<Agent>
  /** Signs in with an account that is there, and gives back what a browser then sends as Cookie. */
  cookieOf(name: string): Promise<string>
  /** Begins a session of an account that is there without asking for its password, and gives back its Cookie. */
  sessionOf(name: string): Promise<string>
  /** Gives an account a role in a study. */
  takeIn(name: string, study: string, role: StudyRole): Promise<void>
}

interface Wish {
  /** LESART_URL. */
  readonly url?: string
  readonly seeded?: boolean
  /** One that holds something already, in place of a fresh one. */
  readonly database?: Database
}

/** Starts the program. A fault of the program in any request fails the test. */
export async function startApp(t: Cleanup, { url, seeded = true, database }: Wish = {}): Promise<TestApp> {
  const faults: unknown[] = []
  const clock = testClock()
  const parts: Parts = {
    config: {
      data: '',
      databaseUrl: undefined,
      host: '127.0.0.1',
      port: 0,
      url: url === undefined ? undefined : new URL(url),
    },
    database: database ?? (await freshDatabase(t)),
    clock,
    frozen: keepFrozen(),
    limits: keepLimits(),
    intake: startIntake(),
    live: startLive((error) => faults.push(error)),
    measuring: startMeasuring(),
    welcome: { token: undefined },
    report: (error) => faults.push(error),
  }
  if (seeded) await seed(parts)
  const app = createApp(parts)
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    parts.live.close()
    server.closeAllConnections()
    server.close()
    assert.deepEqual(faults, [])
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stranger = () => supertest.agent(origin).set('Origin', origin)
  return {
    app,
    parts,
    clock,
    faults,
    origin,
    stranger,
    bare: () => supertest.agent(origin),
    async signedIn(name) {
      await createAccount(parts, { name, password: PASSWORD })
      const agent = stranger()
      await agent.post('/sign-in').type('form').send({ name, password: PASSWORD }).expect(303)
      return agent
    },
    async cookieOf(name) {
      const answer = await stranger().post('/sign-in').type('form').send({ name, password: PASSWORD }).expect(303)
      return cookieIn(answer).split(';')[0]!
    },
    async sessionOf(name) {
      const account = await findAccountByName(parts.database.db, name)
      return `lesart=${await startSession(parts, account!)}`
    },
    async takeIn(name, study, role) {
      await parts.database.transact(async (db) => {
        const account = await findAccountByName(db, name)
        await join(parts, db, account!, study, [role])
      })
    },
  }
}

/** The one cookie that an answer sets, with its attributes. */
export function cookieIn(answer: Response): string {
  const cookies: readonly string[] = ([] as string[]).concat(answer.headers['set-cookie'] ?? [])
  assert.equal(cookies.length, 1)
  return cookies[0]!
}

/** Sends an action under an id, which is a new one where none is given. */
export function send(agent: Agent, action: object, id = newId()) {
  return agent.put(`/api/v1/actions/${id}`).send(action)
}

/** Sends an action that must be stored, and gives back the annotation after it. */
export async function stored(agent: Agent, action: SentAction): Promise<Record<string, unknown>> {
  const { body } = await send(agent, action).expect(201)
  return body.annotation
}
