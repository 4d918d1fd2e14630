import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatPercent } from '../../server/text/numbers.ts'

test('shares are percentages with one decimal, as the reader’s language writes them', () => {
  assert.equal(formatPercent(0.6303, 'de'), '63,0\u00a0%')
  assert.equal(formatPercent(0.6303, 'en'), '63.0%')
  assert.equal(formatPercent(1, 'de'), '100,0\u00a0%')
  assert.equal(formatPercent(0, 'en'), '0.0%')
})
