import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../server/database/open-database.ts'
import { onServer as endSessions, freshPostgres } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, comparable, firstArticle, madeUp } from '../support/lesart-file.ts'
import { type Finished, lesart, startServer } from '../support/program.ts'
import { making, newMark, type SentMark } from '../support/seeded.ts'
import type { Cleanup } from '../support/whole-file.ts'

const PASSWORD = 'lang genug für hier'

/** The command line on an empty database of its own. */
async function onServer(t: Cleanup) {
  const DATABASE_URL = await freshPostgres(t, 'template0')
  const run = (args: readonly string[], input = '') => lesart(args, input, { DATABASE_URL })
  return { env: { DATABASE_URL }, run }
}

function succeeded({ code, stdout, stderr }: Finished): string {
  assert.equal(code, 0, stderr)
  return stdout
}

for (const [name, file] of [
  ['the first article', firstArticle],
  ['a made-up study with something of everything', closed(madeUp())],
] as const)
  test(`${name} moves from SQLite to PostgreSQL and back without loss`, async (t) => {
    const { run } = await onServer(t)
    const [before, after] = [freshFolder(t), freshFolder(t)]
    succeeded(await lesart(['import', '--data', before, '-'], file))
    const out = succeeded(await lesart(['export', '--data', before, '--out', '-']))
    assert.equal(comparable(out), comparable(file))
    succeeded(await run(['import', '-'], out))
    const between = succeeded(await run(['export', '--out', '-']))
    assert.equal(comparable(between), comparable(file))
    succeeded(await lesart(['import', '--data', after, '-'], between))
    assert.equal(comparable(succeeded(await lesart(['export', '--data', after, '--out', '-']))), comparable(file))
    assert.match(succeeded(await run(['import', '-'], out)), /^articles: 0 new, \d+ equal, 0 refused$/m)
  })

test('beside a running server what reads works; what writes, a second server and backup say what to do', async (t) => {
  const { env, run } = await onServer(t)
  const data = path.join(freshFolder(t), 'unused')
  const server = await startServer(t, data, env)
  assert.match(server.printed.pathname + server.printed.search, /^\/welcome\?token=/)
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
  const listed = JSON.parse(succeeded(await run(['study', 'list', '--json'])))
  assert.deepEqual([listed[0].articles, listed[0].annotations], [1, 31])
  assert.equal(succeeded(await run(['export', '--out', '-'])).split('\n')[1], firstArticle.split('\n')[1])
  for (const args of [
    ['account', 'list'],
    ['import', '-'],
    ['serve', '--port', '0'],
  ]) {
    const { code, stderr } = await run(args)
    assert.equal(code, 1)
    assert.match(
      stderr,
      /^postgres:\/\/127\.0\.0\.1:\d+\/\w+: another Lesart is running on this database; stop it .*\n$/,
    )
  }
  const backup = await run(['backup', path.join(freshFolder(t), 'copy.db')])
  assert.equal(backup.code, 1)
  assert.match(backup.stderr, /^backup: .*pg_dump .*\n$/)
  await server.stop()
  assert.equal(succeeded(await run(['account', 'add', 'Ada'], PASSWORD)), 'Ada (owner)\n')
})

test('an address that is none of PostgreSQL is refused as wrong usage, and an empty one is none', async (t) => {
  const wrong = await lesart(['study', 'list'], '', { DATABASE_URL: 'mysql://rui:geheim@127.0.0.1/x' })
  assert.deepEqual([wrong.code, wrong.stdout], [2, ''])
  assert.match(wrong.stderr, /^DATABASE_URL: an address such as postgres:.* is needed\n$/)
  assert.doesNotMatch(wrong.stderr, /geheim/)
  const data = freshFolder(t)
  succeeded(await lesart(['account', 'add', 'Ada', '--data', data], PASSWORD, { DATABASE_URL: '' }))
})

const KILLS = 5
const CLIENTS = 8

test(`${KILLS} times kill -9 under ${CLIENTS} clients: no acknowledged mark is lost, none doubled`, async (t) => {
  const { env, run } = await onServer(t)
  succeeded(await run(['account', 'add', 'Ada'], PASSWORD))
  const token = succeeded(await run(['account', 'token', 'Ada'])).trim()
  const acknowledged: SentMark[] = []
  const keepMarking = async (origin: string) => {
    for (;;) {
      const mark = newMark()
      const answer = await making(origin)(token, mark).catch(() => undefined)
      if (!answer) return
      assert.equal(answer.status, 201)
      acknowledged.push(mark)
      await answer.arrayBuffer().catch(() => undefined)
    }
  }
  for (let kill = 1; kill <= KILLS; kill++) {
    const server = await startServer(t, freshFolder(t), env)
    const clients = Array.from({ length: CLIENTS }, () => keepMarking(server.origin))
    while (acknowledged.length < kill * 20) await pause(1)
    await server.stop('SIGKILL')
    await Promise.all(clients)
  }
  const server = await startServer(t, freshFolder(t), env)
  const again = await Promise.all(acknowledged.slice(-CLIENTS).map((mark) => making(server.origin)(token, mark)))
  for (const { status } of again) assert.equal(status, 200, 'the same action again is the same action')
  await server.stop()
  const { db, close } = await openDatabase({ engine: 'postgres', url: env.DATABASE_URL, readOnly: true })
  t.after(close)
  const rows = await db
    .selectFrom('annotation_revision')
    .select('action_id')
    .where('action_id', 'is not', null)
    .execute()
  const stored = new Set(rows.map(({ action_id }) => action_id))
  assert.equal(stored.size, rows.length)
  assert.deepEqual(
    acknowledged.filter(({ action }) => !stored.has(action)),
    [],
  )
})

const CUTS = 5

test(`${CUTS} times cut off from its database under ${CLIENTS} clients: it says so, goes on, and keeps each mark once`, async (t) => {
  const { env, run } = await onServer(t)
  succeeded(await run(['account', 'add', 'Ada'], PASSWORD))
  const token = succeeded(await run(['account', 'token', 'Ada'])).trim()
  const server = await startServer(t, freshFolder(t), env)
  const name = new URL(env.DATABASE_URL).pathname.slice(1)
  const refusals: number[] = []
  let stored = 0
  let isOver = false
  /** As the desk does: the same action again, until it is answered. */
  const keepMarking = async () => {
    while (!isOver) {
      const mark = newMark()
      for (;;) {
        const { status } = await making(server.origin)(token, mark)
        if (status < 300) break
        refusals.push(status)
      }
      stored++
    }
  }
  const clients = Array.from({ length: CLIENTS }, keepMarking)
  for (let cut = 1; cut <= CUTS; cut++) {
    while (stored < cut * 20) await pause(1)
    await endSessions(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
  }
  const before = stored
  while (stored < before + 20) await pause(1)
  isOver = true
  await Promise.all(clients)
  assert.ok(refusals.length > 0)
  assert.deepEqual(
    refusals.filter((status) => status !== 503),
    [],
  )
  await server.stop()
  const { db, close } = await openDatabase({ engine: 'postgres', url: env.DATABASE_URL, readOnly: true })
  t.after(close)
  const rows = await db
    .selectFrom('annotation_revision')
    .select('action_id')
    .where('action_id', 'is not', null)
    .execute()
  assert.equal(rows.length, stored)
})
