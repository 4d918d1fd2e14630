import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conll } from '../../server/exchange/formats/conll.ts'
import { complaintOf, datasetOf, inWords, readFolder, writtenFolder } from '../support/folder-exchange.ts'
import { at, id, madeUp } from '../support/lesart-file.ts'

const file = (content: string | Uint8Array) => new Map([['ada/bridge.conll', content]])
const lines = (...rows: readonly string[]) => rows.map((row) => `${row.replaceAll(' ', '\t')}\n`).join('')
const spaced = (...rows: readonly string[]) => rows.map((row) => `${row}\n`).join('')

/** Content, the text that comes of it (paragraphs of several documents with a bar between them), and the marks. */
const READ: Readonly<Record<string, readonly [content: string, text: string, marks: readonly string[]]>> = {
  'words and labels': [
    lines('Ada B-who', 'Ohm I-who', 'sagt O', 'nein B-what'),
    'Ada Ohm sagt nein',
    ['who „Ada Ohm“', 'what „nein“'],
  ],
  'CoNLL-2003: the last column, labels where B- is only between neighbours': [
    spaced(
      '-DOCSTART- -X- O O',
      '',
      'Ada NNP I-NP I-PER',
      'Ben NNP I-NP B-PER',
      'in IN I-PP O',
      'Bonn NNP I-NP I-LOC',
      '',
    ),
    'Ada Ben in Bonn',
    ['per „Ada“', 'per „Ben“', 'loc „Bonn“'],
  ],
  'labels that say where a mark ends': [
    lines('Ada B-who', 'Ohm E-who', 'Ben S-who', 'sagt O', 'gar B-x', 'nichts I-x', 'mehr L-x', 'so U-x'),
    'Ada Ohm Ben sagt gar nichts mehr so',
    ['who „Ada Ohm“', 'who „Ben“', 'x „gar nichts mehr“', 'x „so“'],
  ],
  'a label that goes on without a beginning begins': [
    lines('Ada I-who', 'Bonn I-where'),
    'Ada Bonn',
    ['who „Ada“', 'where „Bonn“'],
  ],
  'names of tags with hyphens': [lines('Ada B-per-son', 'Ohm I-per-son'), 'Ada Ohm', ['per-son „Ada Ohm“']],
  'blank lines, several of them, and no line end at the end': [
    `${lines('Ada B-who', '', '', '', 'Ben B-who')}Bonn\tO`,
    'Ada\nBen Bonn',
    ['who „Ada“', 'who „Ben“'],
  ],
  'several documents': [
    spaced('-DOCSTART- O', '', 'Ada B-who', '', '-DOCSTART- O', '', 'Ben B-who'),
    'Ada|Ben',
    ['who „Ada“', 'who „Ben“'],
  ],
  'a column for each level of nesting': [
    lines('# source', '1 Ada B-who O', '2 Ohms I-who B-part', '3 Haus O O').replace('#\tsource', '# http://a.test'),
    'Ada Ohms Haus',
    ['who „Ada Ohms“', 'part „Ohms“'],
  ],
  'CoNLL-U: spaces, words in one, words that are not there': [
    [
      '# text = Zum Haus.',
      ...['1-2\tZum', '1\tzu', '2\tdem', '3\tHaus', '3.1\tda', '4\t.'].map((row) => {
        const misc = row.includes('Haus') ? 'SpaceAfter=No' : '_'
        return `${row}${'\t_'.repeat(7)}\t${misc}`
      }),
      '',
    ].join('\n'),
    'Zum Haus.',
    [],
  ],
  'CoNLL-U Plus: own columns, star for nothing': [
    `# global.columns = ID FORM X:NER\n# newpar\n1\tAda\tB-who\n2\tsagt\t*\n\n# newpar\n1\tNein\tO\n`,
    'Ada sagt\n\nNein',
    ['who „Ada“'],
  ],
  'words that begin with a number sign': [lines('#Ada B-who', '# O', 'Ohm O'), '#Ada # Ohm', ['who „#Ada“']],
  'lines that end in CR LF, a byte order mark': [
    `\ufeff${lines('Ada B-who', 'sagt O')}`.replaceAll('\n', '\r\n'),
    'Ada sagt',
    ['who „Ada“'],
  ],
}

for (const [name, [content, text, marks]] of Object.entries(READ))
  test(`conll is read: ${name}`, async () => {
    const dataset = await readFolder(conll, file(content))
    assert.equal(dataset.articles.map(({ body }) => body.text).join('|'), text)
    assert.deepEqual(
      inWords(dataset)
        .map((mark) => mark.replace(/^bridge( \d)? ada: /, ''))
        .toSorted(),
      marks.toSorted(),
    )
    assert.match(dataset.warnings.join('\n'), /bridge\.conll:\d+: the text was put together from its words/)
  })

const own = async () => (await writtenFolder(conll, await datasetOf(madeUp()))).files.get('a1/strasse-gesperrt.conll')!

test('the tokens of all readings of an article are the same, cut where anybody’s mark begins or ends', async () => {
  const made = madeUp()
  const [first, second] = made.articles[0]!.annotationSets
  const { start } = at('Ministerin')
  const time = '2026-11-20T10:00:00.000Z'
  second!.annotations.push({
    id: id(50),
    tag: 'framing',
    start,
    end: start + 8,
    quote: 'Minister',
    createdAt: time,
    changedAt: time,
  })
  const { files } = await writtenFolder(conll, await datasetOf(made))
  const tokens = (path: string) =>
    files
      .get(path)!
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split('\t').slice(0, 4).join(' '))
  assert.deepEqual(tokens('a1/strasse-gesperrt.conll'), tokens('a2/strasse-gesperrt.conll'))
  assert.ok(tokens('a1/strasse-gesperrt.conll').includes('10 Minister 70 78'))
  assert.equal(first!.annotations.length, 2)
})

test('marks of one tag that overlap have columns of their own, the longest the first', async () => {
  const made = madeUp()
  const [{ annotations }] = made.articles[0]!.annotationSets as [(typeof made.articles)[0]['annotationSets'][0]]
  const time = '2026-11-20T10:00:00.000Z'
  annotations.push({ id: id(50), tag: 'framing', start: 7, end: 8, quote: '😃', createdAt: time, changedAt: time })
  const { files } = await writtenFolder(conll, await datasetOf(made))
  const content = files.get('a1/strasse-gesperrt.conll')!
  assert.match(content, /^# global\.columns = .* TAG:framing TAG:framing_2 TAG:old /)
  assert.match(content, /^2\t😃\t7\t8\tO\tO\tI-framing\tB-framing\t/m)
})

test('our own files are read without lesart.json, too', async () => {
  const { articles, warnings } = await readFolder(conll, file(await own()))
  assert.deepEqual(warnings, [])
  assert.equal(articles[0]!.body.text, madeUp().articles[0]!.body)
  assert.deepEqual(
    articles[0]!.blocks.map(({ kind }) => kind),
    ['headline', 'byline', 'paragraph'],
  )
  assert.deepEqual(inWords({ articles } as never), [
    'bridge ada: framing „Straße 😃“',
    'bridge ada: attribution „Die Brücke sei „marode“, erklärte die Ministerin x̌“ comment=a|b named=true signals=verb|mood strength=3 type=indirect source „Ministerin“ cue „sei“ cue „erklärte“ high or framing (Ja, "so")',
  ])
})

test('what the columns say counts, also where a comment says otherwise', async () => {
  const content = (await own())
    .replace('\tB-source\t', '\tO\t')
    .replace('1\tStraße\t0\t6\tO\tO\tB-framing', '1\tStraße\t0\t6\tO\tO\tO')
  const { articles } = await readFolder(conll, file(content))
  const [first, second] = inWords({ articles } as never)
  assert.equal(first, 'bridge ada: framing „😃“', 'a mark that was made shorter')
  assert.ok(!second!.includes('source'), 'a part that was taken away')
  const cut = (await own()).replace('2\t😃\t7\t8\tO\tO\tI-framing', '2\t😃\t7\t8\tO\tO\tO')
  const shorter = await readFolder(conll, file(cut))
  assert.equal(inWords(shorter)[0], 'bridge ada: framing „Straße“', 'a mark that ends earlier')
})

const DAMAGED: Readonly<Record<string, readonly [content: (own: string) => string | Uint8Array, says: RegExp]>> = {
  'no labels at all': [() => 'Ada sagt nein\nBen sagt ja\n', /bridge\.conll:1: this is no file of the CoNLL family/],
  'another number of columns': [() => lines('Ada O B-who', 'sagt O O', 'nein O'), /:3: there are 2 columns, 3 before/],
  'positions that do not fit the words': [
    (content) => content.replace('Von\t19\t22', 'Von\t20\t23'),
    /„Von“ begins at 19 by the words and spaces before it, not at 20/,
  ],
  'words that were changed': [
    (content) => content.replace('\tVon\t', '\tVom Amt\t'),
    /„Ada“ begins at 27 .* not at 23/,
  ],
  'a label that is none': [(content) => content.replace('B-framing', 'framing'), /: „framing“ is no label/],
  'a comment that was changed': [
    (content) => content.replace('# lesart = {"tag"', '# lesart = {"tag'),
    /:6: this comment is not as it was written/,
  ],
  'a line that is cut off': [
    (content) => content.slice(0, content.indexOf('\t9\t17')),
    /there are 2 columns, 12 before/,
  ],
  'another encoding': [
    (content) => Buffer.from(content.replaceAll(/[^\0-\xff]/gu, '?'), 'latin1'),
    /:5: this is not UTF-8/,
  ],
}

for (const [name, [damage, says]] of Object.entries(DAMAGED))
  test(`conll is refused: ${name}`, async () => {
    assert.match(await complaintOf(readFolder(conll, file(damage(await own())))), says)
  })
