import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codedBlocks } from '../../server/articles/article.ts'
import { LINE_LENGTH, linesOf } from '../../server/text/lines.ts'
import { articleOf, oddArticle } from '../support/texts.ts'

const FULL = 'Am x̌-Tag 😃 قال الوزير: die Lage ist ernst, und diese bleibt so.'
const LONG_WORD = '😃x̌ق'.repeat(20)

const cases: Record<string, { words: string; lines: string[] }> = {
  'a line of 64 code points is one': { words: FULL, lines: [FULL] },
  'a word that does not fit begins a line': {
    words: `${FULL}x und mehr`,
    lines: [FULL.replace(' so.', ''), 'so.x und mehr'],
  },
  'white space at a break belongs to no line': { words: `${FULL} \u00a0\n mehr`, lines: [FULL, 'mehr'] },
  'a longer word has a line to itself': { words: `Am ${LONG_WORD} und`, lines: ['Am', LONG_WORD, 'und'] },
}

for (const [name, { words, lines }] of Object.entries(cases)) {
  test(name, () => {
    const { body, blocks } = articleOf(['byline', 'Von 😃'], ['paragraph', words])
    assert.deepEqual(
      linesOf(body, blocks).map(({ start, end }) => body.slice(start, end)),
      lines,
    )
  })
}

test('lines hold all of the coded text but white space, and only one word may be longer than a line', () => {
  fc.assert(
    fc.property(oddArticle, (article) => {
      const lines = linesOf(article.body, article.blocks)
      for (const block of codedBlocks(article)) {
        let next = block.start
        for (const line of lines.filter((line) => line.block === block)) {
          assert.match(article.body.slice(next, line.start), /^\s*$/u)
          const words = article.body.slice(line.start, line.end)
          assert.ok(line.end - line.start <= LINE_LENGTH || !/\s/u.test(words.trim()))
          next = line.end
        }
        assert.match(article.body.slice(next, block.end), /^\s*$/u)
      }
    }),
  )
})
