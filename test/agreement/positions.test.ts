/** Walking over bounds against looking at every position. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codingOfTag, codingOfTags } from '../../server/agreement/coding.ts'
import { cohenKappa } from '../../server/agreement/cohen-kappa.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { outcomeOf } from '../../server/agreement/estimate.ts'
import { fleissKappa } from '../../server/agreement/fleiss-kappa.ts'
import { gwetAc1 } from '../../server/agreement/gwet-ac1.ts'
import { krippendorffAlpha } from '../../server/agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../../server/agreement/percent-agreement.ts'
import { innermost } from '../../server/agreement/projection.ts'
import { unitizingAlphas } from '../../server/agreement/u-alpha.ts'
import { ANY_LENGTH, anyText, codingOf, corpusOf, near, type ShortText } from '../support/agreement.ts'

/** A row for each position of each text; null where an annotator did not read it. */
function byPosition(corpus: Corpus, only?: number): (number | null)[][] {
  return corpus.continua.flatMap(({ length, readings }) =>
    Array.from({ length }, (_, at) =>
      corpus.annotators.map((_, annotator) => {
        const reading = readings.find((reading) => reading.annotator === annotator)
        if (!reading) return null
        const over = ({ start, end }: { start: number; end: number }) => start <= at && at < end
        if (only !== undefined) return +reading.units.some((unit) => unit.tag === only && over(unit))
        return (innermost(reading.units).find(over)?.tag ?? -1) + 1
      }),
    ),
  )
}

/** Two texts, each read by two of three annotators. */
const partlyRead = fc.tuple(anyText(3), anyText(3)).map(([one, other]) => {
  const { r2: _, ...first } = one
  const { r0: __, ...second } = other
  return corpusOf([first, second] as ShortText[], ANY_LENGTH)
})
const corpora = fc.oneof(
  anyText(3).map((text) => corpusOf(text, ANY_LENGTH)),
  partlyRead,
)

const MEASURES = {
  percentAgreement,
  fleissKappa,
  gwetAc1,
  krippendorffAlpha,
  cohenKappa: (coding: Parameters<typeof cohenKappa>[0]) => cohenKappa(coding, [0, 1]),
}

for (const [name, measure] of Object.entries(MEASURES))
  test(`${name}: stretches come to the same as positions, for all tags and for one`, () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        const tables = [
          [codingOfTags(corpus), byPosition(corpus)] as const,
          ...corpus.tags.map((_, tag) => [codingOfTag(corpus, tag), byPosition(corpus, tag)] as const),
        ]
        for (const [coding, rows] of tables) {
          const [swept, counted] = [outcomeOf(measure(coding)), outcomeOf(measure(codingOf(rows).coding))]
          assert.equal(swept.n, counted.n)
          if (swept.value === undefined) assert.equal(counted.value, undefined)
          else assert.ok(near(counted.value, swept.value, 1e-9), `${swept.value} ${counted.value}`)
        }
      }),
      { numRuns: 60 },
    )
  })

test('texts that different people read: what one read alone compares with nothing', () => {
  const corpus = corpusOf(
    [{ ada: [[0, 4, 'x']], ben: [[0, 4, 'x']] }, { ada: [[2, 6, 'x']], cleo: [[4, 8, 'x']] }, { ben: [[0, 9, 'x']] }],
    10,
  )
  assert.equal(outcomeOf(krippendorffAlpha(codingOfTags(corpus))).n, 40)
  assert.equal(outcomeOf(fleissKappa(codingOfTags(corpus))).n, 20, 'two values everywhere, by whomever')
  assert.equal(outcomeOf(unitizingAlphas(corpus, innermost).uAlpha).n, 40)
  assert.equal(outcomeOf(cohenKappa(codingOfTags(corpus), [0, 1])).value, 1)
  assert.equal(outcomeOf(cohenKappa(codingOfTags(corpus), [1, 2])).reason, 'nothing-shared')
})
