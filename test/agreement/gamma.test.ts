import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { candidatesOf } from '../../server/agreement/alignment-candidates.ts'
import { bestAlignment } from '../../server/agreement/best-alignment.ts'
import type { Corpus, Unit } from '../../server/agreement/continuum.ts'
import { combined, positional, type Weights } from '../../server/agreement/dissimilarity.ts'
import { outcomeOf } from '../../server/agreement/estimate.ts'
import { GAMMA_DEFAULTS, type GammaOptions, gammas, samplesNeeded } from '../../server/agreement/gamma.ts'
import { SAMPLER, SAMPLERS, spreadOf } from '../../server/agreement/samplers.ts'
import { leastPartition } from '../../server/agreement/set-partition.ts'
import { randomFrom } from '../../server/random.ts'
import { anyText, corpusOf, near, type ShortText, weightsOf } from '../support/agreement.ts'

const unit = (start: number, end: number): Unit => ({ start, end, tag: 0 })

test('Mathet et al. 2015, Figure 10: how far units are apart', () => {
  const pairs: readonly (readonly [number, number, number, number, number])[] = [
    [4, 14, 40, 44, 22.22449],
    [4, 14, 4, 14, 0],
    [4, 14, 20, 25, 3.24],
    [4, 14, 14, 24, 1],
    [20, 30, 20, 25, 0.11111],
    [20, 25, 14, 24, 0.21778],
  ]
  for (const [s, e, t, f, apart] of pairs) assert.ok(near(positional(unit(s, e), unit(t, f), 1), apart, 1e-5))
})

test('Mathet et al. 2015, Figure 20: three times as large is as far apart', () => {
  const small = positional(unit(0, 7), unit(0, 10), 1)
  assert.ok(near(small, 0.031141868512, 1e-12) && near(positional(unit(0, 21), unit(0, 30), 1), small, 1e-12))
})

const linesOf = (corpus: Corpus) => corpus.continua[0]!.readings.map(({ units }) => units)

function disorderOf(corpus: Corpus, weights: Weights): { disorder: number; alignments: number } {
  const lines = linesOf(corpus)
  const best = bestAlignment(lines, weights)!
  const mean = lines.flat().length / lines.length
  return { disorder: best.reduce((sum, { disorder }) => sum + disorder, 0) / mean, alignments: best.length }
}

const every10 = (length: number, offset: number, tags: string): ShortText[string] =>
  [...tags].map((tag, place) => [10 * place + offset, 10 * place + offset + length, tag])

const ALEX_PAUL_SUZAN: ShortText = {
  Alex: [
    [2, 9, '1'],
    [11, 17, '2'],
    [24, 30, '5'],
    [32, 36, '6'],
    [36, 44, '6'],
    [44, 60, '7'],
  ],
  Paul: [
    [2, 9, '1'],
    [11, 17, '3'],
    [19, 25, '5'],
    [32, 44, '6'],
  ],
  Suzan: [
    [2, 9, '1'],
    [11, 17, '4'],
    [21, 27, '5'],
    [32, 36, '6'],
    [36, 40, '6'],
    [40, 44, '6'],
  ],
}

const ALIGNED: Readonly<Record<string, { text: ShortText; alpha: number; disorder: number; alignments: number }>> = {
  'two annotators, all units shifted by one': {
    text: {
      Ann1: [
        [1, 5, 'a'],
        [6, 10, 'b'],
        [11, 15, 'a'],
      ],
      Ann2: [
        [2, 6, 'a'],
        [7, 11, 'b'],
        [12, 16, 'a'],
      ],
    },
    alpha: 1,
    disorder: 0.0625,
    alignments: 3,
  },
  'more units of one than of the other': {
    text: {
      Ann1: [
        [1, 5, 'a'],
        [6, 10, 'b'],
        [20, 24, 'a'],
        [30, 34, 'b'],
      ],
      Ann2: [
        [2, 6, 'a'],
        [31, 35, 'b'],
      ],
    },
    alpha: 1,
    disorder: 0.7083333,
    alignments: 4,
  },
  'other tags throughout': {
    text: { Ann1: every10(5, 1, 'abcabcabcabcabca'), Ann2: every10(6, 2, 'bcabcabcabcabcab') },
    alpha: 1,
    disorder: 1.0743802,
    alignments: 16,
  },
  'three annotators, of two best alignments the one with fewer parts': {
    text: ALEX_PAUL_SUZAN,
    alpha: 3,
    disorder: 0.960625,
    alignments: 6,
  },
}
for (const [name, { text, alpha, disorder, alignments }] of Object.entries(ALIGNED))
  test(`the best alignment: ${name}`, () => {
    const found = disorderOf(corpusOf(text, 200), weightsOf(alpha))
    assert.ok(near(found.disorder, disorder, 1e-6), `${found.disorder}`)
    assert.equal(found.alignments, alignments)
  })

/** Tries every way to part the units into unitary alignments. */
function leastDisorder(lines: readonly (readonly Unit[])[], weights: Weights): number {
  const n = lines.length
  const pairs = (n * (n - 1)) / 2
  const units = lines.flatMap((line, owner) => line.map((unit) => ({ unit, owner })))
  const costOf = (group: typeof units) => {
    let cost = 0
    for (const [place, a] of group.entries())
      for (const b of group.slice(place + 1)) cost += combined(a.unit, b.unit, weights) - weights.deltaEmpty
    return weights.deltaEmpty + cost / pairs
  }
  const least = (groups: (typeof units)[], place: number): number => {
    const next = units[place]
    if (!next) return groups.reduce((sum, group) => sum + costOf(group), 0)
    const joined = groups.flatMap((group, index) =>
      group.some(({ owner }) => owner === next.owner)
        ? []
        : [
            least(
              groups.map((other, at) => (at === index ? [...other, next] : other)),
              place + 1,
            ),
          ],
    )
    return Math.min(least([...groups, [next]], place + 1), ...joined)
  }
  return least([], 0)
}

for (const [annotators, units] of [
  [2, 4],
  [3, 3],
  [4, 2],
] as const)
  test(`no way to align ${annotators} annotators is better`, () => {
    const weights = fc.record({
      alpha: fc.constantFrom(0, 0.3, 1, 3),
      beta: fc.constantFrom(0, 0.5, 1, 2),
      deltaEmpty: fc.constantFrom(0.5, 1),
    })
    fc.assert(
      fc.property(anyText(annotators, units), weights, (text, weights) => {
        const lines = linesOf(corpusOf(text, 40))
        const best = bestAlignment(lines, weights)!
        const disorder = best.reduce((sum, { disorder }) => sum + disorder, 0)
        assert.ok(near(disorder, leastDisorder(lines, weights), 1e-7))
        assert.deepEqual(best.flatMap(({ units }) => units).length, lines.flat().length, 'every unit once')
      }),
      { numRuns: 60 },
    )
  })

test('where the linear program takes bundles in part, the best whole ones are found', () => {
  // Three things; any two together cost 1, one alone 1: in halves they would cost 1.5.
  const alone = [0, 1, 2].map((thing) => ({ things: [thing], cost: 1 }))
  const twos = [
    [0, 1],
    [1, 2],
    [0, 2],
  ].map((things) => ({ things, cost: 1 }))
  const bundles = [...alone, ...twos]
  const taken = leastPartition(bundles, 3).map((place) => bundles[place]!)
  assert.equal(
    taken.reduce((sum, { cost }) => sum + cost, 0),
    2,
  )
  assert.deepEqual(taken.flatMap(({ things }) => things).sort(), [0, 1, 2])
})

test('any bundles: the least partition costs as little as the best of all', () => {
  const bundle = fc.tuple(fc.uniqueArray(fc.nat(6), { minLength: 2, maxLength: 4 }), fc.integer({ min: 1, max: 30 }))
  fc.assert(
    fc.property(fc.array(bundle, { maxLength: 20 }), (more) => {
      const bundles = [
        ...Array.from({ length: 7 }, (_, thing) => ({ things: [thing], cost: 10 })),
        ...more.map(([things, cost]) => ({ things, cost })),
      ]
      const least = (left: readonly number[]): number => {
        const [first] = left
        if (first === undefined) return 0
        const choices = bundles.filter(({ things }) => things.includes(first) && things.every((t) => left.includes(t)))
        return Math.min(...choices.map(({ things, cost }) => cost + least(left.filter((t) => !things.includes(t)))))
      }
      const cost = leastPartition(bundles, 7).reduce((sum, place) => sum + bundles[place]!.cost, 0)
      assert.equal(cost, least([0, 1, 2, 3, 4, 5, 6]))
    }),
  )
})

const optionsOf = (more: Partial<GammaOptions>): GammaOptions => ({ ...GAMMA_DEFAULTS, ...more })

test('Alex, Paul and Suzan: γ, γ-cat, and γ-k of each tag lie where the paper’s program has them', () => {
  const corpus = corpusOf(ALEX_PAUL_SUZAN, 60)
  const { gamma, cat, ofTag } = gammas(corpus, optionsOf({ alpha: 3 }))
  const inside = (value: number | undefined, low: number, high: number) =>
    assert.ok(value !== undefined && value >= low && value <= high, `${value}`)
  inside(outcomeOf(gamma).value, 0.44, 0.47)
  inside(outcomeOf(cat).value, 0.38, 0.42)
  assert.ok(near(outcomeOf(cat).observed, 0.58781617, 1e-8))
  assert.equal(outcomeOf(gamma).unitaryAlignments, 6)
  const values = Object.fromEntries(corpus.tags.map((tag, place) => [tag, outcomeOf(ofTag(place)).value]))
  assert.deepEqual([values[1], values[5]], [1, 1])
  inside(values[6], 0.35, 0.39)
  for (const tag of ['2', '3', '4', '7']) assert.ok(values[tag]! <= 0, tag)
})

test('a tag that nobody used has no γ-k, and n counts the units of a tag', () => {
  const corpus = corpusOf(ALEX_PAUL_SUZAN, 60)
  const { gamma, ofTag } = gammas({ ...corpus, tags: [...corpus.tags, '8'] }, optionsOf({ precision: 0.5 }))
  assert.deepEqual([outcomeOf(ofTag(7)).reason, outcomeOf(ofTag(7)).n], ['nothing-marked', 0])
  assert.deepEqual([outcomeOf(ofTag(5)).n, outcomeOf(gamma).n], [6, 16])
})

test('as many samples as the precision needs (Mathet et al. 2015, § 5.3)', () => {
  assert.equal(samplesNeeded([1, 3, 1, 3], 0.05), 385)
})

test('the same seed gives the same value, another seed another one within the precision', () => {
  const corpus = corpusOf(ALEX_PAUL_SUZAN, 60)
  const value = (seed: number) => outcomeOf(gammas(corpus, optionsOf({ alpha: 3, seed })).gamma).value!
  assert.equal(value(7), value(7))
  assert.notEqual(value(7), value(8))
  assert.ok(near(value(7), value(8), 0.03))
})

test('whose line is whose does not matter', () => {
  const turned = Object.fromEntries(Object.entries(ALEX_PAUL_SUZAN).toReversed())
  const value = (text: ShortText) => {
    const { gamma, cat } = gammas(corpusOf(text, 60), optionsOf({ alpha: 3 }))
    return [outcomeOf(gamma).value, outcomeOf(cat).value]
  }
  assert.deepEqual(value(turned), value(ALEX_PAUL_SUZAN))
})

test('the same readings agree fully', () => {
  const { Alex } = ALEX_PAUL_SUZAN
  for (const sampler of SAMPLERS) {
    const { gamma, cat } = gammas(corpusOf({ a: Alex!, b: Alex!, c: Alex! }, 60), optionsOf({ sampler }))
    assert.equal(outcomeOf(gamma).value, 1)
    assert.equal(outcomeOf(cat).value, 1)
  }
})

const NONE: Readonly<Record<string, { text: ShortText; reason: string }>> = {
  'one annotator': { text: { a: [[0, 4, 'x']] }, reason: 'one-annotator' },
  'nobody marked anything': { text: { a: [], b: [] }, reason: 'nothing-marked' },
  'only units without an extent': { text: { a: [[3, 3, 'x']], b: [] }, reason: 'nothing-marked' },
}
for (const [name, { text, reason }] of Object.entries(NONE))
  test(`no γ: ${name}`, () => assert.equal(outcomeOf(gammas(corpusOf(text, 60), optionsOf({})).gamma).reason, reason))

test('one who marked nothing agrees with one who did less than by chance, or as much', () => {
  const { value } = outcomeOf(gammas(corpusOf({ a: ALEX_PAUL_SUZAN.Alex!, b: [] }, 60), optionsOf({})).gamma)
  assert.ok(value !== undefined && value <= 0)
})

test('it says how far it is, and can be stopped', () => {
  const seen: [number, number][] = []
  gammas(
    corpusOf(ALEX_PAUL_SUZAN, 60),
    optionsOf({ precision: 0.5, progress: (done, of) => void seen.push([done, of]) }),
  )
  assert.deepEqual(
    [seen[0], seen.at(-1)],
    [
      [0, 301],
      [301, 301],
    ],
  )
  let steps = 0
  const stopped = () => {
    if (++steps === 4) throw new Error('stopped')
  }
  assert.throws(() => gammas(corpusOf(ALEX_PAUL_SUZAN, 60), optionsOf({ progress: stopped })), /stopped/)
  assert.equal(steps, 4)
})

test('what has too many ways to be aligned has a reason, not a crash', () => {
  const line = Array.from({ length: 120 }, (_, place) => ({ start: place, end: place + 500, tag: 0 }))
  assert.equal(candidatesOf([line, line, line, line], weightsOf(1)), undefined)
})

test('samples have as many lines, and units of the lengths and tags that are there', () => {
  const lines = linesOf(corpusOf(ALEX_PAUL_SUZAN, 60))
  const random = randomFrom(5)
  const lengths = new Set(lines.flat().map(({ start, end }) => end - start))
  for (let sample = 0; sample < 50; sample++) {
    const shuffled = SAMPLER.shuffle(lines, 60, random)
    assert.equal(shuffled.length, 3)
    for (const { start, end } of shuffled.flat()) {
      assert.ok(lengths.has(end - start))
      assert.ok(Number.isInteger(start) && start >= 0 && start <= 60)
    }
    for (const { start, end } of SAMPLER.statistical(lines, 60, random).flat()) assert.ok(end > start)
  }
})

test('the statistical sampler has a gap of nothing among the others, as pygamma-agreement 0.5.9 does', () => {
  // Gaps 0, 10 and 10: mean 20/3, deviation 4.714; without the first one every unit would begin at 10.
  const line = [{ start: 10, end: 20, tag: 0 }]
  const random = randomFrom(3)
  const starts = Array.from({ length: 4000 }, () => SAMPLER.statistical([line, line], 60, random)[0]![0]!.start)
  const [mean, deviation] = spreadOf(starts)
  assert.ok(near(mean, 20 / 3, 0.3) && near(deviation, Math.sqrt(200 / 9), 0.3), `${mean} ± ${deviation}`)
})

test('the statistical sampler may leave a line empty, but not all of them', () => {
  const line = [{ start: 10, end: 20, tag: 0 }]
  const random = randomFrom(4)
  const samples = Array.from({ length: 200 }, () => SAMPLER.statistical([line, []], 60, random))
  assert.ok(samples.every((lines) => lines.flat().length > 0))
  assert.ok(samples.some((lines) => lines.some((units) => units.length === 0)))
})
