import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { alphaU1995 } from '../../server/agreement/alpha-u-1995.ts'
import { codingOfTags } from '../../server/agreement/coding.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { outcomeOf } from '../../server/agreement/estimate.ts'
import { krippendorffAlpha } from '../../server/agreement/krippendorff-alpha.ts'
import { innermost, layer } from '../../server/agreement/projection.ts'
import { unitizingAlphas } from '../../server/agreement/u-alpha.ts'
import { ANY_LENGTH, anyText, corpusOf, near, type ShortText, type ShortUnit } from '../support/agreement.ts'

const alphasOf = (corpus: Corpus) => unitizingAlphas(corpus, innermost)

/** Krippendorff 2019, Figure 12.11. */
const ALEX_PAUL_SUZAN = corpusOf(
  {
    Alex: [
      [0, 7, '1'],
      [7, 13, '2'],
      [30, 32, '5'],
      [32, 37, '6'],
      [37, 44, '6'],
      [44, 60, '7'],
    ],
    Paul: [
      [0, 7, '1'],
      [7, 13, '3'],
      [13, 21, '5'],
      [32, 44, '6'],
    ],
    Suzan: [
      [0, 7, '1'],
      [7, 13, '4'],
      [13, 21, '5'],
      [32, 37, '6'],
      [37, 41, '6'],
      [41, 44, '6'],
    ],
  },
  60,
)

test('Krippendorff 2019, Figure 12.11: finding, labelling, and each tag', () => {
  const { uAlpha, binary, coding, ofTag } = alphasOf(ALEX_PAUL_SUZAN)
  assert.ok(near(outcomeOf(uAlpha).value, 0.51, 5e-4))
  assert.ok(near(outcomeOf(binary).value, 0.4136, 5e-5))
  assert.ok(near(outcomeOf(coding).value, 0.724, 5e-4))
  assert.ok(near(outcomeOf(coding).coverage, 0.461, 5e-4))
  const tags = ALEX_PAUL_SUZAN.tags.map((_, place) => outcomeOf(ofTag(place)))
  assert.deepEqual(
    tags.map(({ value, reason }) => value ?? reason),
    [1, 0, 0, 0, 1, 1, 'no-overlap'],
  )
  assert.ok(near(tags[4]!.coverage, 4 / 9, 1e-9))
  assert.equal(tags[6]!.coverage, 0)
  assert.deepEqual([outcomeOf(uAlpha).n, outcomeOf(coding).n], [180, 83])
})

test('the same units without gaps: full agreement, and nothing to say about finding', () => {
  const units: ShortUnit[] = [
    [0, 10, 'a'],
    [10, 20, 'b'],
    [20, 30, 'c'],
  ]
  const { uAlpha, binary } = alphasOf(corpusOf({ r1: units, r2: units }, 30))
  assert.ok(near(outcomeOf(uAlpha).value, 1, 1e-12))
  assert.equal(outcomeOf(binary).reason, 'no-gaps')
})

const A: ShortUnit = [2, 6, 'a']
const B: ShortUnit = [2, 6, 'b']
const REASONS: Readonly<Record<string, { text: ShortText; says: readonly (string | number)[] }>> = {
  'one annotator': { text: { r1: [A] }, says: ['one-annotator', 'one-annotator', 'one-annotator', 'one-annotator'] },
  'nobody marked anything': {
    text: { r1: [], r2: [] },
    says: ['nothing-marked', 'nothing-marked', 'nothing-marked'],
  },
  'everybody everything': {
    text: { r1: [[0, 10, 'a']], r2: [[0, 10, 'a']] },
    says: ['no-variation', 'no-gaps', 'one-tag', 'one-tag'],
  },
  'one tag': { text: { r1: [A], r2: [A] }, says: [1, 1, 'one-tag', 'one-tag'] },
  'no units meet': {
    text: { r1: [A], r2: [[7, 9, 'b']] },
    says: [-0.193, -0.307, 'no-overlap', 'no-overlap', 'no-overlap'],
  },
  'a tag that only one used': { text: { r1: [A], r2: [B] }, says: [0.364, 1, 0, 0, 0] },
}
for (const [name, { text, says }] of Object.entries(REASONS))
  test(`${name}: a value or the reason`, () => {
    const corpus = corpusOf(text, 10)
    const { uAlpha, binary, coding, ofTag } = alphasOf(corpus)
    const estimates = [uAlpha, binary, coding, ...corpus.tags.map((_, place) => ofTag(place))]
    const found = estimates.map(outcomeOf).map(({ value, reason }) => reason ?? Math.round(value! * 1000) / 1000)
    assert.deepEqual(found, says)
    for (const { value, coverage } of estimates.slice(2).map(outcomeOf))
      assert.ok(value === undefined ? coverage! >= 0 : coverage! > 0, 'coverage is a number, whatever was met')
  })

/** The matrix of coincidences, position by position. */
function uAlphaByPositions(corpus: Corpus): number {
  const { length, readings } = corpus.continua[0]!
  const lines = readings.map(({ units }) => {
    const line = new Array<number>(length).fill(0)
    const inner = innermost(units)
    for (const { start, end, tag } of inner) line.fill(tag + 1, start, end)
    return { line, inner }
  })
  const m = lines.length
  const categories = corpus.tags.length + 1
  const observed = Array.from({ length: categories }, () => new Array<number>(categories).fill(0))
  for (const one of lines)
    for (const other of lines)
      if (one !== other) for (let at = 0; at < length; at++) observed[one.line[at]!]![other.line[at]!]! += 1 / (m - 1)
  const inner = new Array<number>(categories).fill(0)
  for (const { line, inner: units } of lines) {
    inner[0]! += line.filter((value) => value === 0).length
    for (const { start, end, tag } of units) inner[tag + 1]! += (end - start) ** 2
  }
  const total = m * length
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)
  let [same, sameByChance] = [0, 0]
  for (let c = 0; c < categories; c++) {
    same += observed[c]![c]!
    sameByChance += (total * (sum(observed[c]!) ** 2 - inner[c]!)) / (total ** 2 - sum(inner))
  }
  return 1 - (total - same) / (total - sameByChance)
}

test('walking over bounds comes to the same as counting positions', () => {
  fc.assert(
    fc.property(anyText(3), (text) => {
      const corpus = corpusOf(text, ANY_LENGTH)
      const { value } = outcomeOf(alphasOf(corpus).uAlpha)
      if (value !== undefined) assert.ok(near(value, uAlphaByPositions(corpus), 1e-9))
    }),
  )
})

test('for a tag alone, units against gaps are the tag against none', () => {
  fc.assert(
    fc.property(anyText(3), (text) => {
      const corpus = corpusOf(text, ANY_LENGTH)
      for (const [place] of corpus.tags.entries()) {
        const { uAlpha, binary } = unitizingAlphas(corpus, (units) => layer(units, place))
        const [one, other] = [outcomeOf(uAlpha), outcomeOf(binary)]
        if (one.value !== undefined && other.value !== undefined) assert.ok(near(one.value, other.value, 1e-9))
      }
    }),
  )
})

test('texts add up: twice the same text counts as twice as much, not as another value of observed', () => {
  const text: ShortText = { r1: [[2, 8, 'a']], r2: [[4, 8, 'a']] }
  const once = outcomeOf(alphasOf(corpusOf(text, 20)).uAlpha)
  const twice = outcomeOf(alphasOf(corpusOf([text, text], 20)).uAlpha)
  assert.equal(twice.observed, once.observed)
  assert.equal(twice.n, 2 * once.n)
})

const times = (factor: number, units: readonly (readonly [number, number])[]): ShortUnit[] =>
  units.map(([start, length]) => [start * factor, (start + length) * factor, 'x'])

const alphaU = (readings: readonly (readonly ShortUnit[])[], length: number) => {
  const corpus = corpusOf(Object.fromEntries(readings.map((units, place) => [`r${place}`, units])), length)
  return outcomeOf(alphaU1995(corpus, [...corpus.tags.keys()]))
}

const EXAMPLE_A = [
  [
    [2, 8],
    [14, 6],
  ],
  [
    [4, 4],
    [15, 2],
  ],
] as const
const EXAMPLE_C = [
  [
    [2, 6],
    [10, 2],
    [14, 4],
    [20, 2],
  ],
  [
    [0, 2],
    [4, 4],
    [10, 4],
    [16, 2],
    [20, 2],
  ],
] as const

test('Krippendorff 1995, p. 57: A and C on a finely divided continuum, C on a coarse one', () => {
  const a = alphaU(
    EXAMPLE_A.map((units) => times(50_000, units)),
    1_200_000,
  )
  assert.ok(near(a.observed, 0.03125, 1e-5) && near(a.expected, 0.0699, 5e-3) && near(a.value, 0.553, 0.02))
  const c = alphaU(
    EXAMPLE_C.map((units) => times(50_000, units)),
    1_200_000,
  )
  assert.ok(near(c.observed, 0.02777, 1e-5) && near(c.expected, 0.08642, 5e-3) && near(c.value, 0.679, 0.02))
  const coarse = alphaU(
    EXAMPLE_C.map((units) => times(0.5, units)),
    12,
  )
  assert.ok(near(coarse.expected, 0.05494, 1e-5) && near(coarse.value, 0.494, 1e-3))
})

test('tags of the same words add up tag by tag', () => {
  const { value } = alphaU(
    [
      [[0, 4, 'a']],
      [
        [0, 4, 'a'],
        [0, 4, 'b'],
      ],
    ],
    15,
  )
  assert.ok(near(value, 0.4893, 1e-4))
})

test('α of 1995: hardly a unit, none, none with an extent, no whole numbers', () => {
  assert.equal(alphaU([[[0, 1, 'x']], [], []], 20).value, 0)
  assert.equal(alphaU([[], [], []], 20).reason, 'nothing-marked')
  assert.equal(alphaU([[[0, 0, 'x']], [[4, 4, 'x']]], 15).value, 0)
  assert.equal(alphaU([[[0, 1.5, 'x']], [[0, 2, 'x']]], 15).reason, 'whole-numbers-needed')
  assert.equal(alphaU([[[0, 1, 'x']]], 15).reason, 'one-annotator')
})

test('α of 1995: one letter in a long text is little, and no rounding', () => {
  // D_o = 2 · 1² / (2 · 1 · L²) = 1 / L²; the gaps are L and L − 1: D_e = 2/L · (2L − 1) / (2L (2L − 1)) = 1 / L².
  const { observed, expected, value } = alphaU([[[0, 1, 'x']], []], 3_000_000)
  assert.ok(near(observed! * 3_000_000 ** 2, 1, 1e-9) && near(expected! * 3_000_000 ** 2, 1, 1e-9))
  assert.ok(near(value, 0, 1e-9))
})

test('a continuum shorter than one position leaves no room for chance; where units meet their lengths do', () => {
  const corpus = corpusOf(
    {
      r1: [
        [0, 0.1, 'x'],
        [0.1, 0.2, 'y'],
      ],
      r2: [[0, 0.2, 'x']],
    },
    0.3,
  )
  const { uAlpha, binary, coding } = alphasOf(corpus)
  const alpha = krippendorffAlpha(codingOfTags(corpus))
  for (const estimate of [uAlpha, binary, alpha]) assert.equal(outcomeOf(estimate).reason, 'whole-numbers-needed')
  // In tenths: ℓ* = 4, of these 2 differ; K* = 1² + 2² of x and 1² of y; ε*_xx = 4 (3² − 5) / (4² − 6) = 1.6 and
  // ε*_yy = 4 (1² − 1) / (4² − 6) = 0, and all of ε* is 4: cuα = 1 − 2 / (4 − 1.6).
  assert.ok(near(outcomeOf(coding).value, 1 - 2 / 2.4, 1e-9))
})

/** Every unit and every gap against every other, as the paper has it. */
function alphaUByPairs(corpus: Corpus): number {
  const { length: L, readings } = corpus.continua[0]!
  const m = readings.length
  let [observed, expected] = [0, 0]
  for (const [tag] of corpus.tags.entries()) {
    const lines = readings.map(({ units }) => {
      const own = layer(units, tag)
      const edges = [0, ...own.flatMap(({ start, end }) => [start, end]), L]
      const gaps = own
        .concat({ start: 0, end: 0, tag })
        .map((_, place) => ({ start: edges[2 * place]!, end: edges[2 * place + 1]! }))
      return { own, gaps: gaps.filter(({ start, end }) => start < end) }
    })
    for (const one of lines)
      for (const other of lines)
        if (one !== other)
          for (const g of one.own) {
            for (const h of other.own)
              if (g.start < h.end && h.start < g.end)
                observed += ((g.start - h.start) ** 2 + (g.end - h.end) ** 2) / (m * (m - 1) * L * L)
            for (const h of other.gaps)
              if (h.start <= g.start && g.end <= h.end) observed += (2 * (g.end - g.start) ** 2) / (m * (m - 1) * L * L)
          }
    const units = lines.flatMap(({ own }) => own).map(({ start, end }) => end - start)
    const gaps = lines.flatMap(({ gaps }) => gaps).map(({ start, end }) => end - start)
    let sum = 0
    for (const unit of units) {
      sum += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit)
      for (const gap of gaps) if (gap >= unit) sum += unit ** 2 * (gap - unit + 1)
    }
    expected += (2 / L) * (sum / (m * L * (m * L - 1) - units.reduce((all, unit) => all + unit * (unit - 1), 0)))
  }
  return 1 - observed / expected
}

test('α of 1995 comes to the same as comparing every pair', () => {
  fc.assert(
    fc.property(anyText(3), (text) => {
      const corpus = corpusOf(text, ANY_LENGTH)
      const { value } = outcomeOf(alphaU1995(corpus, [...corpus.tags.keys()]))
      if (value !== undefined) assert.ok(near(value, alphaUByPairs(corpus), 1e-9), `${value}`)
    }),
  )
})
