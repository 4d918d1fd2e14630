/** What holds for every command: one line in words where something cannot be, nothing half written, pipes that close. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { closed, id, madeUp, takenApart } from '../support/lesart-file.ts'
import { lesart, project } from '../support/program.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
const here = freshFolder(cleanup)
const data = path.join(here, 'data')
const at = (name: string) => path.join(here, name)
const STUDY = at('study.lesart.jsonl')
const convert = (...args: string[]) => ['convert', '--to', 'csv', ...args]
writeFileSync(STUDY, closed(madeUp()))
writeFileSync(at('text.txt'), 'no dataset\n')
mkdirSync(at('folder'))
writeFileSync(at('folder/inside'), '')
mkdirSync(at('empty'))
await lesart(['import', '--data', data, at('study.lesart.jsonl')])
await lesart(convert(STUDY, '--out', at('table.csv')))
writeFileSync(at('utf16.csv'), Buffer.from(`\ufeff${readFileSync(at('table.csv'), 'utf8')}`, 'utf16le'))
writeFileSync(
  at('latin.csv'),
  Buffer.from(readFileSync(at('table.csv'), 'utf8').replace(/[^\p{ASCII}ßüäö]/gu, '?'), 'latin1'),
)
const before = everything()

/** All that lies in the folder but the database. */
function everything(): string[] {
  return readdirSync(here).sort()
}

/** `says`: the whole line on standard error. */
const REFUSED: Readonly<Record<string, { args: readonly string[]; code: 1 | 2; says: RegExp }>> = {
  'convert: nothing is there': {
    args: convert(at('nothere'), '--out', at('new')),
    code: 1,
    says: /nothere: cannot be read: it is not there$/,
  },
  'import: nothing is there': {
    args: ['import', '--data', data, at('nothere')],
    code: 1,
    says: /nothere: cannot be read: it is not there$/,
  },
  'agreement: nothing is there': {
    args: ['agreement', at('nothere')],
    code: 1,
    says: /nothere: cannot be read: it is not there$/,
  },
  'agreement: no table is there': {
    args: ['agreement', '--from', 'coding-table', at('nothere.csv')],
    code: 1,
    says: /nothere.csv: cannot be read: it is not there$/,
  },
  'a part of the path is a file': {
    args: convert(at('text.txt/more'), '--out', at('new')),
    code: 1,
    says: /text\.txt\/more: cannot be read: a part of the path is a file, not a folder$/,
  },
  'the data folder is a file': {
    args: ['import', '--data', at('text.txt'), STUDY],
    code: 1,
    says: /text\.txt: cannot be used as the data folder.*: a file of this name is there already$/,
  },
  'a folder that is missing, before anything is read': {
    args: convert(at('nothere'), '--out', at('missing/new')),
    code: 1,
    says: /missing\/new: cannot be written: there is no folder .*missing$/,
  },
  'a folder for the losses that is missing': {
    args: convert(STUDY, '--out', at('new'), '--losses', at('missing/losses')),
    code: 1,
    says: /missing\/losses: cannot be written: there is no folder .*missing$/,
  },
  'a folder where a file is to be written': {
    args: convert(STUDY, '--out', at('folder'), '--force'),
    code: 1,
    says: /folder: cannot be written: it is a folder$/,
  },
  'losses into the dataset': {
    args: convert(STUDY, '--out', at('new'), '--losses', at('new')),
    code: 2,
    says: /^--losses .*new: --out names the same file$/,
  },
  'losses to standard output': {
    args: convert(STUDY, '--out', at('new'), '--losses', '-'),
    code: 2,
    says: /^--losses -: name a file; --json writes them to standard output$/,
  },
  'a dataset and an answer on one standard output': {
    args: convert(STUDY, '--out', '-', '--json'),
    code: 2,
    says: /^--json: the dataset goes to standard output/,
  },
  'an empty name to read': { args: convert('', '--out', at('new')), code: 2, says: /^an empty name stands where/ },
  'an empty name to write': { args: convert(STUDY, '--out', ''), code: 2, says: /^an empty name stands where/ },
  'an annotator that nobody is': {
    args: ['export', '--data', data, '--annotator', 'a9', '--out', at('new')],
    code: 1,
    says: /^--annotator a9: there is no such annotator; there are: a1, a2$/,
  },
  'a tag that does not exist': {
    args: ['export', '--data', data, '--tag', 'frame', '--out', at('new')],
    code: 1,
    says: /^--tag frame: there is no such tag; there are: reporting, attribution, framing, old$/,
  },
  'UTF-16 that nobody named': {
    args: convert(at('utf16.csv'), '--out', at('new')),
    code: 1,
    says: /utf16\.csv: it is not UTF-8, but probably utf-16le; name its encoding with --encoding utf-16le$/,
  },
  'bytes that are no UTF-8': {
    args: convert(at('latin.csv'), '--out', at('new')),
    code: 1,
    says: /latin\.csv:2: this is not UTF-8, but probably windows-1252; save the file as UTF-8, or name its encoding with --encoding windows-1252$/,
  },
  'an encoding that it is not in': {
    args: convert(at('latin.csv'), '--encoding', 'utf-16be', '--out', at('new')),
    code: 1,
    says: /latin\.csv:1: this is not utf-16be; name the encoding it has$/,
  },
  'an encoding that does not exist': {
    args: convert(at('latin.csv'), '--encoding', 'klingon', '--out', at('new')),
    code: 2,
    says: /^--encoding klingon: it is not known/,
  },
  'brat: a file that is no text': {
    args: convert('--from', 'brat', STUDY, '--out', at('new')),
    code: 1,
    says: /study\.lesart\.jsonl:1: this is no text of brat/,
  },
  'a folder without files of the format that was named': {
    args: convert('--from', 'label-studio', at('empty'), '--out', at('new')),
    code: 1,
    says: /empty:1: there is no file that ends in \.json$/,
  },
}
for (const [name, { args, code, says }] of Object.entries(REFUSED))
  test(`${name}: one line, and nothing is written`, async () => {
    const { code: found, stdout, stderr } = await lesart(args)
    assert.deepEqual([found, stderr.split('\n').length], [code, 2], stderr)
    assert.match(stderr.trimEnd(), says)
    if (args[0] !== 'import') assert.equal(stdout, '')
    assert.deepEqual(everything(), before)
  })

test('help is an answer, not an error, at every command', async () => {
  for (const args of [['help'], ['--help'], ['convert', '--help'], ['agreement', 'file', '--help']]) {
    const { code, stdout, stderr } = await lesart(args)
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /^usage: lesart COMMAND/)
  }
  assert.equal((await lesart(['agreement', '--', '--help'])).code, 1, 'behind -- it is a name')
})

test('--json says what was written and what was left out, and nothing else', async (t) => {
  const folder = freshFolder(t)
  const table = path.join(folder, 'table.csv')
  for (const args of [convert(STUDY), ['export', '--data', data, '--format', 'csv']]) {
    const { code, stdout } = await lesart([...args, '--out', table, '--force', '--json'])
    assert.equal(code, 0)
    const { losses, ...counts } = JSON.parse(stdout)
    assert.deepEqual(counts, { format: 'csv', articles: 1, readings: 2, annotations: 2 })
    assert.deepEqual(
      losses.find(({ what }: { what: string }) => what === 'block'),
      { what: 'block', count: 3 },
    )
  }
  const revisions = path.join(folder, 'revisions.csv')
  const counted = await lesart(['export', '--data', data, '--revisions', '--out', revisions, '--json'])
  assert.deepEqual(JSON.parse(counted.stdout), { revisions: 2 })
})

/** Runs a command whose standard output nobody reads, or which cannot take anything. */
async function unread(args: readonly string[], stdout: 'closed' | 'full'): Promise<{ code: number; stderr: string }> {
  const script = path.join(project, 'server/lesart.ts')
  const shell = stdout === 'closed' ? '{ "$@"; echo "code $?" >&2; } | true' : '"$@" > /dev/full; echo "code $?" >&2'
  const child = spawn('sh', ['-c', `sleep 0.3; ${shell}`, 'sh', process.execPath, script, ...args], { cwd: project })
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')])
  const code = Number(/^code (\d+)$/m.exec(stderr)?.[1])
  return { code, stderr: stderr.replace(/^(code|not in) .*\n/gm, '') }
}

const TOLD: readonly (readonly string[])[] = [['study', 'list', '--data', data], convert(STUDY, '--out', '-')]
for (const args of TOLD)
  test(`${args[0]}: who reads along may stop; a full disk is said`, { skip: !existsSync('/dev/full') }, async () => {
    assert.deepEqual(await unread(args, 'closed'), { code: 0, stderr: '' })
    assert.deepEqual(await unread(args, 'full'), {
      code: 1,
      stderr: 'standard output: cannot be written: the disk is full\n',
    })
  })

test('a device is not replaced by a file', async () => {
  const { code, stderr } = await lesart(convert(STUDY, '--out', '/dev/null', '--force'))
  assert.deepEqual([code, stderr], [1, '/dev/null: cannot be written: it is no file\n'])
  assert.equal(readFileSync('/dev/null', 'utf8'), '')
})

test('a dataset in another encoding is what it is in UTF-8', async () => {
  const lines = async (...args: string[]) => (await lesart(convert(...args, '--out', '-'))).stdout
  const inUtf8 = await lines(at('table.csv'))
  assert.match(inUtf8, /Straße 😃/)
  assert.equal(await lines(at('utf16.csv'), '--encoding', 'utf-16'), inUtf8)
  assert.equal(await lines(at('utf16.csv'), '--encoding', 'UTF-16LE'), inUtf8)
})

test('two articles of one title, and a title that leads elsewhere, are files of their own in the folder', async (t) => {
  const file = madeUp()
  const title = '../../etc/passwd'
  const [article] = file.articles
  const second = structuredClone(article!)
  second.id = id(60)
  for (const [index, set] of second.annotationSets.entries()) {
    set.id = id(61 + index)
    for (const [number, annotation] of set.annotations.entries()) annotation.id = id(70 + 10 * index + number)
  }
  file.articles = [
    { ...article!, title },
    { ...second, title },
  ]
  const folder = freshFolder(t)
  for (const format of ['brat', 'tei', 'conll']) {
    const out = path.join(folder, format)
    assert.equal((await lesart(['convert', '--to', format, '-', '--out', out], closed(file))).code, 0)
    const names = readdirSync(path.join(out, 'a1')).map((name) => name.replace(/\..*/, ''))
    assert.deepEqual([...new Set(names)].sort(), ['etc-passwd', 'etc-passwd-2'])
    const back = await lesart(['convert', '--to', 'lesart', out, '--out', '-'])
    assert.deepEqual(
      takenApart(back.stdout).articles.map((one) => [one.title, one.annotationSets[0]!.annotations.length]),
      [
        [title, 2],
        [title, 2],
      ],
    )
  }
  assert.deepEqual(readdirSync(folder).sort(), ['brat', 'conll', 'tei'])
})
