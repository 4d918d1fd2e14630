import assert from 'node:assert/strict'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readCsv } from '../support/csv.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, comparable, firstArticle, id, madeUp, takenApart } from '../support/lesart-file.ts'
import { lesart, startServer } from '../support/program.ts'
import { wholeFile } from '../support/whole-file.ts'

/** One study, taken in by the command line; nothing runs. */
const cleanup = wholeFile()
const data = freshFolder(cleanup)
await lesart(['import', '--data', data, '-'], closed(madeUp()))
const exporting = (...args: string[]) => lesart(['export', '--data', data, ...args])

test('a study goes out and in and out again byte for byte, by files', async (t) => {
  const folder = freshFolder(t)
  const [first, second, other] = ['first.jsonl', 'second.jsonl', 'other'].map((name) => path.join(folder, name))
  assert.deepEqual(await exporting('--out', first!), { code: 0, stdout: '', stderr: '' })
  assert.equal((await lesart(['import', '--data', other!, first!])).code, 0)
  assert.equal((await lesart(['export', '--data', other!, '--out', second!])).code, 0)
  assert.equal(comparable(readFileSync(second!, 'utf8')), comparable(readFileSync(first!, 'utf8')))
  assert.deepEqual(
    readdirSync(folder).sort(),
    ['first.jsonl', 'other', 'second.jsonl'],
    'nothing unfinished lies around',
  )
})

test('beside a running server: export, and the list of studies', async (t) => {
  const served = freshFolder(t)
  await startServer(t, served)
  const [dataset, table, listed] = await Promise.all([
    lesart(['export', '--data', served, '--format', 'lesart', '--out', '-']),
    lesart(['export', '--data', served, '--format', 'csv', '--out', '-']),
    lesart(['study', 'list', '--json', '--data', served]),
  ])
  assert.deepEqual([dataset.code, table.code, listed.code], [0, 0, 0])
  assert.equal(dataset.stdout.split('\n')[1], firstArticle.split('\n')[1], 'the article as its file has it')
  assert.deepEqual(
    takenApart(dataset.stdout).header.rounds.map(({ kind }) => kind),
    ['reference', 'demonstration'],
  )
  assert.equal(readCsv(table.stdout).length, 32)
  const { study } = takenApart(firstArticle).header
  assert.deepEqual(JSON.parse(listed.stdout), [
    { id: study.id, slug: 'erster-artikel', title: 'Erster Artikel', articles: 1, annotations: 31 },
  ])
})

test('what the format cannot carry is said on stderr, and written with --losses', async (t) => {
  const losses = path.join(freshFolder(t), 'losses.json')
  const { code, stdout, stderr } = await exporting('--format', 'csv', '--out', '-', '--losses', losses)
  assert.equal(code, 0)
  assert.equal(readCsv(stdout).length, 4, 'nothing but the table')
  const written = JSON.parse(readFileSync(losses, 'utf8'))
  assert.equal(written.format, 'csv')
  assert.deepEqual(
    written.losses.find(({ what }: { what: string }) => what === 'block'),
    { what: 'block', count: 3 },
  )
  const said = written.losses.map(
    ({ what, count }: { what: string; count: number }) => `not in csv: ${what} (${count})\n`,
  )
  assert.equal(stderr, said.join(''))
})

test('lesart carries everything, and --losses says so', async (t) => {
  const losses = path.join(freshFolder(t), 'losses.json')
  assert.equal((await exporting('--out', '-', '--losses', losses)).stderr, '')
  assert.deepEqual(JSON.parse(readFileSync(losses, 'utf8')), { format: 'lesart', losses: [] })
})

test('a target that is there already is left as it is, unless --force is given; then it is replaced whole', async (t) => {
  const folder = freshFolder(t)
  const target = path.join(folder, 'target')
  writeFileSync(target, 'old')
  for (const args of [
    ['--out', target],
    ['--out', path.join(folder, 'new'), '--losses', target],
  ]) {
    const { code, stderr } = await exporting(...args)
    assert.deepEqual([code, stderr], [1, `${target}: is there already; --force replaces it\n`])
  }
  assert.deepEqual(readdirSync(folder), ['target'], 'and nothing else is written')
  assert.equal(readFileSync(target, 'utf8'), 'old')

  const open = openSync(target, 'r')
  t.after(() => closeSync(open))
  assert.equal((await exporting('--out', target, '--force')).code, 0)
  assert.equal(readFileSync(open, 'utf8'), 'old', 'who had it open still reads the old one, whole')
  assert.equal(comparable(readFileSync(target, 'utf8')), comparable(closed(madeUp())))
})

test('a target that cannot be written is one line, and leaves nothing', async (t) => {
  const folder = freshFolder(t)
  for (const target of [path.join(folder, 'missing/target'), folder]) {
    const { code, stderr } = await exporting('--out', target, '--force')
    assert.equal(code, 1)
    assert.match(stderr, /^.*: cannot be written: .*\n$/)
  }
  assert.deepEqual(readdirSync(folder), [])
})

test('without a database there is nothing to read, and nothing is made', async (t) => {
  const missing = path.join(freshFolder(t), 'missing')
  for (const args of [
    ['export', '--out', '-'],
    ['study', 'list'],
  ]) {
    const { code, stdout, stderr } = await lesart([...args, '--data', missing])
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /lesart\.db: there is no database yet; start Lesart once with: npm start\n$/)
  }
  assert.ok(!existsSync(missing))
})

test('a study is named by slug, id or title, and must be named where there are several', async (t) => {
  const two = freshFolder(t)
  const other = madeUp()
  other.header.study = { id: id(90), title: 'Tunnel' }
  Object.assign(other.header, { codebooks: [], annotators: [], rounds: [] })
  other.articles = []
  for (const file of [madeUp(), other]) await lesart(['import', '--data', two, '-'], closed(file))
  for (const name of ['bruecken', id(2), 'Brücken']) {
    const { code, stdout } = await lesart(['export', '--data', two, '--study', name, '--out', '-'])
    assert.deepEqual([code, takenApart(stdout).header.study.title], [0, 'Brücken'])
  }
  const unnamed = await lesart(['export', '--data', two, '--out', '-'])
  assert.equal(unnamed.code, 1)
  assert.match(unnamed.stderr, /^there are several studies; name one with --study: .*bruecken.*\n$/)
  const unknown = await lesart(['export', '--data', two, '--study', 'Brunnen', '--out', '-'])
  assert.equal(unknown.code, 1)
  assert.match(unknown.stderr, /^--study Brunnen: there is no such study; there are: .*\n$/)
})

test('the list of studies for people is a line each', async () => {
  const { stdout } = await lesart(['study', 'list', '--data', data])
  assert.equal(stdout, 'bruecken\tBrücken\t1 articles\t2 annotations\n')
})

const WRONG: Readonly<Record<string, readonly string[]>> = {
  'no target': ['export'],
  'a format that does not exist': ['export', '--format', 'word', '--out', '-'],
  'a name too much': ['export', 'here', '--out', '-'],
  'an option of another command': ['export', '--from', 'csv', '--out', '-'],
  'a study command that does not exist': ['study', 'show'],
  'no study command': ['study'],
  'a command that does not exist': ['exprot'],
  'a name that every object has': ['toString'],
  'no command': [],
}
for (const [name, args] of Object.entries(WRONG))
  test(`${name} is wrong usage`, async () => {
    const { code, stdout, stderr } = await lesart(args)
    assert.deepEqual([code, stdout], [2, ''])
    assert.match(stderr, /^.+\n/)
  })
