import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { sharesOf } from '../../server/annotations/shares.ts'
import { type Article, codedBlocks } from '../../server/articles/article.ts'
import { readLesart } from '../../server/exchange/formats/lesart-reader.ts'
import { formatPercent } from '../../server/text/numbers.ts'
import type { Span } from '../../server/text/span.ts'
import { project } from '../support/program.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const article = articleOf(
  ['headline', 'Am x̌-Tag 😃'],
  ['byline', 'Von 😃 Ada'],
  ['paragraph', 'قال الوزير: nein'],
  ['repeat', 'Am x̌-Tag 😃'],
)
const marked = (tag: string, words: string) => ({ tag, ...placeOf(article.body.text, words) })
const between = (tag: string, first: string, last: string) => ({
  tag,
  start: placeOf(article.body.text, first).start,
  end: placeOf(article.body.text, last).end,
})

/** Of 2 + 6 + 1 and 3 + 7 + 4 characters: marks and characters of each tag. */
const cases: Record<
  string,
  { marks: (Span & { tag: string })[]; tags: Record<string, [number, number]>; unmarked: number }
> = {
  'without marks all is unmarked': { marks: [], tags: {}, unmarked: 23 },
  'white space does not count': { marks: [marked('framing', 'x̌-Tag 😃')], tags: { framing: [1, 7] }, unmarked: 16 },
  'each character counts for its innermost mark': {
    marks: [marked('attribution', 'قال الوزير: nein'), marked('framing', 'nein')],
    tags: { attribution: [1, 10], framing: [1, 4] },
    unmarked: 9,
  },
  'where marks cross the later one counts': {
    marks: [marked('reporting', 'قال الوزير:'), marked('framing', 'الوزير: nein')],
    tags: { reporting: [1, 3], framing: [1, 11] },
    unmarked: 9,
  },
  'the same words twice count once': {
    marks: [marked('framing', '😃'), marked('framing', '😃')],
    tags: { framing: [2, 1] },
    unmarked: 22,
  },
  'a mark that is nowhere the innermost has no characters': {
    marks: [marked('framing', 'nein'), marked('reporting', 'nein')],
    tags: { framing: [1, 0], reporting: [1, 4] },
    unmarked: 19,
  },
  'a block that cannot be marked does not count, though a mark goes over it': {
    marks: [between('framing', '😃', 'قال')],
    tags: { framing: [1, 4] },
    unmarked: 19,
  },
}

for (const [name, { marks, tags, unmarked }] of Object.entries(cases)) {
  test(name, () => {
    const shares = sharesOf(article, marks)
    assert.equal(shares.coded, 23)
    assert.equal(shares.unmarked, unmarked)
    const found = [...shares.tags].map(([tag, { marks, codePoints }]) => [tag, [marks, codePoints]])
    assert.deepEqual(Object.fromEntries(found), tags)
  })
}

test('the reference reading of the first article has the shares that the codebook names', async () => {
  const bytes = createReadStream(path.join(project, 'db/first-article.lesart.jsonl'))
  const found: Record<string, string> = {}
  for await (const item of readLesart(bytes)) {
    if (item.type !== 'article') continue
    const [set] = item.article.annotationSets
    const shares = sharesOf({ ...item.article, studyId: '' }, set!.annotations)
    for (const [tag, { marks, codePoints }] of shares.tags)
      found[tag] = `${marks}: ${formatPercent(codePoints / shares.coded, 'en')}`
    found.unmarked = formatPercent(shares.unmarked / shares.coded, 'en')
  }
  assert.deepEqual(found, { attribution: '14: 63.0%', framing: '15: 31.2%', reporting: '2: 3.1%', unmarked: '2.7%' })
})

const marks = fc.array(fc.tuple(fc.constantFrom('reporting', 'framing'), fc.nat(80), fc.nat(80)), { maxLength: 10 })

test('the characters of all tags and the unmarked ones are the coded text without white space', () => {
  fc.assert(
    fc.property(oddArticle, marks, (article, marks) => {
      const spans = marks.map(([tag, a, b]) => ({ tag, start: Math.min(a, b), end: Math.max(a, b) }))
      const { coded, tags, unmarked } = sharesOf(article, spans)
      const counted = [...tags.values()].reduce((sum, { codePoints }) => sum + codePoints, unmarked)
      assert.equal(counted, coded)
      assert.equal(
        coded,
        inkOf(article, () => true),
      )
      assert.equal(
        unmarked,
        inkOf(article, (at) => !spans.some(({ start, end }) => start <= at && at < end)),
      )
    }),
  )
})

/** Characters of the coded text that are no white space, counted one by one. */
function inkOf(article: Article, counts: (position: number) => boolean): number {
  const characters = [...article.body.text]
  let ink = 0
  for (const { start, end } of codedBlocks(article))
    for (let at = start; at < end; at++) if (counts(at) && !/\p{White_Space}/u.test(characters[at]!)) ink++
  return ink
}
