import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Granularity, snap } from '../../server/annotations/snapping.ts'
import { spanFaults } from '../../server/annotations/span-rules.ts'
import { codedBlocks } from '../../server/articles/article.ts'
import { overlap } from '../../server/text/span.ts'
import { articleOf, oddArticle } from '../support/texts.ts'

/** Bars show where somebody pointed: at one place or from one to the other. */
const BLOCKS = {
  headline: 'Am x̌-Tag 😃 gesperrt',
  byline: 'Von Ada',
  paragraph: 'Er kam am 3. Oktober. „Was?“ fragte sie, قال الوزير: 👩‍👧 nein.',
  repeat: 'Am x̌-Tag',
} as const

/** What is meant between the words before the bars, counted in the whole text. */
const cases: Record<string, { pointed: string; by: Granularity; words: string | undefined }> = {
  'inside a word means the word': { pointed: 'ges|per|rt', by: 'word', words: 'gesperrt' },
  'from word to word means both': { pointed: 'T|ag 😃 gesp|errt', by: 'word', words: 'Tag 😃 gesperrt' },
  'backwards means the same': { pointed: 'T>ag 😃 gesp<errt', by: 'word', words: 'Tag 😃 gesperrt' },
  'the space before a word is left out': { pointed: '😃| gesp|errt', by: 'word', words: 'gesperrt' },
  'the space after a word is left out': { pointed: 'T|ag |😃', by: 'word', words: 'Tag' },
  'a word with an accent is not cut': { pointed: 'Am |x|\u030c-Tag', by: 'word', words: 'x̌' },
  'a right-to-left word is one': { pointed: 'قال الو|زي|ر', by: 'word', words: 'الوزير' },
  'right-to-left words in the order of reading': { pointed: 'ق|ال الو|زير', by: 'word', words: 'قال الوزير' },
  'a quotation mark is taken only when pointed at': { pointed: '„|Wa|s?“', by: 'word', words: 'Was' },
  'quotation marks are taken when pointed at': { pointed: '|„Was?“|', by: 'word', words: '„Was?“' },
  'with Alt a part of a word': { pointed: 'ges|per|rt', by: 'character', words: 'per' },
  'with Alt a joined emoji is not cut': { pointed: ': 👩|\u200d👧| nein', by: 'character', words: '👩‍👧' },
  'with Alt an accent stays with its letter': { pointed: 'Am x|\u030c-|Tag', by: 'character', words: 'x̌-' },
  'with Alt white space is left out': { pointed: 'Tag| 😃 |gesperrt', by: 'character', words: '😃' },
  'a sentence': { pointed: '„W|a|s?“', by: 'sentence', words: '„Was?“ fragte sie, قال الوزير: 👩‍👧 nein.' },
  'a sentence with an ordinal': { pointed: 'Er |kam| am', by: 'sentence', words: 'Er kam am 3. Oktober.' },
  'a sentence and the space after it is one sentence': {
    pointed: 'Er |kam am 3. Oktober. |„Was',
    by: 'sentence',
    words: 'Er kam am 3. Oktober.',
  },
  'two sentences': {
    pointed: 'Okt|ober. „W|as',
    by: 'sentence',
    words: 'Er kam am 3. Oktober. „Was?“ fragte sie, قال الوزير: 👩‍👧 nein.',
  },
  'a headline is a sentence': { pointed: 'ges|per|rt', by: 'sentence', words: 'Am x̌-Tag 😃 gesperrt' },
  'over a block that cannot be marked': {
    pointed: 'ges|perrt\n\nVon Ada\n\nE|r',
    by: 'word',
    words: 'gesperrt\n\nVon Ada\n\nEr',
  },
  'from a block that cannot be marked only what can be': { pointed: 'Von |Ada\n\nE|r', by: 'word', words: 'Er' },
  'into a block that cannot be marked only what can be': {
    pointed: '|gesperrt\n\nVon A|da',
    by: 'word',
    words: 'gesperrt',
  },
  'into the repeat at the end': { pointed: 'ne|in.\n\nAm x̌-T|ag', by: 'word', words: 'nein.' },
  'only in a block that cannot be marked': { pointed: 'V|on A|da', by: 'word', words: undefined },
  'only white space': { pointed: 'gesperrt|\n\n|Von Ada', by: 'word', words: undefined },
  'one place in a word means the word': { pointed: 'ges|perrt', by: 'word', words: 'gesperrt' },
  'one place before a word means the word after it': { pointed: '😃 |gesperrt', by: 'word', words: 'gesperrt' },
  'one place at the end of a word means the word': { pointed: 'fragte| sie', by: 'word', words: 'fragte' },
  'one place between a word and a comma means the word': { pointed: 'sie|, قال', by: 'word', words: 'sie' },
  'one place before an emoji means the emoji': { pointed: 'Tag |😃', by: 'word', words: '😃' },
  'one place after an emoji means the emoji': { pointed: '😃| gesperrt', by: 'word', words: '😃' },
  'one place at the end of a block means its last word': { pointed: 'gesperrt|\n', by: 'word', words: 'gesperrt' },
  'one place at the end of a sentence means it': {
    pointed: 'Oktober.| „',
    by: 'sentence',
    words: 'Er kam am 3. Oktober.',
  },
  'one place at the beginning of a sentence means it': {
    pointed: 'Oktober. |„Was',
    by: 'sentence',
    words: '„Was?“ fragte sie, قال الوزير: 👩‍👧 nein.',
  },
  'one place in a block that cannot be marked means nothing': { pointed: 'Von A|da', by: 'word', words: undefined },
}

const article = articleOf(...(Object.entries(BLOCKS) as [keyof typeof BLOCKS, string][]))

for (const [name, { pointed, by, words }] of Object.entries(cases)) {
  test(name, () => {
    const [from, to] = placesOf(pointed)
    const span = snap(article, from, to, by)
    assert.equal(span && article.body.slice(span.start, span.end), words)
  })
}

/** The bars' positions in the article: `>` is where somebody began and `<` where they ended, backwards. */
function placesOf(pointed: string): [number, number] {
  const [before = '', inside = '', after] = pointed.split(/[|<>]/)
  const index = article.body.text.indexOf(before + inside + (after ?? ''))
  assert.notEqual(index, -1, 'the article does not say this')
  const from = article.body.toCodePoints(index + before.length)
  const to = after === undefined ? from : article.body.toCodePoints(index + before.length + inside.length)
  return pointed.includes('>') ? [to, from] : [from, to]
}

test('the last place of the text means its last word', () => {
  const short = articleOf(['paragraph', 'قال x̌ 😃 Ende'])
  assert.deepEqual(snap(short, short.body.length, short.body.length, 'word'), { start: 9, end: 13 })
  assert.deepEqual(snap(short, 0, 0, 'word'), { start: 0, end: 3 })
})

const position = fc.nat(150)
const granularity = fc.constantFrom<Granularity>('character', 'word', 'sentence')
const withinText = (length: number, position: number) => Math.min(position, length)

test('what is snapped can be marked, in every article', () => {
  fc.assert(
    fc.property(oddArticle, position, position, granularity, (article, a, b, by) => {
      const span = snap(article, withinText(article.body.length, a), withinText(article.body.length, b), by)
      if (span) assert.deepEqual(spanFaults(article, span), {})
    }),
  )
})

test('the order of the two places does not matter, and snapping again changes nothing', () => {
  fc.assert(
    fc.property(oddArticle, position, position, granularity, (article, a, b, by) => {
      const [from, to] = [a, b].map((position) => withinText(article.body.length, position)) as [number, number]
      const span = snap(article, from, to, by)
      assert.deepEqual(snap(article, to, from, by), span)
      if (span) assert.deepEqual(snap(article, span.start, span.end, 'character'), span)
    }),
  )
})

test('every character that can start and end a mark is found where somebody points at it', () => {
  fc.assert(
    fc.property(oddArticle, granularity, (article, by) => {
      for (const block of codedBlocks(article))
        for (let at = block.start; at < block.end; at++) {
          if (Object.keys(spanFaults(article, { start: at, end: at + 1 })).length > 0) continue
          const span = snap(article, at, at + 1, by)
          assert.ok(span && overlap(span, { start: at, end: at + 1 }))
        }
    }),
    { numRuns: 50 },
  )
})
