import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Unit } from '../../server/agreement/continuum.ts'
import { innermost, layer } from '../../server/agreement/projection.ts'
import { ANY_LENGTH, anyText, corpusOf, type ShortUnit } from '../support/agreement.ts'

const TAGS = ['a', 'b', 'c']
const long = ([start, end, tag]: ShortUnit): Unit => ({ start, end, tag: TAGS.indexOf(tag) })
const short = ({ start, end, tag }: Unit): ShortUnit => [start, end, TAGS[tag]!]

const inner: Readonly<Record<string, { units: ShortUnit[]; gives: ShortUnit[] }>> = {
  'units apart stay as they are': {
    units: [
      [5, 7, 'a'],
      [0, 2, 'b'],
    ],
    gives: [
      [0, 2, 'b'],
      [5, 7, 'a'],
    ],
  },
  'a unit within another cuts it in two': {
    units: [
      [0, 9, 'a'],
      [3, 5, 'b'],
    ],
    gives: [
      [0, 3, 'a'],
      [3, 5, 'b'],
      [5, 9, 'a'],
    ],
  },
  'of two that cross the shorter one wins': {
    units: [
      [0, 6, 'a'],
      [4, 9, 'b'],
    ],
    gives: [
      [0, 4, 'a'],
      [4, 9, 'b'],
    ],
  },
  'of two as long the later one wins': {
    units: [
      [2, 6, 'a'],
      [0, 4, 'b'],
    ],
    gives: [
      [0, 2, 'b'],
      [2, 6, 'a'],
    ],
  },
  'over the same words the later tag of the codebook wins': {
    units: [
      [0, 4, 'b'],
      [0, 4, 'a'],
    ],
    gives: [[0, 4, 'b']],
  },
  'three deep': {
    units: [
      [0, 9, 'a'],
      [1, 8, 'b'],
      [2, 4, 'c'],
    ],
    gives: [
      [0, 1, 'a'],
      [1, 2, 'b'],
      [2, 4, 'c'],
      [4, 8, 'b'],
      [8, 9, 'a'],
    ],
  },
  'units that touch stay two, also of one tag': {
    units: [
      [0, 4, 'a'],
      [4, 6, 'a'],
    ],
    gives: [
      [0, 4, 'a'],
      [4, 6, 'a'],
    ],
  },
  'units without an extent are nowhere': { units: [[3, 3, 'a']], gives: [] },
}
for (const [name, { units, gives }] of Object.entries(inner))
  test(`innermost: ${name}`, () => assert.deepEqual(innermost(units.map(long)).map(short), gives))

test('layer: one tag alone; what overlaps is one, what touches stays two', () => {
  const units: ShortUnit[] = [
    [0, 5, 'a'],
    [1, 3, 'a'],
    [4, 8, 'a'],
    [8, 9, 'a'],
    [2, 6, 'b'],
  ]
  const gives: ShortUnit[] = [
    [0, 8, 'a'],
    [8, 9, 'a'],
  ]
  assert.deepEqual(layer(units.map(long), 0).map(short), gives)
})

test('every position has the tag of the innermost unit over it', () => {
  fc.assert(
    fc.property(anyText(1, 12), (text) => {
      const units = corpusOf(text, ANY_LENGTH).continua[0]!.readings[0]!.units
      const flat = innermost(units)
      for (let at = 0; at < ANY_LENGTH; at++) {
        const over = units.filter(({ start, end }) => start <= at && at < end)
        const [best] = over.sort((a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start || b.tag - a.tag)
        const found = flat.filter(({ start, end }) => start <= at && at < end)
        assert.deepEqual(
          found.map(({ tag }) => tag),
          best ? [best.tag] : [],
        )
      }
    }),
  )
})
