import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intervalOf, resampled as resample } from '../../server/agreement/bootstrap.ts'
import { codingOfTags } from '../../server/agreement/coding.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { additive, outcomeOf } from '../../server/agreement/estimate.ts'
import { GAMMA_DEFAULTS, gammas } from '../../server/agreement/gamma.ts'
import { krippendorffAlpha } from '../../server/agreement/krippendorff-alpha.ts'
import { ofParagraphs } from '../../server/agreement/paragraphs.ts'
import { type Asked, resultsOfCorpus } from '../../server/agreement/results.ts'
import { randomFrom, randomNormal } from '../../server/random.ts'
import { corpusOf, near, type ShortText } from '../support/agreement.ts'

/** Two annotators who differ more or less, article by article. */
const texts = (articles: number): ShortText[] =>
  Array.from({ length: articles }, (_, article) => ({
    a: [[10, 40, 'x']],
    b: [[10 + ((article * 7) % 15), 40 + ((article * 3) % 11), 'x']],
  }))

const resampled = (articles: number, samples: number, seed: number) =>
  resample(articles, [...Array(articles).keys()], 'articles', { samples, seed })

const alphaOf = (articles: number) => krippendorffAlpha(codingOfTags(corpusOf(texts(articles), 100)))

test('an interval holds the value, says how it was made, and is the same for the same seed', () => {
  const alpha = alphaOf(8)
  const interval = intervalOf(alpha, resampled(8, 500, 3))!
  const { value } = outcomeOf(alpha)
  assert.ok(interval.low < value! && value! < interval.high)
  assert.deepEqual(
    [interval.method, interval.samples, interval.seed, interval.over],
    ['percentile', 500, 3, 'articles'],
  )
  assert.deepEqual(intervalOf(alpha, resampled(8, 500, 3)), interval)
  assert.notDeepEqual(intervalOf(alpha, resampled(8, 500, 4)), interval)
})

test('from ten articles on it is corrected for bias and acceleration', () => {
  assert.equal(intervalOf(alphaOf(9), resampled(9, 200, 1))!.method, 'percentile')
  assert.equal(intervalOf(alphaOf(10), resampled(10, 200, 1))!.method, 'bca')
})

test('for a mean both ways come to what theory says', () => {
  const random = randomFrom(11)
  const values = Array.from({ length: 60 }, () => randomNormal(random, 5, 2))
  const sums = values.map((value) => Float64Array.of(value, 1))
  const mean = additive(2, sums, ([sum, n]) => ({ value: sum! / n!, n: n! }))
  const { value } = outcomeOf(mean)
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - value!) ** 2, 0) / values.length)
  const { low, high, method } = intervalOf(mean, resampled(60, 4000, 1))!
  assert.equal(method, 'bca')
  const half = (1.96 * deviation) / Math.sqrt(values.length)
  assert.ok(near(low, value! - half, 0.1) && near(high, value! + half, 0.1), `${low} ${value} ${high} ±${half}`)
})

test('articles all alike leave an interval of one point', () => {
  const alpha = krippendorffAlpha(codingOfTags(corpusOf(Array(12).fill(texts(1)[0]), 100)))
  const interval = intervalOf(alpha, resampled(12, 100, 1))!
  assert.ok(near(interval.low, interval.high, 0.01))
})

test('one article has no interval, and neither has what has no value', () => {
  assert.equal(intervalOf(alphaOf(1), resampled(1, 100, 1)), undefined)
  const nothing = krippendorffAlpha(
    codingOfTags(
      corpusOf(
        [
          { a: [], b: [] },
          { a: [], b: [] },
        ],
        10,
      ),
    ),
  )
  assert.equal(intervalOf(nothing, resampled(2, 100, 1)), undefined)
})

test('articles that nobody shares are not drawn, and always count', () => {
  const { samples } = resample(5, [1, 3, 4], 'articles', { samples: 50, seed: 2 })
  for (const counts of samples) {
    assert.deepEqual([counts[0], counts[2]], [1, 1])
    assert.equal(counts[1]! + counts[3]! + counts[4]!, 3)
  }
})

test('paragraphs are the text in parts: positions agree in them as in the whole', () => {
  const corpus = corpusOf(
    {
      a: [
        [10, 40, 'x'],
        [50, 60, 'y'],
      ],
      b: [[15, 70, 'x']],
    },
    100,
  )
  const whole = { ...corpus, continua: corpus.continua.map((text) => ({ ...text, paragraphs: [0, 30, 55, 55] })) }
  const parts = ofParagraphs(whole)
  assert.deepEqual(
    parts.continua.map(({ length }) => length),
    [30, 25, 45],
  )
  const values = [whole, parts].map((corpus) => outcomeOf(krippendorffAlpha(codingOfTags(corpus))).value)
  assert.equal(values[0], values[1])
})

test('paragraphs: the innermost mark is that of the whole text, though less of the outer one lies in a paragraph', () => {
  const corpus = corpusOf(
    {
      a: [
        [0, 50, 'outer'],
        [40, 60, 'inner'],
      ],
      b: [[40, 60, 'inner']],
    },
    100,
  )
  // In the second paragraph lie 4 positions of the outer mark and 14 of the inner one.
  const whole = { ...corpus, continua: corpus.continua.map((text) => ({ ...text, paragraphs: [0, 46] })) }
  const values = [whole, ofParagraphs(whole)].map((corpus) => outcomeOf(krippendorffAlpha(codingOfTags(corpus))).value)
  assert.equal(values[0], values[1])
})

test('of a pair what both have read is drawn: one article says nothing of how they would differ elsewhere', () => {
  const both: ShortText = { a: [[10, 40, 'x']], b: [[15, 40, 'x']] }
  const { a, b } = both
  const all = corpusOf(
    [
      { ...both, c: [[30, 60, 'x']] },
      { a: a!, c: b! },
      { b: b!, c: a! },
    ],
    100,
  )
  const asked: Asked = {
    measures: ['cohen-kappa', 'span-f1'],
    level: 'nominal',
    threshold: 0.5,
    bootstrap: { samples: 200, seed: 5, ofParagraphs: false },
    gamma: GAMMA_DEFAULTS,
  }
  const of = (corpus: Corpus, pair: readonly string[] | undefined) =>
    resultsOfCorpus(corpus, asked).find((result) => String(result.pair) === String(pair))!
  assert.ok(of(all, ['a', 'b']).outcome.value! > 0.8)
  assert.equal(of(all, ['a', 'b']).interval, undefined)
  const texts = all.continua.map((text) => ({
    ...text,
    readings: text.readings.filter(({ annotator }) => annotator !== 1),
  }))
  assert.deepEqual(of(all, ['a', 'c']).interval, of({ ...all, continua: texts }, ['a', 'c']).interval)
  assert.ok(of(all, ['a', 'c']).interval)
})

test('samples without a value are left out and not counted', () => {
  const corpus = corpusOf(
    [
      { a: [[0, 5, 'x']], b: [[1, 5, 'x']] },
      { a: [], b: [] },
    ],
    10,
  )
  const interval = intervalOf(krippendorffAlpha(codingOfTags(corpus)), resampled(2, 400, 1))!
  assert.ok(interval.samples > 250 && interval.samples < 350, `${interval.samples}`)
})

test('shares below the conventional limits are told', () => {
  const { below } = intervalOf(alphaOf(8), resampled(8, 500, 1))!
  assert.ok(below['0.667'] <= below['0.8'] && below['0.8'] <= 1)
})

test('an article that is drawn twice counts twice', () => {
  const three = texts(3)
  const corpus = corpusOf(three, 100)
  const counts = Uint8Array.of(2, 0, 1)
  const written = corpusOf([three[0]!, three[0]!, three[2]!], 100)
  const alpha = krippendorffAlpha(codingOfTags(corpus)).at(counts)
  assert.ok(near(alpha.value, outcomeOf(krippendorffAlpha(codingOfTags(written))).value!, 1e-12))
  const gamma = (corpus: ReturnType<typeof corpusOf>) => gammas(corpus, GAMMA_DEFAULTS).gamma
  assert.ok(near(gamma(corpus).at(counts).observed, outcomeOf(gamma(written)).observed!, 1e-12))
})
