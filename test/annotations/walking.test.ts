import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import { createWalking, quotationAround, type Stride } from '../../server/annotations/walking.ts'
import { codedBlocks } from '../../server/articles/article.ts'
import type { Span } from '../../server/text/span.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const article = articleOf(
  ['headline', 'Am x̌-Tag 😃 gesperrt'],
  ['byline', 'Von Ada'],
  ['paragraph', '„Was?“ fragte sie – „er sagte ‚nie‘, قال الوزير“.'],
  ['repeat', 'Am x̌-Tag'],
)
const walking = createWalking(article)
const wordsOf = (span: Span | undefined) => span && article.body.slice(span.start, span.end)

function walkThrough(stride: Stride): string[] {
  const words: string[] = []
  for (let stop = walking.next(0, stride); stop; stop = walking.next(stop.end, stride)) words.push(wordsOf(stop)!)
  return words
}

test('words are walked one by one, over what cannot be marked, and not to what only stands between them', () => {
  const words = 'Am x̌ Tag 😃 gesperrt Was fragte sie er sagte nie قال الوزير'
  assert.deepEqual(walkThrough('word'), words.split(' '))
})

test('characters are walked one by one, as readers see them', () => {
  const characters = walkThrough('character')
  assert.deepEqual(characters.slice(0, 8), ['A', 'm', 'x̌', '-', 'T', 'a', 'g', '😃'])
  assert.equal(characters.at(-1), '.')
})

test('a position means the stop in which it lies, the next one, or the last one', () => {
  const { start } = placeOf(article.body.text, 'gesperrt')
  assert.equal(wordsOf(walking.at(start + 3, 'word')), 'gesperrt')
  assert.equal(wordsOf(walking.at(start - 1, 'word')), 'gesperrt')
  assert.equal(wordsOf(walking.at(placeOf(article.body.text, 'Ada').start, 'word')), 'Was')
  assert.equal(wordsOf(walking.at(article.body.length, 'word')), 'الوزير')
})

test('the quotation around a word, then the one around that', () => {
  const inner = quotationAround(article, placeOf(article.body.text, 'nie'))
  assert.equal(wordsOf(inner), '‚nie‘')
  const outer = quotationAround(article, inner!)
  assert.equal(wordsOf(outer), '„er sagte ‚nie‘, قال الوزير“')
  assert.equal(quotationAround(article, outer!), undefined)
  assert.equal(quotationAround(article, placeOf(article.body.text, 'gesperrt')), undefined)
})

const stride = fc.constantFrom<Stride>('character', 'word')

test('walking back leads past the same stops, and every one of them can be marked', () => {
  fc.assert(
    fc.property(oddArticle, stride, (article, stride) => {
      const walking = createWalking(article)
      const there: Span[] = []
      for (let stop = walking.next(0, stride); stop; stop = walking.next(stop.end, stride)) there.push(stop)
      const back: Span[] = []
      for (let stop = walking.previous(article.body.length, stride); stop; stop = walking.previous(stop.start, stride))
        back.push(stop)
      assert.deepEqual(back.reverse(), there)
      if (stride === 'word') return
      for (const stop of there) assert.deepEqual(spanFaults(article, stop), {})
    }),
  )
})

test('every letter is in a word at which the cursor stops', () => {
  fc.assert(
    fc.property(oddArticle, (article) => {
      const walking = createWalking(article)
      for (const { start, end } of codedBlocks(article))
        for (let at = start; at < end; at++) {
          if (!/\p{L}/u.test(article.body.slice(at, at + 1))) continue
          const word = walking.at(at, 'word')
          assert.ok(word && word.start <= at && at < word.end)
        }
    }),
    { numRuns: 50 },
  )
})
