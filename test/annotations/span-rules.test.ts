import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import { codedBlocks } from '../../server/articles/article.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const article = articleOf(
  ['headline', 'Am x̌-Tag 😃'],
  ['byline', 'Von Ada'],
  ['paragraph', 'قال الوزير 👩‍👧 nein'],
  ['repeat', 'Doppelt'],
)
const { length } = article.body
const at = (words: string) => placeOf(article.body.text, words)

const cases: Record<string, { start: number; end: number; faults: unknown }> = {
  'words may be marked': { ...at('x̌-Tag'), faults: {} },
  'one character may be marked': { ...at('😃'), faults: {} },
  'a whole block may be marked': { start: 0, end: at('😃').end, faults: {} },
  'a mark may go over a block that cannot be marked': { start: at('x̌').start, end: at('قال').end, faults: {} },
  'a mark may end inside a word': { start: at('قال').start, end: at('الوزير').start + 2, faults: {} },
  'an end on the character before a grapheme is right': {
    start: at('الوزير').start,
    end: at('الوزير').end,
    faults: {},
  },
  'before the text': { start: -1, end: 3, faults: { start: 'outside-text' } },
  'beginning at the end of the text': { start: length, end: length + 1, faults: { start: 'outside-text' } },
  'ending after the text': { start: 0, end: length + 1, faults: { end: 'outside-text' } },
  'without a character': { start: 3, end: 3, faults: { end: 'empty' } },
  'ending before its start': { start: 5, end: 3, faults: { end: 'empty' } },
  'beginning in a byline': { start: at('Ada').start, end: at('قال').end, faults: { start: 'not-markable' } },
  'ending in a repeat': { start: at('nein').start, end: at('Doppelt').end, faults: { end: 'not-markable' } },
  'beginning with a space': { start: at('x̌').start - 1, end: at('x̌').end, faults: { start: 'white-space' } },
  'ending with a space': { start: at('قال').start, end: at('قال').end + 1, faults: { end: 'white-space' } },
  'beginning between blocks': { start: at('😃').end, end: at('قال').end, faults: { start: 'white-space' } },
  'a space alone': {
    start: at('x̌').start - 1,
    end: at('x̌').start,
    faults: { start: 'white-space', end: 'white-space' },
  },
  'beginning with an accent': { start: at('x̌').start + 1, end: at('😃').end, faults: { start: 'inside-grapheme' } },
  'ending before an accent': { start: 0, end: at('x̌').start + 1, faults: { end: 'inside-grapheme' } },
  'one half of a joined emoji': {
    start: at('👩‍👧').start,
    end: at('👩‍👧').start + 1,
    faults: { end: 'inside-grapheme' },
  },
}

for (const [name, { start, end, faults }] of Object.entries(cases)) {
  test(name, () => assert.deepEqual(spanFaults(article, { start, end }), faults))
}

test('an accent that follows a space cannot be the start of a mark, but its end', () => {
  const odd = articleOf(['paragraph', '😃 سلام \u030cx'])
  const accent = [...'😃 سلام '].length
  assert.deepEqual(spanFaults(odd, { start: accent, end: accent + 2 }), { start: 'inside-grapheme' })
  assert.deepEqual(spanFaults(odd, { start: 0, end: accent + 1 }), {})
})

test('a span has no fault exactly where both ends stand at characters that count, in every article', () => {
  const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })
  fc.assert(
    fc.property(
      oddArticle,
      fc.integer({ min: -3, max: 150 }),
      fc.integer({ min: -3, max: 150 }),
      (article, start, end) => {
        const characters = [...article.body.text]
        const starts = new Set<number>()
        const ends = new Set<number>()
        for (const block of codedBlocks(article)) {
          let next = block.start
          for (const { segment } of graphemes.segment(characters.slice(block.start, block.end).join(''))) {
            starts.add(next)
            next += [...segment].length
            ends.add(next)
          }
        }
        const isInk = (position: number) => !/^\p{White_Space}$/u.test(characters[position] ?? ' ')
        const isRight = start < end && starts.has(start) && ends.has(end) && isInk(start) && isInk(end - 1)
        assert.equal(Object.keys(spanFaults(article, { start, end })).length === 0, isRight)
      },
    ),
  )
})
