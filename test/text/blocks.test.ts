import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BLOCK_KINDS, type Block, blocksFault, isCoded, plainBlocks } from '../../server/text/blocks.ts'
import { indexText } from '../../server/text/code-points.ts'
import type { Span } from '../../server/text/span.ts'
import { keptText, ODD, placeOf } from '../support/texts.ts'

/** 200 code points, but more code units. */
const LONGEST = `${[...`${ODD} `.repeat(20)].slice(0, 199).join('')}x`
const text = `Wort ${ODD}`

/** A plain text → kind and words of its blocks. */
const plain: Record<string, { body: string; blocks: [string, string][] }> = {
  'blocks end at blank lines': {
    body: `${text}\n\n${ODD}.\nZweite Zeile.\n\nEnde.`,
    blocks: [
      ['headline', text],
      ['paragraph', `${ODD}.\nZweite Zeile.`],
      ['paragraph', 'Ende.'],
    ],
  },
  'a line of white space is blank': {
    body: `${text}\n \t\u00a0\n\n${ODD}.`,
    blocks: [
      ['headline', text],
      ['paragraph', `${ODD}.`],
    ],
  },
  'without blank lines every line is a block': {
    body: `${text}\n${ODD}.\nEnde.`,
    blocks: [
      ['headline', text],
      ['paragraph', `${ODD}.`],
      ['paragraph', 'Ende.'],
    ],
  },
  'blank lines before and after the text do not count': {
    body: `\n\n${text}\n${ODD}.\n\n`,
    blocks: [
      ['headline', text],
      ['paragraph', `${ODD}.`],
    ],
  },
  'white space at the ends of a block is not in it': {
    body: `\u3000 ${text}\u00a0\n\n\t• ${ODD}. \n`,
    blocks: [
      ['headline', text],
      ['paragraph', `• ${ODD}.`],
    ],
  },
  'a first block with a full stop is no headline': { body: `${ODD}. Ende`, blocks: [['paragraph', `${ODD}. Ende`]] },
  'a first block of 200 code points is a headline': {
    body: `${LONGEST}\n\nEnde.`,
    blocks: [
      ['headline', LONGEST],
      ['paragraph', 'Ende.'],
    ],
  },
  'a first block of 201 code points is none': {
    body: `${LONGEST}x\n\nEnde.`,
    blocks: [
      ['paragraph', `${LONGEST}x`],
      ['paragraph', 'Ende.'],
    ],
  },
  'a byte order mark inside is text': {
    body: `${text}\n\n\ufeff${ODD}.`,
    blocks: [
      ['headline', text],
      ['paragraph', `\ufeff${ODD}.`],
    ],
  },
  'a text of white space has no blocks': { body: ' \n\n\u3000\n', blocks: [] },
}

for (const [name, { body, blocks }] of Object.entries(plain)) {
  test(name, () => {
    const found = plainBlocks(body)
    assert.deepEqual(
      found.map(({ kind, start, end }) => [kind, indexText(body).slice(start, end)]),
      blocks,
    )
    assert.equal(blocksFault(body, found), undefined)
  })
}

const body = `${text}\n\n${ODD}.\n\nEnde.`
const block = ({ start, end }: Span): Block => ({ kind: 'paragraph', start, end })
const head = placeOf(body, text)
const second = placeOf(body, `${ODD}.`)
const last = placeOf(body, 'Ende.')

const faults: Record<string, { blocks: Block[]; fault: unknown }> = {
  'blocks that hold all the words are right': { blocks: [head, second, last].map(block), fault: undefined },
  'blocks may hold the white space between them': {
    blocks: [block({ start: 0, end: second.start }), block({ start: second.start, end: last.end })],
    fault: undefined,
  },
  'words before the first block are noticed': {
    blocks: [second, last].map(block),
    fault: { block: 0, fault: 'text-between-blocks' },
  },
  'words between blocks are noticed': {
    blocks: [head, last].map(block),
    fault: { block: 1, fault: 'text-between-blocks' },
  },
  'words after the last block are noticed': {
    blocks: [head, second].map(block),
    fault: { block: 2, fault: 'text-between-blocks' },
  },
  'a text without blocks is noticed': { blocks: [], fault: { block: 0, fault: 'text-between-blocks' } },
  'blocks that overlap are noticed': {
    blocks: [block(head), block({ start: head.end - 1, end: second.end }), block(last)],
    fault: { block: 1, fault: 'overlapping' },
  },
  'blocks out of order are noticed': {
    blocks: [block({ start: 0, end: second.end }), block(head)],
    fault: { block: 1, fault: 'overlapping' },
  },
  'an empty block is noticed': {
    blocks: [block(head), block({ start: head.end, end: head.end })],
    fault: { block: 1, fault: 'outside-text' },
  },
  'a block that ends before it starts is noticed': {
    blocks: [block({ start: 3, end: 2 })],
    fault: { block: 0, fault: 'outside-text' },
  },
  'a block that ends after the text is noticed': {
    blocks: [block({ start: 0, end: last.end + 1 })],
    fault: { block: 0, fault: 'outside-text' },
  },
}

for (const [name, { blocks, fault }] of Object.entries(faults)) {
  test(name, () => assert.deepEqual(blocksFault(body, blocks), fault))
}

test('bylines, credits and repeats are not coded, all other blocks are', () => {
  const uncoded = BLOCK_KINDS.filter((kind) => !isCoded({ kind, start: 0, end: 1 }))
  assert.deepEqual(uncoded, ['byline', 'credit', 'repeat'])
})

test('the blocks of any plain text are right, and none begins or ends with white space', () => {
  fc.assert(
    fc.property(keptText, (body) => {
      const blocks = plainBlocks(body)
      assert.equal(blocksFault(body, blocks), undefined)
      for (const { start, end } of blocks)
        assert.doesNotMatch(indexText(body).slice(start, end), /^\p{White_Space}|\p{White_Space}$/u)
    }),
  )
})
