import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Judgement, Part } from '../../server/annotations/annotation.ts'
import { snap } from '../../server/annotations/snapping.ts'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import { merged, splitAt } from '../../server/annotations/splitting.ts'
import type { Article } from '../../server/articles/article.ts'
import type { Tag } from '../../server/codebook/codebook.ts'
import type { Span } from '../../server/text/span.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const label = { de: 'Wort' }
const choices = ['verb', 'quotes', 'mood'].map((id) => ({ id, label }))
const TAG: Tag = {
  id: 'attribution',
  label,
  attributes: [
    { id: 'type', label, kind: 'one-of', choices },
    { id: 'signals', label, kind: 'many-of', choices },
  ],
  roles: [
    { id: 'source', label, many: true },
    { id: 'content', label, many: true },
    { id: 'once', label },
  ],
}

const TEXT = '„Ja“, sagte Ada gestern, „nein“, sagte Ben.'
const article = articleOf(['paragraph', TEXT], ['paragraph', 'Das sagte auch Cleo.'])
const at = (words: string) => placeOf(article.body.text, words)
const words = ({ start, end }: Span) => article.body.slice(start, end)
const part = (role: string, words: string): Part => ({ role, ...at(words) })

function judgement(words: string, more: Partial<Judgement> = {}): Judgement {
  return { ...at(words), tag: 'attribution', attributes: {}, parts: [], ...more }
}

test('a mark is split before a word, and no white space stands at the ends', () => {
  const halves = splitAt(article, judgement('„Ja“, sagte Ada gestern, „nein“, sagte Ben'), at('„nein“').start)
  assert.deepEqual(halves?.map(words), ['„Ja“, sagte Ada gestern,', '„nein“, sagte Ben'])
})

test('parts go with the half in which they lie, others stay with both; answers with both, the note with the first', () => {
  const whole = judgement('„Ja“, sagte Ada gestern, „nein“', {
    attributes: { type: 'verb' },
    confidence: 'low',
    note: 'hm',
    parts: [
      part('source', 'Ada'),
      part('content', '„nein“'),
      part('source', 'Cleo'),
      part('content', 'gestern, „nein“'),
    ],
  })
  const [first, second] = splitAt(article, whole, at('„nein“').start)!
  assert.deepEqual(first.parts.map(words), ['Ada', 'Cleo', 'gestern, „nein“'])
  assert.deepEqual(second.parts.map(words), ['„nein“', 'Cleo', 'gestern, „nein“'])
  assert.deepEqual([first.attributes, second.attributes], [{ type: 'verb' }, { type: 'verb' }])
  assert.deepEqual([first.confidence, second.confidence], ['low', 'low'])
  assert.deepEqual([first.note, second.note], ['hm', undefined])
})

test('at its edges and outside a mark cannot be split', () => {
  const mark = judgement('sagte Ada gestern')
  for (const position of [0, mark.start, mark.end, mark.end + 1])
    assert.equal(splitAt(article, mark, position), undefined)
})

test('over the end of a paragraph a mark can be split', () => {
  const mark = { ...judgement('sagte Ben'), end: at('Das').end }
  assert.deepEqual(splitAt(article, mark, at('Das').start)?.map(words), ['sagte Ben.', 'Das'])
})

test('marks are merged with all that was said about them', () => {
  const first = judgement('„Ja“', {
    attributes: { type: 'verb', signals: ['mood'] },
    confidence: 'high',
    note: 'eins',
    parts: [part('source', 'Ada'), part('once', '„Ja“')],
  })
  const second = judgement('„nein“', {
    attributes: { type: 'quotes', signals: ['verb'] },
    confidence: 'medium',
    secondTag: 'framing',
    note: 'zwei',
    parts: [part('source', 'Ada'), part('source', 'Ben'), part('once', '„nein“')],
  })
  const sum = merged(TAG, [first, second])
  assert.equal(words(sum), '„Ja“, sagte Ada gestern, „nein“')
  assert.deepEqual(sum.attributes, { type: 'verb', signals: ['verb', 'mood'] })
  assert.deepEqual(sum.parts.map(words), ['Ada', 'Ben', '„Ja“'])
  assert.deepEqual([sum.confidence, sum.secondTag, sum.note], ['medium', 'framing', 'eins\nzwei'])
})

test('the order in the text does not matter for where a sum begins', () => {
  assert.equal(words(merged(TAG, [judgement('gestern'), judgement('Ada')])), 'Ada gestern')
})

const place = fc.nat(120)

/** A span of the article, or undefined where nothing can be marked between two places. */
function spanBetween(article: Article, a: number, b: number): Span | undefined {
  const within = (position: number) => Math.min(position, article.body.length)
  return snap(article, within(a), within(b), 'character')
}

test('both halves can be marked, they do not overlap, and merged they are what was split', () => {
  const parts = fc.array(fc.tuple(fc.constantFrom('source', 'content'), place, place), { maxLength: 4 })
  fc.assert(
    fc.property(oddArticle, place, place, place, parts, (article, a, b, cut, drawn) => {
      const span = spanBetween(article, a, b)
      if (!span) return
      const parts = drawn.flatMap(([role, from, to]) => {
        const part = spanBetween(article, from, to)
        return part ? [{ role, ...part }] : []
      })
      const attributes = { type: 'verb', signals: ['verb'] }
      const whole = merged(TAG, [{ ...span, tag: 'attribution', attributes, parts, note: 'hm', confidence: 'medium' }])
      const halves = splitAt(article, whole, cut)
      if (!halves) return
      const [first, second] = halves
      for (const half of halves) assert.deepEqual(spanFaults(article, half), {})
      assert.ok(first.end <= second.start)
      assert.deepEqual([first.start, second.end], [whole.start, whole.end])
      assert.deepEqual(merged(TAG, halves), whole)
      assert.deepEqual(merged(TAG, [second, first]).parts, whole.parts)
    }),
  )
})
