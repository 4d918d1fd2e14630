import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from '../../server/exchange/formats/csv.ts'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { de } from '../../server/words/de.ts'
import { en } from '../../server/words/en.ts'
import { rewritten } from '../support/exchange.ts'
import { closed, id, madeUp } from '../support/lesart-file.ts'

test('lesart loses nothing', async () => {
  assert.deepEqual((await rewritten(closed(madeUp()), lesart)).losses, [])
})

test('csv says how much of what it could not carry, over all articles', async () => {
  const file = madeUp()
  const [article] = file.articles
  file.articles.push({ ...article!, id: id(70), source: {}, annotationSets: [] })
  assert.deepEqual((await rewritten(closed(file), csv)).losses, [
    { what: 'study', count: 1 },
    { what: 'codebook', count: 1 },
    { what: 'annotator-details', count: 2 },
    { what: 'round-details', count: 1 },
    { what: 'text', count: 2 },
    { what: 'language', count: 2 },
    { what: 'source', count: 1 },
    { what: 'block', count: 6 },
    { what: 'article-without-sets', count: 1 },
    { what: 'set-id', count: 2 },
    { what: 'reason', count: 1 },
    { what: 'answers', count: 1 },
    { what: 'active-seconds', count: 1 },
    { what: 'origin', count: 1 },
  ])
})

test('what is not there is not lost', async () => {
  const file = madeUp()
  file.articles = []
  const losses = (await rewritten(closed(file), csv)).losses.map(({ what }) => what)
  assert.deepEqual(losses, ['study', 'codebook', 'annotator-details', 'round-details'])
})

for (const format of FORMATS)
  test(`${format.id} names each of its losses once, in kebab-case`, () => {
    const names = format.omissions.map(({ what }) => what)
    assert.equal(new Set(names).size, names.length)
    for (const name of names) assert.match(name, /^[a-z]+(-[a-z]+)*$/)
  })

test('whatever a format leaves out has its words, in German and in English', () => {
  const left = FORMATS.flatMap(({ omissions }) => omissions.map(({ what }) => what))
  for (const { exchange } of [de, en])
    assert.deepEqual(
      [...new Set([...left, 'article-without-text'])].filter((what) => !Object.hasOwn(exchange.whats, what)),
      [],
    )
})
