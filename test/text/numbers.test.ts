import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatInteger, formatPercent } from '../../server/text/numbers.ts'

test('shares are percentages with one decimal, as the reader’s language writes them', () => {
  assert.equal(formatPercent(0.6303, 'de'), '63,0\u00a0%')
  assert.equal(formatPercent(0.6303, 'en'), '63.0%')
  assert.equal(formatPercent(1, 'de'), '100,0\u00a0%')
  assert.equal(formatPercent(0, 'en'), '0.0%')
})

test('thousands of numbers are written by one format: making one for each took most of the time of a large table', (t) => {
  const formats = t.mock.method(Intl, 'NumberFormat')
  for (let n = 0; n < 100; n++) formatPercent(n / 100, 'fr', 2)
  for (let n = 0; n < 100; n++) formatInteger(n, 'fr')
  assert.equal(formats.mock.callCount(), 2)
  assert.equal(formatInteger(12_345, 'de'), '12.345')
})
