import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '../../server/database/db.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { violationOf } from '../../server/database/violations.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { freshPostgres, onServer } from '../support/database.ts'
import { project } from '../support/program.ts'
import type { Cleanup } from '../support/whole-file.ts'

const OCCUPIED = /^Error: postgres:\/\/127\.0\.0\.1:\d+\/\w+: another Lesart is running on this database; /
const empty = (t: Cleanup) => freshPostgres(t, 'template0')
const open = (url: string) => openDatabase({ engine: 'postgres', url })
const add = ({ transact }: Database, id: string) => transact((db) => addStudy(db, { id, slug: id, title: id }, '2026'))
const ids = async ({ db }: Database) =>
  (await db.selectFrom('study').select('id').orderBy('id').execute()).map(({ id }) => id)

/** Ends the session that writes, as a server that restarts or a network that breaks does. */
async function cutOff(database: Database): Promise<void> {
  const pid = await database.transact(async (db) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db)
    return rows[0]!.pid
  })
  await onServer(`SELECT pg_terminate_backend(${pid})`)
}

test('a second one that would write is kept out until the first one closes', async (t) => {
  const url = await empty(t)
  const first = await open(url)
  await assert.rejects(open(url), OCCUPIED)
  await add(first, 'a')
  await first.close()
  const second = await open(url)
  t.after(second.close)
  assert.deepEqual(await ids(second), ['a'])
})

test('of several that open an empty database at the same time, one gets it, whole', async (t) => {
  const url = await empty(t)
  const outcomes = await Promise.allSettled([open(url), open(url), open(url)])
  const opened = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value : []))
  t.after(() => Promise.all(opened.map(({ close }) => close())))
  assert.equal(opened.length, 1)
  await add(opened[0]!, 'a')
})

test('the lock dies with its process', async (t) => {
  const url = await empty(t)
  const program = `const { openDatabase } = await import(${JSON.stringify(path.join(project, 'server/database/open-database.ts'))})
    await openDatabase({ engine: 'postgres', url: ${JSON.stringify(url)} })
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await once(child.stdout, 'data')
  await assert.rejects(open(url), OCCUPIED)
  child.kill('SIGKILL')
  await exited
  const database = await open(url)
  t.after(database.close)
})

test('whoever is cut off goes on with a new session', async (t) => {
  const database = await open(await empty(t))
  t.after(database.close)
  await add(database, 'a')
  await cutOff(database)
  await add(database, 'b')
  assert.deepEqual(await ids(database), ['a', 'b'])
})

test('whoever is cut off in the middle of a group is told so; nothing of the group is kept, and the next one is', async (t) => {
  const database = await open(await empty(t))
  t.after(database.close)
  const outcomes = await Promise.allSettled([add(database, 'a'), cutOffWithin(database), add(database, 'c')])
  for (const outcome of outcomes) {
    assert.equal(outcome.status, 'rejected')
    assert.equal(violationOf(outcome.reason), 'busy')
  }
  await add(database, 'd')
  assert.deepEqual(await ids(database), ['d'])
})

function cutOffWithin({ transact }: Database): Promise<void> {
  return transact(async (db) => {
    await sql`SELECT pg_terminate_backend(pg_backend_pid())`.execute(db)
  })
}

test('whoever was cut off can write nothing once somebody else has the database, and still reads', async (t) => {
  const url = await empty(t)
  const first = await open(url)
  t.after(first.close)
  await add(first, 'a')
  await cutOff(first)
  const second = await open(url)
  await add(second, 'b')
  await assert.rejects(add(first, 'c'), (error) => violationOf(error) === 'busy')
  assert.deepEqual(await ids(first), ['a', 'b'])
  await second.close()
  await add(first, 'd')
  assert.deepEqual(await ids(first), ['a', 'b', 'd'])
})
