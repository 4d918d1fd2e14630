import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { openDatabase } from '../../server/database/open-database.ts'
import { freshFolder } from '../support/folders.ts'
import { firstArticle, takenApart } from '../support/lesart-file.ts'
import { lesart, project, startServer } from '../support/program.ts'
import { run } from '../support/run.ts'
import { desk, making, newMark, type SentMark } from '../support/seeded.ts'

/** Linux can limit how large the files of a process may become, and lift the limit again. */
const skip = spawnSync('prlimit', ['--version']).status === 0 ? false : 'there is no prlimit here'

function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  assert.equal(spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]).status, 0)
}

test('where the disk takes no more, marks are refused with 507, reading goes on, and room is enough to go on marking', {
  skip,
}, async (t) => {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ada', '--data', data], 'lang genug für hier')
  const token = (await lesart(['account', 'token', 'Ada', '--data', data])).stdout.trim()
  const server = await startServer(t, data)
  limitFiles(server.process.pid!, 500_000)
  const make = making(server.origin)

  const stored: SentMark[] = []
  let refused: SentMark | undefined
  while (!refused) {
    const marks = Array.from({ length: 8 }, newMark)
    const answers = await Promise.all(marks.map((mark) => make(token, mark)))
    for (const [index, answer] of answers.entries()) {
      const { error } = (await answer.json()) as { error?: { code: string; message: string } }
      if (answer.status === 201) stored.push(marks[index]!)
      else {
        assert.deepEqual([answer.status, error?.code], [507, 'storage-full'])
        refused = marks[index]!
      }
    }
  }
  assert.ok(stored.length > 0)
  for (const page of ['/', desk, '/healthz']) assert.equal((await fetch(server.origin + page)).status, 200, page)
  assert.equal((await make(token, stored[0]!)).status, 200, 'what was stored is known')
  const exported = await lesart(['export', '--data', data, '--out', '-'])
  const marks = takenApart(exported.stdout).articles[0]!.annotationSets.flatMap(({ annotations }) => annotations)
  assert.equal(marks.length, 31 + stored.length)

  limitFiles(server.process.pid!, 'unlimited')
  assert.equal((await make(token, refused)).status, 201, 'the same action, sent again')
  assert.equal((await make(token)).status, 201)
  await server.stop()
  const { db, close } = await openDatabase({ engine: 'sqlite', file: path.join(data, 'lesart.db') })
  const actions = await db
    .selectFrom('annotation_revision')
    .select('action_id')
    .where('action_id', 'is not', null)
    .execute()
  await close()
  const known = new Set(actions.map(({ action_id }) => action_id))
  assert.equal(actions.length, stored.length + 2)
  assert.ok([...stored, refused].every(({ action }) => known.has(action)))
})

/** A command of the program that may make files of so many bytes at most. */
function limited(bytes: number, args: readonly string[], input = '') {
  return run('prlimit', [`--fsize=${bytes}`, process.execPath, path.join(project, 'server/lesart.ts'), ...args], {
    input,
  })
}

test('an import that finds no room says so in one line and leaves nothing half done', { skip }, async (t) => {
  const data = freshFolder(t)
  for (const bytes of [10_000, 60_000, 120_000, 170_000]) {
    const { code, stdout, stderr } = await limited(bytes, ['import', '--data', data, '-'], firstArticle)
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^.*(disk I\/O error|database or disk is full)\n$/)
  }
  const { stdout } = await lesart(['import', '--data', data, '-'], firstArticle)
  assert.match(stdout, /^articles: 1 new, 0 equal, .*\n.*\nannotations: 31 new, 0 equal, 0 refused\n$/)
})

test('an export that finds no room says so in one line and leaves nothing', { skip }, async (t) => {
  const folder = freshFolder(t)
  const [data, target] = [path.join(folder, 'data'), path.join(folder, 'target')]
  await lesart(['import', '--data', data, '-'], firstArticle)
  // Room for the index of SQLite's log, which is 32 KiB, and less than the file needs.
  const { code, stderr } = await limited(33_000, ['export', '--data', data, '--out', target])
  assert.equal(code, 1)
  assert.match(stderr, /^.*target: cannot be written: the file would be too large\n$/)
  assert.deepEqual(readdirSync(folder), ['data'])
})
