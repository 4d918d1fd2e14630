import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareText } from '../../server/text/compare-text.ts'
import { ODD } from '../support/texts.ts'

/** In their order. */
const pairs: Record<string, [string, string]> = {
  'nothing comes first': ['', ODD],
  'a beginning comes before the whole': [ODD, `${ODD}!`],
  'capital letters come before small ones': [`${ODD}Z`, `${ODD}a`],
  'umlauts come after all plain letters, in no language’s order': [`${ODD}z`, `${ODD}ä`],
  'digits are characters, not numbers': [`${ODD}10`, `${ODD}9`],
  'an emoji comes after the end of the BMP': [`${ODD}\uffee`, `${ODD}😃`],
  'a combining accent comes after a letter': [`${ODD}xy`, `${ODD}x̌`],
  'a right-to-left word comes after Latin ones': [`${ODD}ž`, `${ODD}سلام`],
}

for (const [name, [first, second]] of Object.entries(pairs)) {
  test(name, () => {
    assert.ok(compareText(first, second) < 0)
    assert.ok(compareText(second, first) > 0)
    assert.equal(compareText(first, first), 0)
  })
}

test('the order is that of the UTF-8 bytes, so any tool can sort alike', () => {
  const text = fc.string({ unit: 'binary', maxLength: 4 })
  fc.assert(
    fc.property(text, text, text, (same, a, b) => {
      const [left, right] = [same + a, same + b]
      assert.equal(Math.sign(compareText(left, right)), Buffer.compare(Buffer.from(left), Buffer.from(right)))
    }),
  )
})
