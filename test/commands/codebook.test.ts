/** A codebook on the command line: out as JSON and as Markdown, and in again as a draft. */
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { freshFolder } from '../support/folders.ts'
import { lesart } from '../support/program.ts'

/** A data folder with a study, a folder for files, and its codebook as a file. */
async function workplace(t: TestContext) {
  const folder = freshFolder(t)
  const data = path.join(folder, 'data')
  const at = (name: string) => path.join(folder, name)
  writeFileSync(at('a.txt'), 'Brücke gesperrt\n\nDie Brücke ist „marode“, sagt die Stadt.\n')
  const made = await lesart(['import', '--data', data, '--new-study', 'Brücken', '--language', 'de', at('a.txt')])
  assert.equal(made.code, 0, made.stderr)
  const run = (...args: string[]) => lesart([args[0]!, '--data', data, ...args.slice(1)])
  const json = await run('export', '--format', 'codebook', '--out', at('c.json'))
  assert.equal(json.code, 0, json.stderr)
  return { at, run, codebook: JSON.parse(readFileSync(at('c.json'), 'utf8')), said: json.stderr }
}

test('out: JSON whole, Markdown by the ending, and what is left out is said', async (t) => {
  const { at, run, codebook, said } = await workplace(t)
  assert.deepEqual(
    codebook.tags.map(({ id }: { id: string }) => id),
    ['reporting', 'attribution', 'framing'],
  )
  assert.match(said, /not in codebook: article \(1\)/)
  assert.equal((await run('export', '--format', 'codebook', '--out', at('c.md'))).code, 0)
  const markdown = readFileSync(at('c.md'), 'utf8')
  assert.match(
    markdown,
    /^# Berichten, wiedergeben, rahmen\n\nFassung 1\n\n## Was markiert wird\n\n### Bericht\n\n`reporting` · Taste 1/,
  )
  const stdout = await run('export', '--format', 'codebook', '--out', '-')
  assert.deepEqual(JSON.parse(stdout.stdout), codebook)
  const converted = await lesart(['convert', at('c.json'), '--to', 'codebook', '--out', at('d.json')])
  assert.equal(converted.code, 0, converted.stderr)
  assert.equal(readFileSync(at('d.json'), 'utf8'), readFileSync(at('c.json'), 'utf8'))
})

test('in: known by its content it becomes the draft, once; another one beside it is refused', async (t) => {
  const { at, run, codebook } = await workplace(t)
  const same = await run('import', '--json', at('c.json'))
  assert.deepEqual([same.code, JSON.parse(same.stdout).articles.new], [0, 0])
  assert.match(same.stderr, /is like this already/)
  const { id: _, version: __, ...content } = codebook
  const changed = { ...content, overlap: 'forbidden', title: { de: 'Neuer Titel' } }
  writeFileSync(at('changed'), JSON.stringify(changed))
  for (const said of [/now the draft of the codebook of „Brücken“/, /is like this already/]) {
    const { code, stderr } = await run('import', at('changed'))
    assert.equal(code, 0, stderr)
    assert.match(stderr, said)
  }
  writeFileSync(at('other.json'), JSON.stringify({ ...changed, title: { de: 'Noch einer' } }))
  const other = await run('import', at('other.json'))
  assert.deepEqual([other.code, other.stderr.split('\n').length], [1, 2])
  assert.match(other.stderr, /other\.json: the codebook of „Brücken“ has a draft already; publish or discard it first/)
})

test('in: the configuration of brat with what lies beside it, and that of Label Studio, as these write them', async (t) => {
  const { at, run, codebook } = await workplace(t)
  const tags = codebook.tags.map(({ id }: { id: string }) => id)
  writeFileSync(at('annotation.conf'), `[entities]\n${tags.join('\n')}\nRumour\n[attributes]\nLost\tArg:Nobody\n`)
  writeFileSync(at('visual.conf'), '[labels]\nRumour | Gerücht\n[drawing]\nRumour\tbgColor:#112233\n')
  const brat = await run('import', '--study', 'Brücken', at('annotation.conf'), at('visual.conf'))
  assert.equal(brat.code, 0, brat.stderr)
  assert.match(brat.stderr, /Lost was left out\n.*now the draft of the codebook of „Brücken“/)
  writeFileSync(at('config.xml'), '<View><Labels name="l" toName="t"><Label value="Rumour"/></Labels></View>')
  const other = await run('import', at('config.xml'))
  assert.deepEqual([other.code, /has a draft already/.test(other.stderr)], [1, true])
  const converted = await lesart(['convert', at('config.xml'), '--to', 'codebook', '--out', '-'])
  assert.deepEqual(JSON.parse(converted.stdout).tags, [{ id: 'rumour', label: { en: 'Rumour' } }])
  writeFileSync(at('annotation.conf'), '[entities]\n[events]\n')
  const empty = await run('import', at('annotation.conf'))
  assert.match(empty.stderr, /^\S+annotation\.conf:1: no entity and no event is declared here[^\n]*\n$/)
})

const CONTENT = { title: { de: 'T' }, overlap: 'allowed', tags: [{ id: 'x', label: { de: 'X' } }] }
for (const [name, text, said] of [
  ['that breaks off', '{"title":{"de":"T"},\n"overlap":"allowed","tags":[', /:2: this is not JSON/],
  [
    'with a colour that is none',
    JSON.stringify({ ...CONTENT, tags: [{ ...CONTENT.tags[0], colour: 'red' }] }),
    /:1: this is no codebook: tags\.0\.colour: invalid-format/,
  ],
  [
    'with two tags of one id',
    JSON.stringify({ ...CONTENT, tags: [CONTENT.tags[0], CONTENT.tags[0]] }),
    /:1: this is no codebook: tags: repeated-id/,
  ],
  ['without tags', JSON.stringify({ ...CONTENT, tags: [] }), /:1: this is no codebook: tags: too-small/],
] as const)
  test(`a codebook ${name} is refused in one line that names the place, and nothing is taken`, async (t) => {
    const { at, run } = await workplace(t)
    writeFileSync(at('bad.json'), text)
    const { code, stderr } = await run('import', at('bad.json'))
    assert.equal(code, 1)
    assert.match(stderr, said)
    assert.equal(stderr.trim().split('\n').length, 1)
  })
