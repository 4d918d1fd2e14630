/** Ids that were met, many and odd ones: the same answers as a Set of strings gives. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { IdSet } from '../../server/exchange/formats/shared/id-set.ts'

test('it says of each id whether it was there, as a set of strings does', () => {
  const nil = '00000000-0000-0000-0000-000000000000'
  const one = '00000000-0000-0000-0000-000000000001'
  const upper = 'ABCDEF00-0000-4000-8000-000000000000'
  const odd = [nil, one, upper, upper.toLowerCase(), '', 'a', 'A', '😃', '\ud800', `${one} `]
  const many = Array.from({ length: 5000 }, () => randomUUID())
  const alike = Array.from({ length: 5000 }, (_, n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`)
  const ids = new IdSet()
  const strings = new Set<string>()
  for (const id of [...odd, ...many, ...alike, ...odd, ...many.slice(0, 500), ...alike]) {
    assert.equal(ids.has(id), strings.has(id), id)
    assert.equal(ids.add(id), !strings.has(id), id)
    strings.add(id)
  }
})
