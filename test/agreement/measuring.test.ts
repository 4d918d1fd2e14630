/** Long measurements, in their threads. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GAMMA_DEFAULTS } from '../../server/agreement/gamma.ts'
import { startMeasuring } from '../../server/agreement/measuring.ts'
import type { Settings } from '../../server/agreement/results.ts'
import { corpusOf, type ShortUnit } from '../support/agreement.ts'

const ASKED: Settings = {
  ...{ measures: ['gamma'], level: 'nominal', threshold: 0.5, gamma: GAMMA_DEFAULTS },
  bootstrap: { samples: 0, seed: 1, ofParagraphs: false },
}

/** So many units of two annotators, who differ by a little. */
function longText(units: number) {
  const line = (shift: number) =>
    Array.from({ length: units }, (_, place): ShortUnit => [10 * place + shift, 10 * place + 8, 'a'])
  return corpusOf({ ada: line(0), ben: line(1) }, 10 * units)
}

test('what is measured of readings that have changed since ends where the new ones are measured', async () => {
  const measuring = startMeasuring()
  const begin = (key: string, subject: string, units: number) =>
    measuring.begin(key, subject, () => Promise.resolve(longText(units)), ASKED)
  begin('old', 'round', 1000)
  while (measuring.stateOf('old')?.kind !== 'running') await new Promise((resolve) => setTimeout(resolve, 20))
  begin('new', 'round', 3)
  begin('of another', 'other round', 3)
  assert.equal(measuring.stateOf('old'), undefined)
  while (measuring.stateOf('of another')?.kind !== 'done') await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(measuring.stateOf('new')?.kind, 'done')
})
