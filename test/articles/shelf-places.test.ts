/** Places on shelves: whatever is written is read, shelf by shelf. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeOnShelf, positionsIn, shelfOf } from '../../server/articles/shelf-places.ts'

test('positions come back from their shelves, each once, however many stand on one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5_000), { maxLength: 600 }), (positions) => {
      const shelves = new Map<number, string>()
      for (const position of positions) {
        const number = shelfOf(position)
        shelves.set(number, (shelves.get(number) ?? '') + placeOnShelf(position))
      }
      const read = positionsIn([...shelves].map(([number, places]) => ({ number, places })))
      assert.deepEqual([...read].sort(), [...positions].sort())
    }),
  )
})
