import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quotations } from '../../server/text/quotations.ts'
import { keptText } from '../support/texts.ts'

const cases: Record<string, { text: string; found: string[] }> = {
  'German marks': { text: 'Er sagt „ja“ und geht.', found: ['„ja“'] },
  'English marks': { text: 'He says “yes” and goes.', found: ['“yes”'] },
  'German opening, English closing': { text: 'Er sagt „ja” und geht.', found: ['„ja”'] },
  'German opening, typewritten closing': { text: 'Er sagt „ja" und "nein".', found: ['„ja"', '"nein"'] },
  'guillemets pointing inwards': { text: 'Er sagt »ja« und geht.', found: ['»ja«'] },
  'guillemets pointing outwards': { text: 'Il dit « oui » et part.', found: ['« oui »'] },
  'typewritten marks': { text: 'Er sagt "ja" und "nein".', found: ['"ja"', '"nein"'] },
  'one in another': { text: '„Er sagte ‚nie‘ zu mir“', found: ['‚nie‘', '„Er sagte ‚nie‘ zu mir“'] },
  'an apostrophe closes nothing': { text: '‚Wie geht’s dir?’', found: ['‚Wie geht’s dir?’'] },
  'a mark that nothing closes': { text: 'Er sagt „ja und geht.', found: [] },
  'a closing mark alone': { text: 'ja” und geht', found: [] },
  'an inner mark that nothing closes': { text: '„Er sagte ‚nie zu mir“', found: ['„Er sagte ‚nie zu mir“'] },
  'beyond the BMP': { text: '😃 „𠀀“ 😃', found: ['„𠀀“'] },
}

for (const [name, { text, found }] of Object.entries(cases))
  test(name, () =>
    assert.deepEqual(
      quotations(text).map(({ startUtf16, endUtf16 }) => text.slice(startUtf16, endUtf16)),
      found,
    ),
  )

test('two quotations are apart, or one lies in the other', () => {
  fc.assert(
    fc.property(keptText, (text) => {
      const found = quotations(text)
      for (const a of found)
        for (const b of found) {
          const isApart = a.endUtf16 <= b.startUtf16 || b.endUtf16 <= a.startUtf16
          const isInside = (x: typeof a, y: typeof a) => x.startUtf16 <= y.startUtf16 && y.endUtf16 <= x.endUtf16
          assert.ok(isApart || isInside(a, b) || isInside(b, a))
        }
    }),
  )
})
