import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codedBlocks } from '../../server/articles/article.ts'
import { isCoded } from '../../server/text/blocks.ts'
import { LINE_LENGTH, linesOf, numberedLines } from '../../server/text/lines.ts'
import { isGraphemeBoundary } from '../../server/text/words.ts'
import { articleOf, oddArticle } from '../support/texts.ts'

const FULL = 'In einer deutlichen Botschaft hat der Minister dem Kollegen eben'
const FAMILY = '👩‍👩‍👧'

const cases: Record<string, { words: string; lines: string[] }> = {
  'a line of 64 letters is one': { words: FULL, lines: [FULL] },
  'a word that does not fit begins a line': {
    words: `${'x'.repeat(60)} Lage und mehr`,
    lines: [`${'x'.repeat(60)} `, 'Lage und mehr'],
  },
  'white space at the end of a line belongs to it and has no width': {
    words: `${FULL}   mehr`,
    lines: [`${FULL}   `, 'mehr'],
  },
  'several spaces are as wide as one': { words: `${FULL.slice(0, 60)}  abc`, lines: [`${FULL.slice(0, 60)}  abc`] },
  'where the text ends a line, a line ends': { words: 'Ja.\nNein.\n\nDoch.', lines: ['Ja.\n', 'Nein.\n\n', 'Doch.'] },
  'a longer word begins a line and is broken': {
    words: `Am ${'x'.repeat(130)} und`,
    lines: ['Am ', 'x'.repeat(64), 'x'.repeat(64), 'xx und'],
  },
  'a line may end behind a hyphen in a word, not behind a minus': {
    words: `${'x'.repeat(50)} Ukraine-Kriegsgebiet -5 Grad`,
    lines: [`${'x'.repeat(50)} Ukraine-`, 'Kriegsgebiet -5 Grad'],
  },
  'a space that keeps together does': {
    words: `${'x'.repeat(60)} 5\u00a0000\u202fEuro`,
    lines: [`${'x'.repeat(60)} `, '5\u00a0000\u202fEuro'],
  },
  'a letter with marks is one': { words: `${'x̌'.repeat(64)} y`, lines: [`${'x̌'.repeat(64)} `, 'y'] },
  'an emoji is as wide as two letters, and stays whole': {
    words: FAMILY.repeat(33),
    lines: [FAMILY.repeat(32), FAMILY],
  },
  'an ideograph is as wide as two letters': { words: '中'.repeat(40), lines: ['中'.repeat(32), '中'.repeat(8)] },
  'no line begins with a sign that closes': {
    words: `${'中'.repeat(32)}。文`,
    lines: ['中'.repeat(31), '中。文'],
  },
  'what cannot be seen has no width': { words: `${'x\u00ad'.repeat(64)} y`, lines: [`${'x\u00ad'.repeat(64)} `, 'y'] },
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

test('every line stands in one block, and the lines of a block are the block', () => {
  fc.assert(
    fc.property(oddArticle, (article) => {
      const lines = linesOf(article.body, article.blocks)
      assert.deepEqual(
        lines.map(({ number }) => number),
        lines.map((_, index) => index + 1),
      )
      for (const block of codedBlocks(article)) {
        let next = block.start
        for (const line of lines.filter((line) => line.block === block)) {
          assert.equal(line.start, next)
          assert.ok(line.start < line.end && line.start <= line.inkEnd && line.inkEnd <= line.end)
          assert.match(article.body.slice(line.inkEnd, line.end), /^\s*$/u)
          next = line.end
        }
        assert.equal(next, block.end)
      }
      assert.ok(lines.every(({ block }) => isCoded(block)))
    }),
  )
})

test('no line ends inside a character, and inside a word only where the word is longer than a line', () => {
  fc.assert(
    fc.property(oddArticle, (article) => {
      for (const { block, start, end, inkEnd } of linesOf(article.body, article.blocks)) {
        const words = article.body.slice(block.start, block.end)
        const at = article.body.slice(block.start, end).length
        assert.ok(isGraphemeBoundary(words, at))
        assert.ok(article.body.slice(start, inkEnd).length === 0 || inkEnd - start >= 1)
        const isInWord = /[a-zäöüß]$/.test(words.slice(0, at)) && /^[a-zäöüß]/.test(words.slice(at))
        if (isInWord) assert.ok(/\S*$/.exec(words.slice(0, at))![0].length >= LINE_LENGTH - 1)
      }
    }),
  )
})

test('a text in plain letters breaks as one that is read character by character', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcäöß.,-–„“ ()0123'), minLength: 1, maxLength: 90 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
      const text = `x${words.join(' ')}x`
      const ends = (marked: string) => {
        const { body, blocks } = articleOf(['paragraph', marked])
        return linesOf(body, blocks).map(({ end }) => end)
      }
      // One soft hyphen at the end has no width, and makes the text one that is not plain.
      const plain = ends(text)
      assert.deepEqual(ends(`${text}\u00ad`).slice(0, -1), plain.slice(0, -1))
    }),
  )
})

test('every fifth line shows its number', () => {
  const { body, blocks } = articleOf(['paragraph', `${FULL} `.repeat(12).trim()])
  assert.deepEqual(
    numberedLines(body, blocks).map(({ number, start }) => [number, start]),
    [5, 10].map((number) => [number, (number - 1) * 65]),
  )
})
