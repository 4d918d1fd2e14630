import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Corpus } from '../../server/agreement/continuum.ts'
import { GAMMA_DEFAULTS } from '../../server/agreement/gamma.ts'
import { MEASURES } from '../../server/agreement/measures.ts'
import { type Asked, resultsOfCorpus } from '../../server/agreement/results.ts'
import { corpusOf, type ShortText } from '../support/agreement.ts'

const ASKED: Asked = {
  measures: MEASURES,
  level: 'nominal',
  threshold: 0.5,
  bootstrap: { samples: 20, seed: 1, ofParagraphs: true },
  gamma: { ...GAMMA_DEFAULTS, precision: 0.9 },
}

/** Texts that some read and some did not, with nothing in them or marks of no extent, empty texts, nobody at all. */
const anyCorpus = fc
  .record({ annotators: fc.nat(6), tags: fc.nat(3), texts: fc.array(fc.nat(12), { maxLength: 4 }) })
  .chain(({ annotators, tags, texts }) => {
    const unit = (length: number) =>
      fc
        .record({ at: fc.nat(length), extent: fc.nat(length), tag: fc.nat(Math.max(0, tags - 1)) })
        .map(({ at, extent, tag }) => ({
          start: at,
          end: Math.min(length, at + extent),
          tag,
          attributes: { q: at % 2 === 0 },
          parts: [{ role: 'source', start: at, end: Math.min(length, at + 1) }],
        }))
    const readers = fc.subarray(Array.from({ length: annotators }, (_, annotator) => annotator))
    const text = (length: number, article: number) =>
      readers.chain((readers) =>
        fc.tuple(...readers.map(() => fc.array(unit(length), { maxLength: tags === 0 ? 0 : 5 }))).map((lines) => ({
          article,
          length,
          paragraphs: [0, length >> 1],
          readings: readers.map((annotator, place) => ({ annotator, units: lines[place]! })),
        })),
      )
    return fc.tuple(...texts.map(text)).map(
      (continua): Corpus => ({
        position: 'character',
        annotators: Array.from({ length: annotators }, (_, annotator) => `r${annotator}`),
        tags: Array.from({ length: tags }, (_, tag) => `t${tag}`),
        attributes: tags === 0 ? [] : [{ tag: 0, id: 'q', level: 'nominal' }],
        roles: ['source'],
        articles: texts.length,
        continua,
      }),
    )
  })

test('whatever was read: a finite number or a reason, never both, never NaN', () => {
  fc.assert(
    fc.property(anyCorpus, (corpus) => {
      for (const { measure, tag, outcome, interval } of resultsOfCorpus(corpus, ASKED)) {
        const name = `${measure} ${tag}`
        assert.equal(outcome.value === undefined, outcome.reason !== undefined, name)
        for (const number of Object.values({ ...outcome, reason: 0 }))
          assert.ok(number === undefined || Number.isFinite(number), `${name}: ${JSON.stringify(outcome)}`)
        if (interval) assert.ok(interval.low <= interval.high && Number.isFinite(interval.low), name)
        if (outcome.value === undefined) assert.equal(interval, undefined, name)
      }
    }),
    { numRuns: 150 },
  )
})

test('of more than five annotators γ is the mean over pairs', () => {
  const text: ShortText = Object.fromEntries(
    Array.from({ length: 6 }, (_, place) => [`r${place}`, [[2 + place, 12 + place, 'a']] as const]),
  )
  const results = resultsOfCorpus(corpusOf(text, 60), { ...ASKED, measures: ['gamma'] })
  assert.equal(results.length, 15 + 1)
  assert.ok(results.every(({ variant }) => variant === 'pairwise'))
  const values = results.map(({ outcome }) => outcome.value!)
  const mean = values.slice(0, 15).reduce((sum, value) => sum + value, 0) / 15
  assert.ok(Math.abs(values[15]! - mean) < 1e-12)
})

test('results come in the order of the measures, whatever order they are asked in', () => {
  const corpus = corpusOf({ a: [[0, 5, 'x']], b: [[1, 5, 'x']] }, 10)
  const results = resultsOfCorpus(corpus, { ...ASKED, measures: MEASURES.toReversed() })
  const places = results.map(({ measure }) => MEASURES.indexOf(measure))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
})
