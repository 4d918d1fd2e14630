import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { Contradiction } from '../../server/exchange/import-actions.ts'
import { startApp, stored } from '../support/app.ts'
import { addPlace, making, turning } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { emptyStore, type Store, take, written } from '../support/exchange.ts'
import {
  at,
  closed,
  closedLines,
  comparable,
  firstArticle,
  id,
  type LesartFile,
  madeUp,
  takenApart,
} from '../support/lesart-file.ts'

const NOTHING = { new: 0, equal: 0, refused: 0 }

/** The made-up file after a change. */
function changed(change: (file: LesartFile) => void): string {
  const file = madeUp()
  change(file)
  return closed(file)
}

async function storeWith(t: Parameters<typeof emptyStore>[0], file: string): Promise<Store> {
  const store = await emptyStore(t)
  await take(store, file)
  return store
}

test('the first article adds nothing to an instance that was seeded with it', async (t) => {
  const { parts } = await startApp(t)
  const before = await contentDigest(parts.database)
  assert.deepEqual(await take(parts, firstArticle), {
    articles: { new: 0, equal: 1, refused: 0 },
    sets: { new: 0, equal: 1, refused: 0 },
    annotations: { new: 0, equal: 31, refused: 0 },
    remarks: [],
  })
  assert.equal(await contentDigest(parts.database), before)
})

test('the first article is added to an empty instance', async (t) => {
  const { articles, sets, annotations } = await take(await emptyStore(t), firstArticle)
  assert.deepEqual([articles.new, sets.new, annotations.new], [1, 1, 31])
})

test('what is new in a study that is there already is added, and nothing else', async (t) => {
  const store = await storeWith(t, closed(madeUp()))
  const more = changed(({ articles: [article] }) => {
    const [set] = article!.annotationSets
    const { createdAt, changedAt } = set!.annotations[0]!
    set!.annotations.push({ id: id(20), tag: 'reporting', ...at('marode'), createdAt, changedAt })
    article!.annotationSets[1]!.annotations = []
  })
  const report = await take(store, more)
  assert.deepEqual(report.articles, { ...NOTHING, equal: 1 })
  assert.deepEqual(report.sets, { ...NOTHING, equal: 2 })
  assert.deepEqual(report.annotations, { ...NOTHING, new: 1, equal: 2 })
  const [set] = takenApart((await written(store, lesart)).text).articles[0]!.annotationSets
  assert.deepEqual(
    set!.annotations.map((annotation) => annotation.id),
    [id(8), id(9), id(20)],
  )
})

test('a second study stands beside the first, under a slug of its own', async (t) => {
  const { parts } = await startApp(t)
  const twin = takenApart(firstArticle)
  const other = JSON.parse(JSON.stringify(twin).replace(/"([0-9a-f]{8})(-[0-9a-f-]{27})"/g, '"ffffffff$2"'))
  await take(parts, closed(other))
  const slugs = await parts.database.db.selectFrom('study').select('slug').orderBy('slug').execute()
  assert.deepEqual(
    slugs.map(({ slug }) => slug),
    ['erster-artikel', 'erster-artikel-2'],
  )
})

const CONTRADICTIONS: Readonly<Record<string, readonly [change: (file: LesartFile) => void, says: RegExp]>> = {
  'a study of another title': [({ header }) => (header.study.title = 'Tunnel'), /^1: study .* „Brücken“/],
  'a study described otherwise': [({ header }) => delete header.study.description, /^1: study /],
  'a published codebook version with another label': [
    ({ header }) => (header.codebooks[0]!.tags[0]!.label.de = 'Bericht'),
    /^1: codebook .*, version 1, is another one here/,
  ],
  'a round of another kind': [
    ({ header }) => (header.rounds[0]!.kind = 'training'),
    /^1: round .* is another one here/,
  ],
  'an annotator of another kind': [
    ({ header }) => (header.annotators[0]!.kind = 'program'),
    /^1: annotator .* \(a1\) is another/,
  ],
  'an article with another title': [
    ({ articles }) => (articles[0]!.title = 'Brücke zu'),
    /^2: article .* is another one here/,
  ],
  'an article from another source': [({ articles }) => (articles[0]!.source.outlet = 'Post'), /^2: article /],
  'an article with other blocks': [({ articles }) => (articles[0]!.blocks[1]!.kind = 'teaser'), /^2: article /],
  'a set in another state': [
    ({ articles }) => (articles[0]!.annotationSets[0]!.state = 'in-progress'),
    /^2: annotation set .*7 is another/,
  ],
  'a set with other answers': [
    ({ articles }) => (articles[0]!.annotationSets[0]!.answers!.tone = 'loud'),
    /^2: annotation set /,
  ],
  'a set of another annotator': [
    ({ articles }) => {
      const [one, other] = articles[0]!.annotationSets
      Object.assign(one!, { annotator: 'a2' })
      Object.assign(other!, { annotator: 'a1' })
    },
    /^2: annotation set .*7 is another/,
  ],
  'another set of the same annotator in the same round': [
    ({ articles }) => (articles[0]!.annotationSets[1]!.id = id(30)),
    /^2: annotation set .*30 is another/,
  ],
  'an annotation with another tag': [
    ({ articles }) => (articles[0]!.annotationSets[0]!.annotations[0]!.tag = 'reporting'),
    /^2: annotation .*8 has other content here/,
  ],
  'an annotation that was changed at another time': [
    ({ articles }) => (articles[0]!.annotationSets[0]!.annotations[0]!.changedAt = '2026-11-21T00:00:00.000Z'),
    /^2: annotation .*8 has other content here/,
  ],
  'an annotation in another set': [
    ({ articles }) => {
      const [one, other] = articles[0]!.annotationSets
      other!.annotations.push(one!.annotations.pop()!)
    },
    /^2: annotation .*9 has other content here/,
  ],
}

for (const [name, [change, says]] of Object.entries(CONTRADICTIONS))
  test(`${name}, under an id that is there already: the file is refused whole`, async (t) => {
    const store = await storeWith(t, closed(madeUp()))
    const before = await contentDigest(store.database)
    const file = changed((file) => {
      change(file)
      file.articles.push({ ...file.articles[0]!, id: id(40), annotationSets: [] })
    })
    await assert.rejects(take(store, file), (error) => {
      assert.ok(error instanceof Contradiction)
      assert.match(`${error.line}: ${error.message}`, says)
      return true
    })
    assert.equal(await contentDigest(store.database), before)
  })

test('a codebook that belongs to another study is refused', async (t) => {
  const store = await storeWith(t, closed(madeUp()))
  const file = changed(({ header, articles }) => {
    header.study.id = id(50)
    header.annotators = []
    header.rounds = []
    articles.pop()
  })
  await assert.rejects(take(store, file), /codebook .* belongs to another study here/)
})

test('a mark that was taken back since is not brought back by an older file', async (t) => {
  const { parts, signedIn } = await startApp(t, { seeded: false })
  const place = await addPlace(parts)
  const ada = await signedIn('Ada')
  const mark = making(place, 'ernst')
  await stored(ada, mark)
  const { text } = await written(parts, lesart)
  await stored(ada, turning(mark, 'retract', 1))
  await assert.rejects(take(parts, text), /annotation .* has other content here/)
})

test('an annotator gets the next free pseudonym where somebody else has theirs, and it is said', async (t) => {
  const store = await storeWith(t, closed(madeUp()))
  const report = await take(
    store,
    changed(({ header, articles }) => {
      header.annotators[0]!.uuid = id(60)
      header.annotators[1] = { id: 'a3', uuid: id(61), kind: 'program' }
      const [article] = articles
      Object.assign(article!, { id: id(62) })
      article!.annotationSets = [{ id: id(63), round: id(5), annotator: 'a1', state: 'new', annotations: [] }]
    }),
  )
  assert.deepEqual(report.remarks, [{ line: 1, message: 'annotator a1 is called a4 here: that pseudonym is taken' }])
  const { header, articles } = takenApart((await written(store, lesart)).text)
  assert.deepEqual(
    header.annotators.map(({ id, uuid }) => [id, uuid]),
    [
      ['a1', id(3)],
      ['a2', id(4)],
      ['a3', id(61)],
      ['a4', id(60)],
    ],
  )
  assert.equal(articles[1]!.annotationSets[0]!.annotator, 'a4')
})

test('visitors come in, and stay when the study goes out', async (t) => {
  const store = await storeWith(
    t,
    changed(({ header }) => (header.annotators[1]!.kind = 'visitor')),
  )
  const { header, articles } = takenApart((await written(store, lesart)).text)
  assert.deepEqual([header.annotators.length, articles[0]!.annotationSets.length], [1, 1])
})

test('a span that nobody could mark at the desk is kept and said', async (t) => {
  const store = await emptyStore(t)
  const { remarks } = await take(
    store,
    changed(({ articles }) => {
      const [mark] = articles[0]!.annotationSets[0]!.annotations
      Object.assign(mark!, at('Straße '))
    }),
  )
  assert.deepEqual(remarks, [
    { line: 2, message: `annotation ${id(8)}: kept, although an end is unusual (white-space)` },
  ])
})

/** The same content with its keys in another order. */
function turnedAround(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedAround)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turnedAround(inner)]),
  )
}

test('any order of keys and of entries, white space and blank lines are read, and go out in order', async (t) => {
  const file = madeUp()
  const [set] = file.articles[0]!.annotationSets
  set!.annotations.reverse()
  set!.annotations[0]!.parts!.reverse()
  set!.annotations[0]!.attributes!.signals = ['mood', 'verb']
  file.articles[0]!.annotationSets.reverse()
  file.header.annotators.reverse()
  const [first, second] = [file.header, ...file.articles].map(
    (line) => ` ${JSON.stringify(turnedAround(line), null, '\t').replaceAll('\n', ' ')}\t`,
  )
  const store = await emptyStore(t)
  const report = await take(store, `${closedLines([first!, '', second!, ' \t'], { annotations: 2 })}\n`)
  assert.deepEqual(report.remarks, [])
  assert.equal(comparable((await written(store, lesart)).text), comparable(closed(madeUp())))
})

test('keys that are not known are left out, with a warning that names them', async (t) => {
  const file = madeUp()
  const [article] = file.articles
  Object.assign(file.header.study, { funding: 'none' })
  Object.assign(article!, { wordCount: 9, toString: 'x' })
  Object.assign(article!.annotationSets[0]!.annotations[1]!.parts![0]!, { head: true })
  const lines = [file.header, article].map((line) =>
    JSON.stringify(line).replace('"wordCount":9', '"__proto__":{"a":1}'),
  )
  const store = await emptyStore(t)
  const { remarks } = await take(store, closedLines(lines, { annotations: 2 }))
  const unknown = (line: number, path: string) => ({ line, message: `${path}: this key is not known and was left out` })
  assert.deepEqual(remarks, [
    unknown(1, 'study.funding'),
    unknown(2, 'annotationSets.0.annotations.1.parts.0.head'),
    unknown(2, '__proto__'),
    unknown(2, 'toString'),
  ])
  assert.equal(comparable((await written(store, lesart)).text), comparable(closed(madeUp())))
})
