import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { graphemeAt, isGraphemeBoundary, trimRange, type Utf16Range, wordAt } from '../../server/text/words.ts'
import { keptText, ODD } from '../support/texts.ts'

const words = (text: string, { startUtf16, endUtf16 }: Utf16Range) => text.slice(startUtf16, endUtf16)

/** What is one character to a reader, in the middle of a text. */
const characters: Record<string, string> = {
  'an emoji is one character': '😃',
  'a family is one character': '👩‍👩‍👧‍👦',
  'a flag is one character': '🇩🇪',
  'a hand with a skin tone is one character': '👍🏽',
  'a heart with a variation selector is one character': '❤️',
  'a letter with an accent of its own is one character': 'x̌',
  'a letter with two accents is one character': 'ự̌',
  'a syllable of three Jamo is one character': '\u1112\u1161\u11ab',
  'an Arabic letter with vowel signs is one character': 'لَّ',
  'a Thai consonant with a vowel sign is one character': 'ก็',
  'a Devanagari consonant with a vowel sign is one character': 'मि',
}

for (const [name, character] of Object.entries(characters)) {
  test(name, () => {
    const before = `${ODD} a`
    const text = `${before}${character}b`
    for (let index = 0; index < character.length; index++) {
      assert.equal(words(text, graphemeAt(text, before.length + index)), character)
      assert.equal(isGraphemeBoundary(text, before.length + index), index === 0)
    }
    assert.ok(isGraphemeBoundary(text, before.length + character.length))
  })
}

/** What stands at the bar. */
const wordCases: Record<string, [string, string]> = {
  'a word with an umlaut': [`${ODD} Bundes|länder!`, 'Bundesländer'],
  'a word at its first letter': [`${ODD} |Länder`, 'Länder'],
  'the space at the end of a word': [`${ODD} das| Land`, ' '],
  'a mark of punctuation': [`${ODD} das Land|, das`, ','],
  'a quotation mark is not part of the word': [`${ODD} „|marode“`, 'marode'],
  'an emoji': [`${ODD} das |👩‍👧 Land`, '👩‍👧'],
  'a word with a combining accent': ['😃 سلام am ax̌|el-Tag', 'ax̌el'],
  'a right-to-left word': [`😃 x̌ قال الو|زير: nein`, 'الوزير'],
  'a number with a comma': [`${ODD} 63|,0 Prozent`, '63,0'],
  'the last word at the end of the text': [`${ODD} Ende|`, 'Ende'],
}

for (const [name, [text, word]] of Object.entries(wordCases)) {
  test(`the word there: ${name}`, () => {
    const plain = text.replace('|', '')
    assert.equal(words(plain, wordAt(plain, text.indexOf('|'))), word)
  })
}

const trimmed: Record<string, [string, string]> = {
  'white space of every kind is trimmed': [` \t\n\u00a0\u1680\u2003\u2028\u202f\u205f\u3000${ODD}\u3000\n`, ODD],
  'white space inside stays': [`${ODD} \n ${ODD}`, `${ODD} \n ${ODD}`],
  'what only looks like nothing stays': [`\ufeff\u200b${ODD}\u00ad\u200e`, `\ufeff\u200b${ODD}\u00ad\u200e`],
  'white space alone leaves nothing': [' \n\u3000', ''],
  'nothing leaves nothing': ['', ''],
}

for (const [name, [text, expected]] of Object.entries(trimmed)) {
  test(name, () => {
    const whole = `${ODD}${text}${ODD}`
    const range = { startUtf16: ODD.length, endUtf16: ODD.length + text.length }
    assert.equal(words(whole, trimRange(whole, range)), expected)
  })
}

test('an empty text has empty words and characters', () => {
  assert.deepEqual(wordAt('', 0), { startUtf16: 0, endUtf16: 0 })
  assert.deepEqual(graphemeAt('', 0), { startUtf16: 0, endUtf16: 0 })
  assert.ok(isGraphemeBoundary('', 0))
})

test('words and characters follow one another without a gap, in every text', () => {
  fc.assert(
    fc.property(keptText, fc.constantFrom(wordAt, graphemeAt), (text, pieceAt) => {
      for (let index = 0; index < text.length; ) {
        const piece = pieceAt(text, index)
        assert.equal(piece.startUtf16, index)
        assert.ok(piece.endUtf16 > index)
        for (let inside = index + 1; inside < piece.endUtf16; inside++) assert.deepEqual(pieceAt(text, inside), piece)
        index = piece.endUtf16
      }
    }),
  )
})

test('a character begins exactly where the one before it ends, in every text', () => {
  fc.assert(
    fc.property(keptText, (text) => {
      const starts = new Set([text.length])
      for (let index = 0; index < text.length; index++) starts.add(graphemeAt(text, index).startUtf16)
      for (let index = 0; index <= text.length; index++)
        assert.equal(isGraphemeBoundary(text, index), starts.has(index))
    }),
  )
})
