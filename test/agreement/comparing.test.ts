/** Where readings part, worked by hand. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  agreementOfArticles,
  agreementOfEach,
  agreementOfPairs,
  causesOf,
  confusions,
} from '../../server/agreement/comparing.ts'
import { disputedIn } from '../../server/agreement/disputed.ts'
import type { Annotation } from '../../server/annotations/annotation.ts'
import { indexText } from '../../server/text/code-points.ts'
import { corpusOf, type ShortText } from '../support/agreement.ts'

const causes: Record<string, [ShortText, object]> = {
  'one marked what the other did not see': [
    { a: [[2, 6, 'F']], b: [] },
    { missed: 4, boundary: 0, label: 0 },
  ],
  'both marked it, one further': [
    { a: [[2, 8, 'F']], b: [[4, 8, 'F']] },
    { missed: 0, boundary: 2, label: 0 },
  ],
  'the same bounds, another tag': [
    { a: [[2, 8, 'F']], b: [[2, 8, 'R']] },
    { missed: 0, boundary: 0, label: 6 },
  ],
  'another tag beyond which one went on': [
    { a: [[0, 8, 'F']], b: [[2, 8, 'R']] },
    { missed: 2, boundary: 0, label: 6 },
  ],
  'of marks over one another the innermost counts': [
    {
      a: [
        [0, 9, 'R'],
        [3, 6, 'F'],
      ],
      b: [[0, 9, 'R']],
    },
    { missed: 0, boundary: 0, label: 3 },
  ],
  'three readers are three pairs': [
    { a: [[0, 4, 'F']], b: [[0, 4, 'F']], c: [] },
    { missed: 8, boundary: 0, label: 0 },
  ],
  'all alike': [
    { a: [[1, 4, 'F']], b: [[1, 4, 'F']] },
    { missed: 0, boundary: 0, label: 0 },
  ],
}

for (const [name, [text, expected]] of Object.entries(causes))
  test(`why two part: ${name}`, () => assert.deepEqual(causesOf(corpusOf(text, 10)), expected))

const shortText = fc.record(
  Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      name,
      fc.array(
        fc
          .tuple(fc.nat(18), fc.integer({ min: 1, max: 6 }), fc.constantFrom('F', 'R'))
          .map(([start, length, tag]) => [start, Math.min(20, start + length), tag] as const),
        { maxLength: 5 },
      ),
    ]),
  ),
)

test('what is missed, bounded or named otherwise is all on which pairs differ, whatever was marked', () => {
  fc.assert(
    fc.property(shortText, (text) => {
      const corpus = corpusOf(text, 20)
      const { missed, boundary, label } = causesOf(corpus)
      const matrix = confusions(corpus)
      const off = matrix.flatMap((row, one) => row.filter((_, other) => other !== one)).reduce((sum, n) => sum + n, 0)
      assert.equal(2 * (missed + boundary + label), off)
      assert.equal(
        matrix.flat().reduce((sum, n) => sum + n, 0),
        2 * 3 * 20,
      )
      for (const [one, row] of matrix.entries())
        for (const [other, n] of row.entries()) assert.equal(n, matrix[other]![one])
    }),
  )
})

test('pairs are compared over what both have read, and who differs from all others stands out', () => {
  const corpus = corpusOf(
    [
      { a: [[0, 5, 'F']], b: [[0, 5, 'F']], c: [[5, 10, 'F']] },
      { a: [[0, 5, 'R']], b: [[0, 5, 'R']] },
    ],
    10,
  )
  const pairs = agreementOfPairs(corpus)
  assert.deepEqual(
    pairs.map(({ pair, articles }) => [pair, articles]),
    [
      [[0, 1], 2],
      [[0, 2], 1],
      [[1, 2], 1],
    ],
  )
  assert.equal(pairs[0]!.outcome.value, 1)
  assert.ok(pairs[1]!.outcome.value! < 0)
  const [a, b, c] = agreementOfEach(pairs, 3)
  assert.ok(c! < a! && a === b)
  assert.deepEqual(agreementOfEach([], 1), [undefined])
})

test('an article that one person read has no α of its own, and says why', () => {
  const [first, second] = agreementOfArticles(
    corpusOf([{ a: [[0, 5, 'F']], b: [[0, 4, 'F']] }, { a: [[0, 5, 'F']] }], 10),
  )
  assert.ok(first!.value! > 0.5)
  assert.deepEqual([second!.value, second!.reason], [undefined, 'nothing-shared'])
})

test('passages are sentences in which readers differ, with how many readings each stretch of them has', () => {
  const body = indexText('Straße 😃 gesperrt. Niemand weiß mehr.\nقال الوزير: ernst.')
  const blocks = [
    { kind: 'paragraph' as const, start: 0, end: 37 },
    { kind: 'byline' as const, start: 38, end: body.length },
  ]
  const mark = (start: number, end: number, tag: string) => ({ start, end, tag }) as Annotation
  const readings = [
    [mark(0, 18, 'framing')],
    [mark(7, 18, 'framing')],
    [mark(7, 18, 'reporting'), mark(38, 45, 'framing')],
  ]
  const found = disputedIn({ body, blocks, readings })
  assert.equal(found.length, 1)
  const [{ start, end, length, weight, stretches }] = found as [(typeof found)[0]]
  assert.equal(body.slice(start, end).trim(), 'Straße 😃 gesperrt.')
  assert.equal(length, 18)
  assert.ok(Math.abs(weight - 18 * (2 / 3)) < 1e-9)
  assert.deepEqual(stretches.map(({ start, end, readings }) => [start, end, readings]).slice(0, 2), [
    [0, 7, 2],
    [7, 18, 2],
  ])
  assert.deepEqual(disputedIn({ body, blocks, readings: readings.slice(0, 1) }), [])
})
