import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../../server/database/open-database.ts'
import { sha256 } from '../../server/digest.ts'
import { contentDigest } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { lesart, startServer } from '../support/program.ts'
import { making, newMark } from '../support/seeded.ts'
import type { Cleanup } from '../support/whole-file.ts'

async function instance(t: Cleanup) {
  const data = freshFolder(t)
  const folder = freshFolder(t)
  const { code } = await lesart(['import', '--data', data, '-'], closed(madeUp()))
  assert.equal(code, 0)
  const target = path.join(folder, 'copy.db')
  const backup = (...args: string[]) => lesart(['backup', '--data', data, ...args])
  return { data, file: path.join(data, 'lesart.db'), folder, target, backup }
}

async function digestOf(file: string): Promise<string> {
  const database = await openDatabase({ engine: 'sqlite', file, readOnly: true })
  try {
    return await contentDigest(database)
  } finally {
    await database.close()
  }
}

/** Changes a row as a disk or another program might: without asking the guards. */
function tamper(file: string, statement: string): void {
  const connection = new Sqlite(file)
  for (const name of connection.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all())
    connection.exec(`DROP TRIGGER "${name}"`)
  connection.pragma('foreign_keys = OFF')
  connection.exec(statement)
  connection.close()
}

test('the copy holds everything, retracted marks too, is for its owner alone, and says what it is', async (t) => {
  const { file, folder, target, backup } = await instance(t)
  const { code, stdout, stderr } = await backup(target, '--json')
  assert.deepEqual([code, stderr], [0, ''])
  const { articles, revisions, ...about } = JSON.parse(stdout)
  const copy = readFileSync(target)
  assert.deepEqual(about, { file: target, bytes: copy.length, sha256: sha256(copy) })
  assert.ok(articles > 0 && revisions > 0)
  assert.equal(await digestOf(target), await digestOf(file))
  assert.equal(statSync(target).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(folder), ['copy.db'])
})

test('while a server takes marks in, the copy is one moment that holds all that was answered before', async (t) => {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ada', '--data', data], 'lang genug für hier')
  const token = (await lesart(['account', 'token', 'Ada', '--data', data])).stdout.trim()
  const server = await startServer(t, data)
  const make = making(server.origin)
  const before = Array.from({ length: 5 }, newMark)
  for (const mark of before) assert.equal((await make(token, mark)).status, 201)
  let isMarking = true
  const marking = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (isMarking) assert.equal((await make(token)).status, 201)
    }),
  )
  const target = path.join(freshFolder(t), 'copy.db')
  const { code, stderr } = await lesart(['backup', '--data', data, target])
  isMarking = false
  await marking
  assert.deepEqual([code, stderr], [0, ''])
  const { db, close } = await openDatabase({ engine: 'sqlite', file: target, readOnly: true })
  t.after(close)
  const rows = await db.selectFrom('annotation_revision').select('action_id').execute()
  const kept = new Set(rows.map(({ action_id }) => action_id))
  assert.ok(before.every(({ action }) => kept.has(action)))
})

test('the copy is a database that a server starts on', async (t) => {
  const { target, backup } = await instance(t)
  await backup(target)
  const data = freshFolder(t)
  writeFileSync(path.join(data, 'lesart.db'), readFileSync(target))
  const server = await startServer(t, data)
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
})

test('the copy of a running server holds a workshop, and nothing of who takes part in it; nor does the folder once they have gone', async (t) => {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ines', '--data', data], 'lang genug für hier')
  const token = (await lesart(['account', 'token', 'Ines', '--data', data])).stdout.trim()
  const { origin, process: program, stop } = await startServer(t, data)
  let said = ''
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (chunk) => (said += chunk))
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const headers = { Authorization: `Bearer ${token}`, ...form }
  const post = (path: string, body: string, headers: Record<string, string>) =>
    fetch(origin + path, { method: 'POST', headers, body, redirect: 'manual' })
  const made = await post('/workshops/demonstration', '', headers)
  assert.equal(made.status, 303)
  const workshop = made.headers.get('location')!
  const [, code] = /data-join-code>([^<]+)/.exec(await (await fetch(origin + workshop, { headers })).text())!
  const guest = { ...form, Origin: origin, 'User-Agent': 'Kanarienbrowser/4711', 'X-Forwarded-For': '203.0.113.77' }
  const joined = await post('/join', `code=${code}`, guest)
  const session = /lesart=([^;]+)/.exec(joined.headers.get('set-cookie')!)![1]!
  const never = [session, guest['User-Agent'], guest['X-Forwarded-For'], '127.0.0.1']
  const target = path.join(freshFolder(t), 'copy.db')
  assert.equal((await lesart(['backup', '--data', data, target])).stderr, '')
  const names = async (file: string) => {
    const { db, close } = await openDatabase({ engine: 'sqlite', file, readOnly: true })
    const rows = await db.selectFrom('annotator').select('pseudonym').where('kind', '=', 'participant').execute()
    const workshops = await db.selectFrom('workshop').selectAll().execute()
    await close()
    return { pseudonyms: rows.map(({ pseudonym }) => pseudonym), workshops: workshops.length }
  }
  const { pseudonyms } = await names(path.join(data, 'lesart.db'))
  assert.equal(pseudonyms.length, 25)
  assert.deepEqual(await names(target), { pseudonyms: [], workshops: 1 })
  const bytes = readFileSync(target)
  const traces = [...pseudonyms, ...never]
  const heldBy = (bytes: Buffer | string) => traces.filter((trace) => bytes.includes(trace))
  assert.deepEqual(heldBy(bytes), [])
  assert.equal((await post(`${workshop}/emptying`, 'sure=on&what=remove', headers)).status, 303)
  for (const isRunning of [true, false]) {
    if (!isRunning) await stop()
    for (const name of readdirSync(data)) assert.deepEqual(heldBy(readFileSync(path.join(data, name))), [], name)
  }
  assert.deepEqual(heldBy(said.replaceAll(origin, '')), [])
})

test('a file that is there is replaced only with --force, and the database itself never', async (t) => {
  const { data, file, folder, target, backup } = await instance(t)
  writeFileSync(target, 'precious')
  const refused = await backup(target)
  assert.deepEqual([refused.code, readFileSync(target, 'utf8')], [1, 'precious'])
  assert.match(refused.stderr, /copy\.db: is there already; --force replaces it\n$/)
  assert.equal((await backup('--force', target)).code, 0)
  assert.equal(await digestOf(target), await digestOf(file))
  symlinkSync(data, path.join(folder, 'same'))
  const digest = await digestOf(file)
  for (const itself of [file, path.join(data, 'lesart.lock'), path.join(folder, 'same/lesart.db')]) {
    const { code, stderr } = await backup('--force', itself)
    assert.equal(code, 1)
    assert.match(stderr, /: is the database itself; name another file\n$/)
  }
  assert.equal(await digestOf(file), digest)
})

const FAULTS: Readonly<Record<string, readonly [statement: string, said: RegExp]>> = {
  'a changed body': ["UPDATE article SET body = body || 'x'", /not as it was frozen/],
  'a changed note': ["UPDATE annotation_revision SET note = 'other'", /not as it was written/],
  'a moved mark': ['UPDATE annotation_revision SET span_start = span_start + 1', /not as it was written/],
  'changed answers': ["UPDATE document_answers SET answers = '{}'", /not as they were written/],
  'a set without its article': [
    "UPDATE annotation_set SET article_id = 'nowhere'",
    /names a row of article that is not there/,
  ],
}

for (const [name, [statement, said]] of Object.entries(FAULTS))
  test(`${name}: the copy is not kept, what was there stays, and the fault is said`, async (t) => {
    const { file, folder, target, backup } = await instance(t)
    writeFileSync(target, 'an older copy')
    tamper(file, statement)
    const { code, stdout, stderr } = await backup('--force', target)
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^.*lesart\.db: \d+ faults were found, and no copy was kept; the first one: .*\n$/)
    assert.match(stderr, said)
    assert.equal(readFileSync(target, 'utf8'), 'an older copy')
    assert.deepEqual(readdirSync(folder), ['copy.db'])
  })

test('without a database, or into a folder that is not there, one line says so and nothing is made', async (t) => {
  const { folder, backup } = await instance(t)
  const nowhere = await backup(path.join(folder, 'not/there.db'))
  assert.deepEqual([nowhere.code, nowhere.stdout], [1, ''])
  assert.match(nowhere.stderr, /^.*not\/there\.db: cannot be written: .*\n$/)
  const empty = freshFolder(t)
  const none = await lesart(['backup', '--data', empty, path.join(folder, 'copy.db')])
  assert.equal(none.code, 1)
  assert.match(none.stderr, /there is no database yet/)
  assert.ok(!existsSync(path.join(folder, 'copy.db')))
  assert.deepEqual(readdirSync(empty), [])
  for (const args of [[], ['-'], ['a', 'b']]) assert.equal((await backup(...args)).code, 2)
})
