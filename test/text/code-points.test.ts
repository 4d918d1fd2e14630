import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codePointLength, indexText } from '../../server/text/code-points.ts'
import { keptText, ODD } from '../support/texts.ts'

/** Words in a text, and where they stand in both units: [start, end). */
const places: Record<string, { text: string; words: string; codePoints: [number, number]; utf16: [number, number] }> = {
  'an emoji is one code point of two code units': { text: ODD, words: '😃', codePoints: [0, 1], utf16: [0, 2] },
  'a combining accent counts for itself': { text: ODD, words: 'x̌', codePoints: [2, 4], utf16: [3, 5] },
  'a right-to-left word stands in the order in which it is read': {
    text: ODD,
    words: 'سلام',
    codePoints: [5, 9],
    utf16: [6, 10],
  },
  'a family is seven code points': {
    text: `${ODD} 👩‍👩‍👧‍👦!`,
    words: '👩‍👩‍👧‍👦',
    codePoints: [10, 17],
    utf16: [11, 22],
  },
  'a flag is two code points': { text: `🇩🇪${ODD}`, words: '🇩🇪', codePoints: [0, 2], utf16: [0, 4] },
  'a syllable of three Jamo is three': {
    text: `${ODD}\u1112\u1161\u11ab.`,
    words: '\u1112\u1161\u11ab',
    codePoints: [9, 12],
    utf16: [10, 13],
  },
  'CRLF is two': { text: `${ODD}\r\nEnde`, words: '\r\n', codePoints: [9, 11], utf16: [10, 12] },
  'between two emoji lies a whole position': {
    text: `${ODD}😃😃`,
    words: '😃😃',
    codePoints: [9, 11],
    utf16: [10, 14],
  },
}

for (const [name, { text, words, codePoints, utf16 }] of Object.entries(places)) {
  test(name, () => {
    const indexed = indexText(text)
    const start = text.lastIndexOf(words)
    assert.deepEqual([start, start + words.length], utf16)
    assert.deepEqual(codePoints.map(indexed.toUtf16), utf16)
    assert.deepEqual(utf16.map(indexed.toCodePoints), codePoints)
    assert.equal(indexed.slice(...codePoints), words)
  })
}

test('an index inside a pair counts as the start of the pair', () => {
  const text = indexText(`a😃${ODD}`)
  assert.deepEqual([1, 2, 3].map(text.toCodePoints), [1, 1, 2])
})

test('a text without a character has the position 0 only', () => {
  const empty = indexText('')
  assert.deepEqual([empty.length, empty.toUtf16(0), empty.toCodePoints(0), empty.slice(0, 0)], [0, 0, 0, ''])
})

for (const outside of [-1, [...ODD].length + 1, Number.POSITIVE_INFINITY, Number.NaN]) {
  test(`position ${outside} is outside, and thrown`, () => {
    const text = indexText(ODD)
    assert.throws(() => text.toUtf16(outside), RangeError)
    assert.throws(() => text.slice(0, outside), RangeError)
    assert.throws(() => text.slice(outside, 2), RangeError)
  })
}

for (const outside of [-1, ODD.length + 1, Number.NaN]) {
  test(`index ${outside} is outside, and thrown`, () => {
    assert.throws(() => indexText(ODD).toCodePoints(outside), RangeError)
  })
}

test('every position comes back from UTF-16, in every text', () => {
  fc.assert(
    fc.property(keptText, (text) => {
      const indexed = indexText(text)
      let utf16 = 0
      for (const [position, character] of [...text].entries()) {
        assert.equal(indexed.toUtf16(position), utf16)
        assert.equal(indexed.toCodePoints(utf16), position)
        utf16 += character.length
      }
      assert.equal(indexed.toUtf16(indexed.length), text.length)
      assert.equal(indexed.toCodePoints(text.length), indexed.length)
    }),
  )
})

test('a slice is the characters from the start to the end, in every text', () => {
  fc.assert(
    fc.property(keptText, fc.nat(60), fc.nat(60), (text, a, b) => {
      const characters = [...text]
      const [start, end] = [a, b].map((position) => Math.min(position, characters.length)) as [number, number]
      assert.equal(indexText(text).slice(start, end), characters.slice(start, end).join(''))
      assert.equal(codePointLength(text), characters.length)
      assert.equal(indexText(text).length, characters.length)
    }),
  )
})
