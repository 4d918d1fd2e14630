import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csv } from '../../server/exchange/formats/csv.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { readCsv } from '../support/csv.ts'
import { rewritten } from '../support/exchange.ts'
import { at, closed, id, type LesartFile, madeUp } from '../support/lesart-file.ts'

const FIXED =
  'article,title,round,annotator,state,annotation,tag,start,end,quote,confidence,second_tag,note,created_at,changed_at'
const ATTRIBUTES = ['type', 'signals', 'named', 'strength', 'comment']
const ROLES = ['source', 'cue', 'content']
const COLUMNS = [
  ...FIXED.split(','),
  ...ATTRIBUTES.map((id) => `attribute.${id}`),
  ...ROLES.flatMap((role) => [`part.${role}`, `part.${role}.quote`]),
]

type Annotation = LesartFile['articles'][number]['annotationSets'][number]['annotations'][number]

function annotationCells(mark: Annotation): string[] {
  const { confidence = '', secondTag = '', note = '', attributes = {}, parts = [] } = mark
  return [
    ...[mark.id, mark.tag, `${mark.start}`, `${mark.end}`, mark.quote, confidence, secondTag, note],
    ...[mark.createdAt, mark.changedAt],
    ...ATTRIBUTES.map((id) => [attributes[id] ?? ''].flat().join('|')),
    ...ROLES.flatMap((role) => {
      const own = parts.filter((part) => part.role === role)
      return [own.map(({ start, end }) => `${start}-${end}`).join('|'), own.map(({ quote }) => quote).join(' | ')]
    }),
  ]
}

/** What the table must say, made from the file itself. */
function rowsOf({ articles }: LesartFile): string[][] {
  const rows = articles.flatMap(({ id, title, annotationSets }) =>
    annotationSets.flatMap(({ round, annotator, state, annotations }) => {
      const cells = [id, title, round, annotator, state]
      const empty = COLUMNS.slice(cells.length).map(() => '')
      if (annotations.length === 0) return [[...cells, ...empty]]
      return annotations.map((annotation) => [...cells, ...annotationCells(annotation)])
    }),
  )
  return [COLUMNS, ...rows]
}

const csvOf = async (file: LesartFile) => (await rewritten(closed(file), csv)).text

test('the table of the made-up file, cell by cell', async () => {
  const text = await csvOf(madeUp())
  const [head, framing, attribution, skipped, ...more] = readCsv(text)
  assert.deepEqual(head, COLUMNS)
  assert.deepEqual(more, [])
  const reading = [id(6), 'Straße 😃 gesperrt', id(5)]
  const times = ['2026-11-20T10:00:00.000Z', '2026-11-20T11:00:00.000Z'] as const
  const none = (count: number) => Array.from({ length: count }, () => '')
  assert.deepEqual(framing, [
    ...[...reading, 'a1', 'finished', id(8), 'framing', '0', '8', 'Straße 😃', '', '', '', times[0], times[0]],
    ...none(11),
  ])
  const [source, sei, said] = [at('Ministerin'), at('sei'), at('erklärte')].map(({ start, end }) => `${start}-${end}`)
  assert.deepEqual(attribution, [
    ...[...reading, 'a1', 'finished', id(9), 'attribution', '32', '83'],
    ...['Die Brücke sei „marode“, erklärte die Ministerin x̌', 'high', 'framing', 'Ja, "so"', ...times],
    ...['indirect', 'verb|mood', 'true', '3', 'a|b'],
    ...[source, 'Ministerin', `${sei}|${said}`, 'sei | erklärte', '', ''],
  ])
  assert.deepEqual(skipped, [...reading, 'a2', 'skipped', ...none(21)], 'read, nothing found: a row too')
  assert.ok(text.includes('"Ja, ""so"""'), 'quotes are doubled')
  assert.ok(text.endsWith('\n') && !text.includes('\r') && !text.startsWith('\ufeff'))
})

test('attributes of several tags have a column each, shared where their id is the same', async () => {
  const file = madeUp()
  const [, attribution, framing] = file.header.codebooks[0]!.tags
  const [type] = attribution!.attributes!
  framing!.attributes = [{ ...type!, id: 'device' }, type!]
  const [head] = readCsv(await csvOf(file))
  const attributes = head!.filter((name) => name.startsWith('attribute.'))
  assert.deepEqual(
    attributes,
    [...ATTRIBUTES, 'device'].map((id) => `attribute.${id}`),
  )
})

test('a dataset without articles is a table with a header', async () => {
  const file = madeUp()
  file.articles = []
  assert.deepEqual(readCsv(await csvOf(file)), [COLUMNS])
})

for (const note of ['=1+2', '+49 30', '-1', '@SUM(A1)', '\tx', 'a\nb', 'a\n\n"b",', '"', ',', ' spaces ', '＝1', '|'])
  test(`a note that says ${JSON.stringify(note)} stands in its cell as it is`, async () => {
    const file = madeUp()
    file.articles[0]!.annotationSets[0]!.annotations[0]!.note = note
    assert.equal(readCsv(await csvOf(file))[1]![12], note)
  })

test('any dataset comes back from its table', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const file = anyLesartFile(g)
      const hasReadings = file.articles.some(({ annotationSets }) => annotationSets.length > 0)
      if (hasReadings || file.articles.length === 0) assert.deepEqual(readCsv(await csvOf(file)), rowsOf(file))
      else await assert.rejects(csvOf(file), { reason: 'no-readings' })
    }),
    { numRuns: 150 },
  )
})
