/** What is kept in memory is looked up and kept anew without walking past everything else that is kept. */
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { keepFrozen } from '../server/frozen.ts'
import { freshDatabase } from './support/database.ts'

test('counts that have not changed are handed out without looking for the oldest: sixty thousand of them took eight seconds', async (t) => {
  const { db } = await freshDatabase(t)
  const frozen = keepFrozen()
  const sets = Array.from({ length: 10 }, (_, n) => ({ set: `${n}`, version: '1' }))
  await frozen.markCounts(db, sets)
  const keys = mock.method(Map.prototype, 'keys')
  t.after(() => keys.mock.restore())
  const counts = await frozen.markCounts(db, sets)
  const looked = keys.mock.callCount()
  keys.mock.restore()
  assert.deepEqual([counts.size, looked], [10, 0])
})
