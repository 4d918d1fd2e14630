import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openDatabase } from '../../server/database/open-database.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'
import { making, newMark, type SentMark, sentMark } from '../support/seeded.ts'
import type { Cleanup } from '../support/whole-file.ts'

const CLIENTS = 16
const KILLS = 50
const STOPS = 5
/** So many marks are acknowledged at most before the server is ended, give or take one for each client. */
const MOST_BETWEEN = 30

interface Ledger {
  readonly sent: SentMark[]
  readonly acknowledged: SentMark[]
}

async function instance(t: Cleanup): Promise<{ data: string; token: string }> {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ada', '--data', data], 'lang genug für hier')
  return { data, token: (await lesart(['account', 'token', 'Ada', '--data', data])).stdout.trim() }
}

/** Marks as fast as the answers come, until the server is gone. */
async function keepMarking(origin: string, token: string, { sent, acknowledged }: Ledger): Promise<void> {
  const make = making(origin)
  for (;;) {
    const mark = newMark()
    sent.push(mark)
    const answer = await make(token, mark).catch(() => undefined)
    if (!answer) return
    assert.equal(answer.status, 201)
    // The status is the promise; a body that breaks off takes nothing of it back.
    acknowledged.push(mark)
    await answer.arrayBuffer().catch(() => undefined)
  }
}

/** Starts a server, lets the clients at it, ends it in the middle, and waits for the clients to notice. */
async function interruptedRun(
  t: Cleanup,
  { data, token }: { data: string; token: string },
  ledger: Ledger,
  signal: NodeJS.Signals,
): Promise<number | null> {
  const server = await startServer(t, data)
  const before = ledger.acknowledged.length
  const clients = Array.from({ length: CLIENTS }, () => keepMarking(server.origin, token, ledger))
  const enough = before + 1 + Math.random() * MOST_BETWEEN
  while (ledger.acknowledged.length < enough) await pause(1)
  await server.stop(signal)
  await Promise.all(clients)
  return server.process.exitCode
}

/** Every acknowledged mark stands exactly once, every other one at most once, and nothing else does. */
async function assertKept(data: string, { sent, acknowledged }: Ledger): Promise<void> {
  const { db, close } = await openDatabase({ engine: 'sqlite', file: path.join(data, 'lesart.db') })
  const rows = await db
    .selectFrom('annotation_revision')
    .select(['action_id', 'annotation_id', 'revision'])
    .where('action_id', 'is not', null)
    .execute()
  const check = await sql`PRAGMA integrity_check`.execute(db)
  await close()
  assert.deepEqual(check.rows, [{ integrity_check: 'ok' }])
  const stored = rows.map(({ action_id, annotation_id }) => `${action_id} ${annotation_id}`)
  const nameOf = ({ action, annotation }: SentMark) => `${action} ${annotation}`
  const kept = new Set(stored)
  assert.equal(kept.size, stored.length, 'none is doubled')
  assert.ok(rows.every(({ revision }) => revision === 1))
  assert.deepEqual(
    acknowledged.map(nameOf).filter((mark) => !kept.has(mark)),
    [],
    'none that was acknowledged is lost',
  )
  const everything = new Set(sent.map(nameOf))
  assert.ok(
    stored.every((mark) => everything.has(mark)),
    'none is there that nobody sent',
  )
}

test(`${KILLS} times kill -9 under ${CLIENTS} clients: no acknowledged mark is lost, none doubled`, async (t) => {
  const place = await instance(t)
  const ledger: Ledger = { sent: [], acknowledged: [] }
  for (let kill = 0; kill < KILLS; kill++) await interruptedRun(t, place, ledger, 'SIGKILL')

  const server = await startServer(t, place.data)
  const again = await Promise.all(
    ledger.acknowledged.slice(-CLIENTS).map((mark) => making(server.origin)(place.token, mark)),
  )
  assert.ok(
    again.every(({ status }) => status === 200),
    'the same action again is the same action',
  )
  await server.stop()
  await assertKept(place.data, ledger)
  t.diagnostic(`${ledger.acknowledged.length} marks acknowledged, ${ledger.sent.length} sent`)
})

test(`${STOPS} times SIGTERM under ${CLIENTS} clients: no acknowledged mark is lost, and the exit is 0`, async (t) => {
  const place = await instance(t)
  const ledger: Ledger = { sent: [], acknowledged: [] }
  for (let stop = 0; stop < STOPS; stop++) assert.equal(await interruptedRun(t, place, ledger, 'SIGTERM'), 0)
  await assertKept(place.data, ledger)
})

test('a mark that is half sent at SIGTERM is stored and answered, and nobody new is let in', async (t) => {
  const { data, token } = await instance(t)
  const server = await startServer(t, data)
  const { pathname, headers, body } = sentMark(newMark(), token)
  const { hostname, port } = new URL(server.origin)
  const socket = connect(Number(port), hostname).setEncoding('utf8')
  t.after(() => socket.destroy())
  const head = Object.entries({ host: `${hostname}:${port}`, ...headers, 'content-length': Buffer.byteLength(body) })
  socket.write(`PUT ${pathname} HTTP/1.1\r\n${head.map((pair) => pair.join(': ')).join('\r\n')}\r\n\r\n`)
  socket.write(body.slice(0, 100))
  // It has arrived once the server has answered somebody who came later.
  await fetch(`${server.origin}/healthz`)

  const stopped = server.stop('SIGTERM')
  while (
    await fetch(`${server.origin}/healthz`).then(
      () => true,
      () => false,
    )
  )
    await pause(10)
  socket.write(body.slice(100))
  const [answer] = await once(socket, 'data')
  assert.match(answer, /^HTTP\/1\.1 201 /)
  await stopped
  assert.equal(server.process.exitCode, 0)
})
