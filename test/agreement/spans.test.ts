import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attributeAlpha } from '../../server/agreement/attribute-alpha.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { meanOf, outcomeOf } from '../../server/agreement/estimate.ts'
import { partF1 } from '../../server/agreement/part-f1.ts'
import { SPAN_MATCHES, type SpanMatch, spanF1 } from '../../server/agreement/span-f1.ts'
import { ANY_LENGTH, anyText, corpusOf, near, type ShortText } from '../support/agreement.ts'

const f1 = (corpus: Corpus, match: SpanMatch, tag?: number) =>
  outcomeOf(spanF1(corpus, [0, 1], { match, threshold: 0.5, tag }))

const WORKED: ShortText = {
  A: [
    [0, 10, 'R'],
    [20, 30, 'A'],
    [40, 60, 'F'],
  ],
  B: [
    [0, 10, 'R'],
    [22, 30, 'A'],
    [40, 60, 'A'],
    [70, 75, 'F'],
  ],
}

test('worked by hand: the same bounds, half of both, the best share', () => {
  const corpus = corpusOf(WORKED, 80)
  assert.ok(near(f1(corpus, 'exact').value, 2 / 7, 1e-9))
  assert.ok(near(f1(corpus, 'dice').value, 4 / 7, 1e-9))
  assert.ok(near(f1(corpus, 'soft-dice').value, 0.5396825397, 1e-9))
  assert.deepEqual([f1(corpus, 'dice').precision, f1(corpus, 'dice').recall, f1(corpus, 'dice').n], [2 / 3, 1 / 2, 7])
  const tags = corpus.tags.map((_, tag) => f1(corpus, 'exact', tag).value)
  assert.deepEqual(tags, [0, 0, 1], 'A, F and R')
})

test('half is half in seconds, too: 0.2 of 0.3 and 0.5 are shared', () => {
  // 2 · 0.2 / (0.3 + 0.5) = 0.5, but 0.3 − 0.1 is written 0.19999999999999998.
  const corpus = corpusOf({ A: [[0, 0.3, 'R']], B: [[0.1, 0.6, 'R']] }, 1)
  assert.equal(f1(corpus, 'dice').value, 1)
})

test('SemEval 2020: a span counts as much as is shared', () => {
  const corpus = corpusOf(
    {
      found: [[0, 100, 'Loaded']],
      gold: [
        [0, 50, 'Loaded'],
        [60, 80, 'Doubt'],
      ],
    },
    100,
  )
  const { value, precision, recall } = f1(corpus, 'semeval-2020')
  assert.deepEqual([value, precision, recall], [0.5, 0.5, 0.5])
})

test('SemEval 2020: spans that overlap are joined first, so that nothing counts twice', () => {
  const corpus = corpusOf(
    {
      a: [
        [0, 8, 'x'],
        [2, 10, 'x'],
      ],
      b: [[0, 10, 'x']],
    },
    20,
  )
  assert.equal(f1(corpus, 'semeval-2020').value, 1)
})

test('any shared position, in each direction (Wiebe, Wilson & Cardie 2005)', () => {
  const corpus = corpusOf(
    {
      A: [
        [0, 5, 'x'],
        [10, 20, 'x'],
        [30, 40, 'x'],
      ],
      B: [
        [1, 6, 'x'],
        [12, 18, 'x'],
      ],
    },
    40,
  )
  const { precision, recall, value } = f1(corpus, 'overlap')
  assert.deepEqual([precision, recall], [2 / 3, 1])
  assert.ok(near(value, 0.8, 1e-9))
})

test('the same words marked twice match twice', () => {
  const twice: ShortText[string] = [
    [0, 5, 'x'],
    [0, 5, 'x'],
  ]
  assert.equal(f1(corpusOf({ a: twice, b: twice }, 9), 'exact').value, 1)
  assert.ok(near(f1(corpusOf({ a: twice, b: [[0, 5, 'x']] }, 9), 'exact').value, 2 / 3, 1e-9))
})

test('one who marked nothing: 0; nobody marked anything: a reason', () => {
  for (const match of SPAN_MATCHES) {
    const one = f1(corpusOf({ a: [[0, 5, 'x']], b: [] }, 9), match)
    assert.deepEqual([one.value, one.precision, one.recall], [0, 0, undefined])
    assert.equal(f1(corpusOf({ a: [], b: [] }, 9), match).reason, 'nothing-marked')
  }
})

test('articles that only one of two read count for neither', () => {
  const corpus = corpusOf([{ a: [[0, 5, 'x']], b: [[0, 5, 'x']] }, { a: [[0, 5, 'x']] }, { b: [[3, 5, 'x']] }], 9)
  assert.deepEqual([f1(corpus, 'exact').value, f1(corpus, 'exact').n], [1, 2])
  const apart = corpusOf([{ a: [[0, 5, 'x']] }, { b: [[0, 5, 'x']] }], 9)
  assert.equal(f1(apart, 'exact').reason, 'nothing-shared')
})

test('swapping two annotators swaps precision and recall and keeps F1', () => {
  fc.assert(
    fc.property(anyText(2), (text) => {
      const corpus = corpusOf(text, ANY_LENGTH)
      for (const match of SPAN_MATCHES) {
        const [one, other] = [f1(corpus, match), outcomeOf(spanF1(corpus, [1, 0], { match, threshold: 0.5 }))]
        for (const [here, there] of [
          [one.precision, other.recall],
          [one.recall, other.precision],
          [one.value, other.value],
        ])
          assert.ok(here === there || near(here, there!, 1e-12), match)
        assert.ok(one.value === undefined || (one.value >= 0 && one.value <= 1 + 1e-12), match)
      }
    }),
  )
})

test('a looser way to match never gives less', () => {
  fc.assert(
    fc.property(anyText(2), (text) => {
      const corpus = corpusOf(text, ANY_LENGTH)
      const values = (['exact', 'dice', 'overlap'] as const).map((match) => f1(corpus, match).value ?? 0)
      assert.ok(values[1]! <= values[2]! + 1e-12)
    }),
  )
})

test('the mean of pairs leaves out those without a value', () => {
  const corpus = corpusOf({ a: [[0, 5, 'x']], b: [[0, 5, 'x']], c: [], d: [] }, 9)
  const pairs = [
    [0, 1],
    [2, 3],
  ] as const
  const mean = outcomeOf(meanOf(pairs.map((pair) => spanF1(corpus, pair, { match: 'exact', threshold: 0.5 }))))
  assert.deepEqual([mean.value, mean.n], [1, 1])
})

type Answered = readonly [number, number, Record<string, string | number | readonly string[]>]

function answered(readings: readonly (readonly Answered[])[], level: 'nominal' | 'interval'): Corpus {
  return {
    ...corpusOf({}, 0),
    annotators: readings.map((_, place) => `r${place}`),
    tags: ['x'],
    attributes: [{ tag: 0, id: 'q', level }],
    articles: 1,
    continua: [
      {
        article: 0,
        length: 100,
        readings: readings.map((units, annotator) => ({
          annotator,
          units: units.map(([start, end, attributes]) => ({ start, end, tag: 0, attributes })),
        })),
      },
    ],
  }
}

const alphaOf = (corpus: Corpus) => outcomeOf(attributeAlpha(corpus, corpus.attributes[0]!))

test('answers are compared where spans match, and the share of these is said', () => {
  const corpus = answered(
    [
      [
        [0, 10, { q: 'direct' }],
        [20, 30, { q: 'indirect' }],
        [40, 50, { q: 'direct' }],
        [60, 70, { q: 'direct' }],
      ],
      [
        [0, 9, { q: 'direct' }],
        [20, 30, { q: 'direct' }],
        [41, 50, { q: 'direct' }],
        [65, 90, { q: 'direct' }],
      ],
    ],
    'nominal',
  )
  const { value, n, coverage } = alphaOf(corpus)
  assert.equal(n, 6)
  assert.equal(coverage, 6 / 8)
  assert.ok(near(value, 0, 1e-9), 'D_o = 1/3 = D_e')
})

test('answers on a scale are the closer the nearer; several choices are one answer', () => {
  const near1 = answered(
    [
      [
        [0, 9, { q: 1 }],
        [10, 19, { q: 5 }],
      ],
      [
        [0, 9, { q: 2 }],
        [10, 19, { q: 5 }],
      ],
    ],
    'interval',
  )
  assert.ok(alphaOf(near1).value! > 0.8)
  const many = answered(
    [
      [
        [0, 9, { q: ['a', 'b'] }],
        [10, 19, { q: ['a'] }],
      ],
      [
        [0, 9, { q: ['a', 'b'] }],
        [10, 19, { q: ['a'] }],
      ],
    ],
    'nominal',
  )
  assert.equal(alphaOf(many).value, 1)
})

test('where nothing matches, or nobody answered, there is a reason', () => {
  assert.equal(alphaOf(answered([[[0, 9, { q: 'a' }]], [[50, 60, { q: 'a' }]]], 'nominal')).reason, 'no-matches')
  assert.equal(alphaOf(answered([[[0, 9, {}]], [[0, 9, { q: 'a' }]]], 'nominal')).reason, 'no-matches')
  assert.deepEqual(alphaOf(answered([[], []], 'nominal')), {
    value: undefined,
    reason: 'nothing-marked',
    n: 0,
    coverage: 0,
  })
  assert.equal(alphaOf(answered([[[0, 9, { q: 'a' }]]], 'nominal')).reason, 'one-annotator')
})

test('parts are compared role by role', () => {
  const part = (role: string, start: number, end: number) => ({ role, start, end })
  const reading = (annotator: number, parts: ReturnType<typeof part>[]) => ({
    annotator,
    units: [{ start: 0, end: 50, tag: 0, parts }],
  })
  const corpus: Corpus = {
    ...corpusOf({}, 0),
    annotators: ['a', 'b'],
    tags: ['attribution'],
    roles: ['source', 'cue', 'content'],
    articles: 1,
    continua: [
      {
        article: 0,
        length: 60,
        readings: [
          reading(0, [part('source', 0, 5), part('cue', 6, 10)]),
          reading(1, [part('source', 0, 5), part('cue', 8, 10)]),
        ],
      },
    ],
  }
  const of = (tag: number, match: SpanMatch) => outcomeOf(partF1(corpus, [0, 1], { match, threshold: 0.5, tag }))
  assert.equal(of(0, 'exact').value, 1)
  assert.deepEqual([of(1, 'exact').value, of(1, 'dice').value], [0, 1])
  assert.equal(of(2, 'exact').reason, 'nothing-marked')
})
