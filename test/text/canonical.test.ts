import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical, textFault } from '../../server/text/canonical.ts'
import { indexText } from '../../server/text/code-points.ts'
import { keptText, ODD, rawText } from '../support/texts.ts'

const TEXT = `Straße 😃 gesperrt\n\nÄrger am x̌-Tag:\tقال الوزير 한글\n`

const sameText: Record<string, string> = {
  'LF stays': TEXT,
  'CRLF becomes LF': TEXT.replaceAll('\n', '\r\n'),
  'CR becomes LF': TEXT.replaceAll('\n', '\r'),
  'LF CR is two line ends': TEXT.replace('\n\n', '\n\r'),
  'line ends of three kinds become one': TEXT.replace('\n\n', '\r\n\r').replace(/\n$/, '\r'),
  'a byte order mark is taken off': `\ufeff${TEXT}`,
  'two byte order marks are taken off': `\ufeff\ufeff${TEXT}`,
  'NFD becomes NFC': TEXT.normalize('NFD'),
  'all of it at once': `\ufeff${TEXT.normalize('NFD').replaceAll('\n', '\r\n')}`,
}

for (const [name, text] of Object.entries(sameText)) {
  test(name, () => {
    assert.equal(canonical(text), TEXT)
    assert.equal(textFault(canonical(text)), undefined)
  })
}

const otherTexts: Record<string, string> = {
  'a ligature is not taken apart': 'ﬁ',
  'ß and ẞ stay what they are': 'ßẞ',
  'a byte order mark inside is a character like others': 'a\ufeffb',
  'white space is neither folded nor cut off': '  a\u00a0\u3000b\u2028 ',
  'marks of direction and joiners stay': '\u200e\u202e\u200c\u200d\u00ad\u200b',
}

for (const [name, text] of Object.entries(otherTexts)) {
  test(name, () => {
    assert.equal(canonical(`${ODD}${text}`), `${ODD}${text}`)
    assert.equal(textFault(`${ODD}${text}`), undefined)
  })
}

const code = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

function isRefused(character: string): boolean {
  const codePoint = character.codePointAt(0)!
  return (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) && codePoint !== 0x0a && codePoint !== 0x09
}

test('control characters are refused, but LF and TAB', () => {
  for (let codePoint = 0; codePoint <= 0xff; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    const expected = isRefused(character) ? 'control-character' : undefined
    assert.equal(textFault(`${ODD}${character}.`), expected, code(codePoint))
  }
})

test('German quotation marks of Windows-1252 that were read as Latin-1 are noticed', () => {
  assert.equal(textFault(canonical(`${ODD} \x84moderne Risiken\x93`)), 'control-character')
})

const refused: Record<string, [string, string]> = {
  'the first half of a character is refused': ['\ud83d', 'lone-surrogate'],
  'the second half of a character is refused': ['\ude03', 'lone-surrogate'],
  'two halves in the wrong order are refused': ['\ude03\ud83d', 'lone-surrogate'],
  'a text that is not in NFC is refused': ['a\u0308', 'not-canonical'],
  'a syllable in single Jamo is refused': ['\u1112\u1161\u11ab', 'not-canonical'],
}

for (const [name, [text, fault]] of Object.entries(refused)) {
  test(name, () => assert.equal(textFault(`${ODD}${text}.`), fault))
}

test('what has no canonical form is left in, for textFault to find', () => {
  for (const text of ['\0', '\x1b', '\x85', '\ud83d', '\ude03'])
    assert.equal(canonical(`${ODD}${text}.`), `${ODD}${text}.`)
})

test('noncharacters and characters of no Unicode version are kept', () => {
  for (const codePoint of [0xfffe, 0xffff, 0x10ffff, 0xe000, 0x0378])
    assert.equal(textFault(`${ODD}${String.fromCodePoint(codePoint)}.`), undefined, code(codePoint))
})

test('the canonical form of a canonical form is itself, whatever comes in', () => {
  fc.assert(fc.property(rawText, (text) => assert.equal(canonical(canonical(text)), canonical(text))))
})

test('a canonical form can be kept unless it holds a control character or half of a character', () => {
  fc.assert(
    fc.property(rawText, (raw) => {
      const text = canonical(raw)
      const isHarmless = text.isWellFormed() && ![...text].some(isRefused)
      assert.equal(textFault(text) === undefined, isHarmless)
    }),
  )
})

test('every slice of a text that can be kept can be kept: quotes never need another form', () => {
  fc.assert(
    fc.property(keptText, fc.nat(60), fc.nat(60), (text, a, b) => {
      const body = indexText(text)
      const [start, end] = [a, b].map((position) => Math.min(position, body.length)).sort((a, b) => a - b)
      assert.equal(textFault(text), undefined)
      assert.equal(textFault(body.slice(start!, end!)), undefined)
    }),
  )
})
