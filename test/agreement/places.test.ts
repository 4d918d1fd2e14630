/** Agreement at the places of an article, worked by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreementOfPlaces, type PlaceAgreement } from '../../server/agreement/places.ts'
import type { BlockKind } from '../../server/text/blocks.ts'
import { corpusOf, type ShortText } from '../support/agreement.ts'

const NO_DRAWS = { samples: 0, seed: 1, ofParagraphs: false }

function placesOf(
  texts: readonly ShortText[],
  paragraphs: readonly number[],
  kinds: readonly BlockKind[],
  samples = 0,
) {
  const corpus = corpusOf(texts, 20)
  const continua = corpus.continua.map((continuum) => ({ ...continuum, paragraphs, kinds }))
  return agreementOfPlaces({ ...corpus, continua }, { ...NO_DRAWS, samples })
}

const near = (place: PlaceAgreement | undefined, value: number) =>
  assert.ok(Math.abs(place!.outcome.value! - value) < 1e-12, `${place!.outcome.value} is not ${value}`)

const TEXT: ShortText = {
  a: [
    [0, 4, 'F'],
    [12, 16, 'F'],
  ],
  b: [
    [0, 4, 'F'],
    [12, 20, 'F'],
  ],
}

test('each kind of block is measured by itself: alike in the headline, half as long a mark in the paragraph', () => {
  const { kinds } = placesOf([TEXT], [0, 8], ['headline', 'paragraph'])
  assert.deepEqual(
    kinds.map(({ kind, share, articles }) => [kind, share, articles]),
    [
      ['headline', 0.4, 1],
      ['paragraph', 0.6, 1],
    ],
  )
  near(kinds[0], 1)
  // 4 of 12 positions differ; of 24 values 12 are F: 1 − (4/12) ÷ (2·12·12 / (24·23)).
  near(kinds[1], 13 / 36)
})

test('each quarter is measured by itself, and one in which nobody marked anything has no value', () => {
  const { quarters } = placesOf([TEXT], [0], ['paragraph'])
  near(quarters[0], 1)
  assert.equal(quarters[1]!.outcome.value, undefined)
  assert.ok(quarters[1]!.outcome.reason)
  near(quarters[2], 1)
  // 4 of 5 differ; of 10 values 6 are F: 1 − 0.8 ÷ (2·6·4 / 90).
  near(quarters[3], -0.5)
})

test('which of two marks is the inner one is told by the whole text, not by what of them lies in a part', () => {
  const text: ShortText = {
    a: [
      [0, 12, 'R'],
      [6, 20, 'F'],
    ],
    b: [
      [2, 12, 'R'],
      [12, 20, 'F'],
    ],
  }
  const { kinds } = placesOf([text], [0, 10], ['headline', 'paragraph'])
  // In the headline a says R ten times, b eight times: 1 − 0.2 ÷ (2·18·2 / 380).
  near(kinds[0], -1 / 18)
  near(kinds[1], 1)
})

test('blocks of a kind count together over articles, those that one person read count nowhere, draws make an interval', () => {
  const { kinds } = placesOf([TEXT, TEXT, { a: [[0, 3, 'F']] }], [0, 8, 12], ['paragraph', 'quote', 'paragraph'], 50)
  assert.deepEqual(
    kinds.map(({ kind, share, articles }) => [kind, share, articles]),
    [
      ['paragraph', 0.8, 2],
      ['quote', 0.2, 2],
    ],
  )
  const { low, high } = kinds[0]!.interval!
  assert.ok(low <= kinds[0]!.outcome.value! && kinds[0]!.outcome.value! <= high)
  assert.equal(kinds[1]!.interval, undefined)
})
