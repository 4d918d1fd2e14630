import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codedBlocks } from '../../server/articles/article.ts'
import { folded, searchIn } from '../../server/text/search.ts'
import { contains } from '../../server/text/span.ts'
import { articleOf, oddArticle } from '../support/texts.ts'

const CASES: Record<string, { words: string; query: string; found: string[] }> = {
  'in any case': { words: 'Der Minister und DER MINISTER.', query: 'minister', found: ['Minister', 'MINISTER'] },
  'ss for ß': {
    words: 'Die Straße, die Strasse, die STRASSE.',
    query: 'strasse',
    found: ['Straße', 'Strasse', 'STRASSE'],
  },
  'ß for ss': { words: 'Die Strasse und die STRAẞE', query: 'straße', found: ['Strasse', 'STRAẞE'] },
  'without accents': { words: 'Präsident Élysée', query: 'prasident elysee', found: ['Präsident Élysée'] },
  'with an accent typed apart': { words: 'Präsident', query: 'pra\u0308s', found: ['Präs'] },
  'an accent that has no letter of its own': { words: 'Ein x̌y und xy', query: 'x', found: ['x̌', 'x'] },
  'after characters beyond the first plane': { words: '😃😃 Straße 😃 ja', query: 'ja', found: ['ja'] },
  'an emoji': { words: 'sehr 😃 gut', query: '😃', found: ['😃'] },
  'across several kinds of space': {
    words: 'der\u00a0 neue\nKurs',
    query: 'der neue kurs',
    found: ['der\u00a0 neue\nKurs'],
  },
  'space at the ends of what is typed does not count': { words: 'Kurs.', query: ' kurs  ', found: ['Kurs'] },
  'quotation marks of any shape': { words: '„Ja“, sagt ’ne Frau', query: '"ja", sagt \'ne', found: ['„Ja“, sagt ’ne'] },
  'dashes of any length': { words: 'Ukraine–Krieg', query: 'ukraine-krieg', found: ['Ukraine–Krieg'] },
  'through a soft hyphen': { words: 'Donau\u00adschiff', query: 'donauschiff', found: ['Donau\u00adschiff'] },
  'a ligature': { words: 'oﬃziell', query: 'offiziell', found: ['oﬃziell'] },
  'half of ß is all of it, once': { words: 'heißt', query: 's', found: ['ß'] },
  'no place over another': { words: 'aaaa', query: 'aa', found: ['aa', 'aa'] },
  'sigma at the end of a word': { words: 'ΛΟΓΟΣ λόγος', query: 'λογος', found: ['ΛΟΓΟΣ', 'λόγος'] },
  'vowel signs are no accents': { words: 'कि का', query: 'का', found: ['का'] },
  'a Japanese letter is not another one': { words: 'がか', query: 'か', found: ['か'] },
  'right to left, without points': { words: 'قَالَ الوزير', query: 'قال', found: ['قَالَ'] },
  nothing: { words: 'Ja.', query: 'nein', found: [] },
  'nothing for nothing': { words: 'Ja. Nein.', query: '   ', found: [] },
  'nothing for what cannot be seen': { words: 'Ja. Nein.', query: '\u200b\u00ad', found: [] },
}

for (const [name, { words, query, found }] of Object.entries(CASES))
  test(`words are found: ${name}`, () => {
    const { body, blocks } = articleOf(['headline', 'ok 👍'], ['paragraph', words])
    const places = searchIn(body, blocks).find(query)
    assert.deepEqual(
      places.map(({ start, end }) => body.slice(start, end)),
      found,
    )
  })

test('nothing is found over the bounds of a block, nor in what cannot be marked', () => {
  const { body, blocks } = articleOf(['byline', 'Von Ada'], ['paragraph', 'Erst das'], ['paragraph', 'dann dies.'])
  const { find } = searchIn(body, blocks)
  assert.deepEqual([find('das dann'), find('ada')], [[], []])
  assert.equal(find('das').length, 1)
})

test('whatever is copied from a block is found there, and every place lies in a block and over no other', () => {
  fc.assert(
    fc.property(oddArticle, fc.nat(), fc.nat(), (article, from, length) => {
      const { find } = searchIn(article.body, article.blocks)
      for (const block of codedBlocks(article)) {
        const start = block.start + (from % (block.end - block.start))
        const end = Math.min(block.end, start + 1 + (length % 12))
        const places = find(article.body.slice(start, end))
        for (const [index, place] of places.entries()) {
          assert.ok(place.start < place.end && codedBlocks(article).some((block) => contains(block, place)))
          assert.ok(place.start >= (places[index - 1]?.end ?? 0))
          // What is found is found again by its own words.
          assert.ok(find(article.body.slice(place.start, place.end)).length > 0)
        }
        if (/[\p{L}\p{N}]/u.test(article.body.slice(start, end))) assert.ok(places.length > 0)
      }
    }),
  )
})

test('four million characters in one line are folded in one go: looking back at each space took longer than the runner waits', () => {
  const text = 'Haushalt  und STREIT '.repeat(200_000)
  assert.equal(folded(text), 'haushalt und streit '.repeat(200_000))
})
