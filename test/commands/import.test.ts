import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../../server/database/open-database.ts'
import { DAMAGED } from '../support/damaged-files.ts'
import { contentDigest } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, firstArticle, firstArticleFile, id, madeUp } from '../support/lesart-file.ts'
import { lesart, startServer } from '../support/program.ts'

const seedFile = fileURLToPath(firstArticleFile)
const NONE = { new: 0, equal: 0, refused: 0 }

async function digestOf(data: string): Promise<string> {
  const database = await openDatabase({ engine: 'sqlite', file: path.join(data, 'lesart.db'), readOnly: true })
  return contentDigest(database).finally(() => database.close())
}

/** Whether nothing of a dataset is in there. */
async function isEmpty(data: string): Promise<boolean> {
  const database = await openDatabase({ engine: 'sqlite', file: path.join(data, 'lesart.db'), readOnly: true })
  const studies = await database.db.selectFrom('study').select('id').execute()
  const annotators = await database.db.selectFrom('annotator').select('id').execute()
  const codebooks = await database.db.selectFrom('codebook').select('id').execute()
  await database.close()
  return [studies, annotators, codebooks].every((rows) => rows.length === 0)
}

test('damaged files are refused one by one, each in a line that names file, line and path', async (t) => {
  const folder = freshFolder(t)
  const cases = Object.entries(DAMAGED).map(([name, { file, says }], index) => {
    const path_ = path.join(folder, `${index}.lesart.jsonl`)
    writeFileSync(path_, file)
    return { name, file: path_, says }
  })
  const data = path.join(folder, 'data')
  const { code, stdout, stderr } = await lesart(['import', '--data', data, '--json', ...cases.map(({ file }) => file)])
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(stdout), { articles: NONE, sets: NONE, annotations: NONE })
  const lines = stderr.trimEnd().split('\n')
  assert.equal(lines.length, cases.length, 'a line for each')
  for (const [index, { name, file, says }] of cases.entries()) {
    assert.ok(lines[index]!.startsWith(`${file}:`), name)
    assert.match(lines[index]!.slice(file.length + 1), says, name)
  }
  assert.ok(await isEmpty(data), 'nothing of them was taken')
})

test('of several files the good ones go in, and the exit is 1', async (t) => {
  const folder = freshFolder(t)
  const write = (name: string, content: string) => {
    writeFileSync(path.join(folder, name), content)
    return path.join(folder, name)
  }
  const good = write('good.jsonl', closed(madeUp()))
  const other = madeUp()
  other.articles[0]!.annotationSets[0]!.annotations[0]!.tag = 'reporting'
  const files = [
    good,
    write('cut.jsonl', firstArticle.slice(0, -2)),
    write('other.jsonl', closed(other)),
    path.join(folder, 'missing.jsonl'),
    folder,
    seedFile,
  ]
  const data = path.join(folder, 'data')
  const { code, stdout, stderr } = await lesart(['import', '--data', data, '--json', ...files])
  assert.equal(code, 1)
  assert.deepEqual(JSON.parse(stdout), {
    articles: { new: 2, equal: 1, refused: 0 },
    sets: { new: 3, equal: 2, refused: 0 },
    annotations: { new: 33, equal: 1, refused: 1 },
  })
  const lines = stderr.trimEnd().split('\n')
  assert.equal(lines.length, 4)
  assert.match(lines[0]!, /cut\.jsonl:3: this line is cut off; take the file again/)
  assert.match(
    lines[1]!,
    new RegExp(`other\\.jsonl:2: annotation ${id(8)} has other content here; nothing of this file`),
  )
  assert.match(lines[2]!, /missing\.jsonl: cannot be read: it is not there/)
  assert.match(lines[3]!, /: no format that is read here is recognised in it/)
})

test('the same file again adds nothing and exits 0', async (t) => {
  const data = freshFolder(t)
  const first = await lesart(['import', '--data', data, seedFile])
  assert.deepEqual(first, {
    code: 0,
    stdout:
      'articles: 1 new, 0 equal, 0 refused\nsets: 1 new, 0 equal, 0 refused\nannotations: 31 new, 0 equal, 0 refused\n',
    stderr: '',
  })
  const before = await digestOf(data)
  const again = await lesart(['import', '--data', data, seedFile, seedFile])
  assert.equal(again.code, 0)
  assert.match(again.stdout, /^articles: 0 new, 2 equal, 0 refused\n.*\nannotations: 0 new, 62 equal, 0 refused\n$/)
  assert.equal(await digestOf(data), before)
})

test('- reads standard input, also where it is damaged', async (t) => {
  const data = freshFolder(t)
  const cut = await lesart(['import', '--data', data, '-'], firstArticle.slice(0, 1000))
  assert.deepEqual([cut.code, cut.stderr], [1, '-:1: this is no lesart file: its first line is no JSON object\n'])
  const whole = await lesart(['import', '--data', data, '--json', '-'], firstArticle)
  assert.equal(whole.code, 0)
  assert.equal(JSON.parse(whole.stdout).annotations.new, 31)
})

test('warnings name file and line, and the file goes in', async (t) => {
  const file = madeUp()
  Object.assign(file.articles[0]!, { wordCount: 9 })
  const { code, stderr } = await lesart(['import', '--data', freshFolder(t), '-'], closed(file))
  assert.equal(code, 0)
  assert.equal(stderr, '-:2: wordCount: this key is not known and was left out\n')
})

test('while a server runs, import is refused in one line, and the server goes on', async (t) => {
  const data = freshFolder(t)
  const server = await startServer(t, data)
  const { code, stdout, stderr } = await lesart(['import', '--data', data, seedFile])
  assert.equal(code, 1)
  assert.equal(stdout, '')
  assert.match(stderr, /^.*: another Lesart is running on this folder; stop it first, .*\n$/)
  assert.equal((await fetch(`${server.origin}/healthz`)).status, 200)
  await server.stop()
  assert.match((await lesart(['import', '--data', data, seedFile])).stdout, /annotations: 0 new, 31 equal/)
})

test('an import into an empty folder migrates and does not seed; the first start after it does not either', async (t) => {
  const data = freshFolder(t)
  assert.equal((await lesart(['import', '--data', data, '-'], closed(madeUp()))).code, 0)
  const server = await startServer(t, data)
  await server.stop()
  const listed = JSON.parse((await lesart(['study', 'list', '--json', '--data', data])).stdout)
  assert.deepEqual(listed, [{ id: id(2), slug: 'bruecken', title: 'Brücken', articles: 1, annotations: 2 }])
})

const WRONG: Readonly<Record<string, readonly string[]>> = {
  'no file': ['import'],
  'an option that does not exist': ['import', '--frmat', 'lesart', 'x'],
  'an option without its value': ['import', 'x', '--data'],
}
for (const [name, args] of Object.entries(WRONG))
  test(`${name} is wrong usage`, async () => {
    const { code, stdout, stderr } = await lesart(args)
    assert.equal(code, 2)
    assert.equal(stdout, '')
    assert.match(stderr, /^.+\n$/)
  })
