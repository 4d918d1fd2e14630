import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layOut } from '../../public/browser/cards/margin-layout.ts'

const card = fc.record({ top: fc.nat(900), height: fc.integer({ min: 20, max: 400 }) })
const margin = fc
  .array(card, { maxLength: 30 })
  .map((cards) => cards.toSorted((a, b) => a.top - b.top))
  .chain((cards) => fc.tuple(fc.constant(cards), fc.option(fc.nat(Math.max(0, cards.length - 1)), { nil: undefined })))

test('whatever stands in the margin, no card overlaps the next, and the open one is there', () => {
  fc.assert(
    fc.property(margin, ([cards, open]) => {
      const placed = layOut(cards, cards.length > 0 ? open : undefined)
      const shown = placed.flatMap((top, index) => (top === undefined ? [] : { top, height: cards[index]!.height }))
      for (const [index, { top }] of shown.slice(1).entries())
        assert.ok(top >= shown[index]!.top + shown[index]!.height)
      for (const { top } of shown) assert.ok(top >= 0)
      if (cards.length > 0 && open !== undefined) assert.notEqual(placed[open], undefined)
    }),
  )
})
