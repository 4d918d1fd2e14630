import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { against, type Coding, codingOfTag } from '../../server/agreement/coding.ts'
import { cohenKappa } from '../../server/agreement/cohen-kappa.ts'
import { type Estimate, outcomeOf } from '../../server/agreement/estimate.ts'
import { fleissKappa } from '../../server/agreement/fleiss-kappa.ts'
import { gwetAc1 } from '../../server/agreement/gwet-ac1.ts'
import { krippendorffAlpha, LEVELS } from '../../server/agreement/krippendorff-alpha.ts'
import { percentAgreement } from '../../server/agreement/percent-agreement.ts'
import { scottPi } from '../../server/agreement/scott-pi.ts'
import { codingOf, corpusOf, fromContingency, near } from '../support/agreement.ts'

type Values = readonly (readonly (string | number | null)[])[]
type Name = 'percent' | 'cohen' | 'scott' | 'fleiss' | 'gwet' | (typeof LEVELS)[number]

function estimateOf(name: Name, items: Values): Estimate {
  const { coding, categories } = codingOf(items)
  if (name === 'percent') return percentAgreement(coding)
  if (name === 'cohen') return cohenKappa(coding, [0, 1])
  if (name === 'scott') return scottPi(coding, [0, 1])
  if (name === 'fleiss') return fleissKappa(coding)
  if (name === 'gwet') return gwetAc1(coding)
  return krippendorffAlpha(coding, name, categories.map(Number))
}

const ARTSTEIN_POESIO = fromContingency([
  [20, 'STAT', 'STAT'],
  [20, 'IReq', 'STAT'],
  [10, 'STAT', 'IReq'],
  [50, 'IReq', 'IReq'],
])
const COHEN = fromContingency([
  [88, '1', '1'],
  [14, '1', '2'],
  [18, '1', '3'],
  [10, '2', '1'],
  [40, '2', '2'],
  [10, '2', '3'],
  [2, '3', '1'],
  [6, '3', '2'],
  [12, '3', '3'],
])
const digits = (rows: string): Values =>
  rows
    .trim()
    .split(/\s+/)
    .map((row) => [...row].map((value) => (value === '.' ? null : Number(value))))
const FLEISS = digits(`
  444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
  333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`)
const THREE_BY_TEN = digits('111 110 101 011 001 000 000 010 001 001')
const KRIPPENDORFF_1980 = digits('00 11 01 00 00 01 00 01 10 00')
const KRIPPENDORFF_2004 = digits('11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.')
const THREE_CODERS = digits('.1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4')
const HAYES_KRIPPENDORFF = digits(`
  112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1 212.2 1233. 1101.
  000.0 001.1 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222. 222.2 223.2 222.2 22.12
  2222. 111.1`)
const DIGITISED = [...'001111111100001111110000'].map((value, place) => [value, '000011110000000110000000'[place]!])

interface Case {
  readonly items: Values
  readonly says: Partial<Record<Name, number>>
  readonly observed?: number
  readonly expected?: number
  readonly tolerance?: number
}

/** Worked examples, by the papers in which they stand. */
const cases: Readonly<Record<string, Case>> = {
  'Artstein & Poesio 2008, example 1': { items: ARTSTEIN_POESIO, says: { percent: 0.7, scott: 0.341, cohen: 0.348 } },
  'Cohen 1960, p. 45': { items: COHEN, says: { percent: 0.7, cohen: 0.492, gwet: 0.576 }, tolerance: 6e-4 },
  'Fleiss 1971, psychiatric diagnoses': { items: FLEISS, says: { fleiss: 0.43, percent: 0.5556 } },
  'three annotators who hardly agree': { items: THREE_BY_TEN, says: { fleiss: 0.0498, percent: 0.5333 } },
  'Krippendorff 1980, p. 133': { items: KRIPPENDORFF_1980, says: { nominal: 0.0952 } },
  'Krippendorff 2004, p. 230': {
    items: KRIPPENDORFF_2004,
    says: { nominal: 0.743421, ordinal: 0.815388, interval: 0.849107, ratio: 0.797403 },
    tolerance: 1e-6,
  },
  'three coders, most values missing': {
    items: THREE_CODERS,
    says: { nominal: 0.691358, interval: 0.810845 },
    tolerance: 1e-6,
  },
  'Hayes & Krippendorff 2007, p. 84': { items: HAYES_KRIPPENDORFF, says: { ordinal: 0.7598 }, tolerance: 1e-4 },
  'Krippendorff 1995, example A, position by position': {
    items: DIGITISED,
    says: { cohen: 0.385, scott: 0.314, nominal: 0.329 },
  },
}

for (const [name, { items, says, tolerance = 5e-4 }] of Object.entries(cases))
  for (const [measure, expected] of Object.entries(says))
    test(`${name}: ${measure}`, () => {
      const { value } = outcomeOf(estimateOf(measure as Name, items))
      assert.ok(near(value, expected, tolerance), `${value} for ${expected}`)
    })

test('observed and expected are those of the paper', () => {
  const alpha = outcomeOf(estimateOf('nominal', KRIPPENDORFF_2004))
  assert.ok(near(alpha.observed, 0.2, 1e-9) && near(alpha.expected, 0.779487, 1e-6))
  assert.equal(alpha.n, 40)
  const kappa = outcomeOf(estimateOf('cohen', ARTSTEIN_POESIO))
  assert.ok(near(kappa.observed, 0.7, 1e-9) && near(kappa.expected, 0.54, 1e-9))
  assert.equal(kappa.n, 100)
})

test('κ of each category (Fleiss 1971, p. 381)', () => {
  const { coding, categories } = codingOf(FLEISS)
  const values = categories.map((_, place) => outcomeOf(fleissKappa(against(coding, place))).value)
  const published = [0.248, 0.248, 0.517, 0.47, 0.565]
  for (const [place, value] of values.entries()) assert.ok(near(value, published[place]!, 0.005), `${value}`)
})

const ALL = ['cohen', 'scott', 'fleiss', 'gwet', ...LEVELS] as const

test('where all say the same there is no value, and never 1', () => {
  for (const name of ALL) {
    const { value, reason } = outcomeOf(estimateOf(name, digits('11 11 11')))
    assert.deepEqual([value, reason], [undefined, 'no-variation'], name)
  }
})

test('one annotator agrees with nobody', () => {
  for (const name of ['percent', 'fleiss', 'gwet', 'nominal'] as const) {
    const { value, reason } = outcomeOf(estimateOf(name, digits('1 2 1')))
    assert.deepEqual([value, reason], [undefined, 'one-annotator'], name)
  }
})

test('annotators who share no unit cannot be compared', () => {
  for (const name of ['percent', 'cohen', 'scott', 'fleiss', 'gwet', 'nominal'] as const)
    assert.equal(outcomeOf(estimateOf(name, digits('1. .2 1.'))).reason, 'nothing-shared', name)
})

test('Fleiss asks for as many values everywhere', () => {
  assert.equal(outcomeOf(estimateOf('fleiss', digits('112 12. 111'))).reason, 'missing-values')
  const { value, n } = outcomeOf(estimateOf('fleiss', digits('112 1.. 111 222')))
  assert.equal(n, 3, 'a value alone compares with nothing')
  assert.ok(value)
})

test('a tag that nobody used has no value, one that only one used has', () => {
  const corpus = corpusOf({ ada: [[0, 4, 'a']], ben: [[6, 9, 'b']] }, 10)
  const unused = codingOfTag({ ...corpus, tags: ['a', 'b', 'c'] }, 2)
  for (const measure of [fleissKappa, gwetAc1, krippendorffAlpha, (coding: Coding) => cohenKappa(coding, [0, 1])])
    assert.equal(outcomeOf(measure(unused)).reason, 'nothing-marked')
  assert.ok(outcomeOf(krippendorffAlpha(codingOfTag(corpus, 0))).value! < 0)
})

const items = fc.array(fc.array(fc.option(fc.nat(3), { freq: 5 }), { minLength: 3, maxLength: 3 }), {
  minLength: 2,
  maxLength: 12,
})

test('whose column is whose does not matter, but for the pair of κ', () => {
  fc.assert(
    fc.property(items, (items) => {
      for (const name of ['percent', 'fleiss', 'gwet', ...LEVELS] as const) {
        const turned = outcomeOf(
          estimateOf(
            name,
            items.map((row) => row.toReversed()),
          ),
        )
        const { value } = outcomeOf(estimateOf(name, items))
        assert.ok(value === turned.value || near(value, turned.value!, 1e-9), name)
      }
    }),
  )
})

test('what categories are called does not matter where they have no order', () => {
  const NAMES = ['d', 'a', 'c', 'b']
  fc.assert(
    fc.property(items, (items) => {
      const renamed = items.map((row) => row.map((value) => (value === null ? null : NAMES[value]!)))
      for (const name of ['percent', 'cohen', 'scott', 'fleiss', 'gwet', 'nominal'] as const) {
        const [one, other] = [outcomeOf(estimateOf(name, items)), outcomeOf(estimateOf(name, renamed))]
        assert.equal(one.reason, other.reason)
        assert.ok(one.value === other.value || near(one.value, other.value!, 1e-9), name)
      }
    }),
  )
})

test('there is a number, or a reason, never both and never NaN', () => {
  fc.assert(
    fc.property(items, (items) => {
      for (const name of ['percent', ...ALL] as const) {
        const { value, reason } = outcomeOf(estimateOf(name, items))
        assert.equal(value === undefined, reason !== undefined, name)
        assert.ok(value === undefined || (Number.isFinite(value) && value <= 1), `${name} ${value}`)
      }
    }),
  )
})

test('full agreement about two things or more is 1', () => {
  for (const name of ALL) {
    const { value } = outcomeOf(estimateOf(name, digits('11 22 33 11')))
    assert.ok(near(value, 1, 1e-12), name)
  }
})

test('small numbers are no rounding: 1, 2 and 3 agree as far in hundred-millionths', () => {
  // Interval, (1 2) (2 2) (3 3): D_o = 2 · 1 / 6, D_e = 2 (1 · 3 · 1 + 1 · 2 · 4 + 3 · 2 · 1) / (6 · 5), α = 1 − 10/34.
  const { coding } = codingOf([
    [1, 2],
    [2, 2],
    [3, 3],
  ])
  for (const numbers of [
    [1, 2, 3],
    [1e-8, 2e-8, 3e-8],
  ])
    assert.ok(near(outcomeOf(krippendorffAlpha(coding, 'interval', numbers)).value, 24 / 34, 1e-12))
})
