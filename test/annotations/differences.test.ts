import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Difference, differences, type Tagged } from '../../server/annotations/differences.ts'
import { compareSpans } from '../../server/text/span.ts'

const mark = (tag: string, start: number, end: number): Tagged => ({ tag, start, end })
const said = (side: Tagged | undefined) => (side ? `${side.tag} ${side.start}–${side.end}` : '—')
const inWords = ({ kind, mine, theirs }: Difference<Tagged>) => `${kind}: ${said(mine)} | ${said(theirs)}`

const cases: Record<string, { mine: Tagged[]; theirs: Tagged[]; found: string[] }> = {
  'equal readings do not part': {
    mine: [mark('framing', 0, 5), mark('reporting', 2, 4)],
    theirs: [mark('reporting', 2, 4), mark('framing', 0, 5)],
    found: [],
  },
  'a mark that the other reading does not have': {
    mine: [mark('framing', 0, 5)],
    theirs: [mark('framing', 5, 9)],
    found: ['only-mine: framing 0–5 | —', 'only-theirs: — | framing 5–9'],
  },
  'the same words under another tag': {
    mine: [mark('framing', 0, 5)],
    theirs: [mark('reporting', 0, 5)],
    found: ['other-tag: framing 0–5 | reporting 0–5'],
  },
  'the same tag with other bounds': {
    mine: [mark('framing', 0, 5)],
    theirs: [mark('framing', 4, 9)],
    found: ['other-bounds: framing 0–5 | framing 4–9'],
  },
  'other words and another tag are two differences': {
    mine: [mark('framing', 0, 5)],
    theirs: [mark('reporting', 4, 9)],
    found: ['only-mine: framing 0–5 | —', 'only-theirs: — | reporting 4–9'],
  },
  'the same words go before the same tag': {
    mine: [mark('framing', 0, 5)],
    theirs: [mark('framing', 0, 6), mark('reporting', 0, 5)],
    found: ['only-theirs: — | framing 0–6', 'other-tag: framing 0–5 | reporting 0–5'],
  },
  'of two candidates the one that shares more': {
    mine: [mark('framing', 0, 10)],
    theirs: [mark('framing', 0, 2), mark('framing', 3, 9)],
    found: ['other-bounds: framing 0–10 | framing 3–9', 'only-theirs: — | framing 0–2'],
  },
  'of two that share as much the earlier one': {
    mine: [mark('framing', 0, 10)],
    theirs: [mark('framing', 6, 8), mark('framing', 2, 4)],
    found: ['other-bounds: framing 0–10 | framing 2–4', 'only-theirs: — | framing 6–8'],
  },
  'the same mark twice is one more': {
    mine: [mark('framing', 0, 5), mark('framing', 0, 5)],
    theirs: [mark('framing', 0, 5)],
    found: ['only-mine: framing 0–5 | —'],
  },
}

for (const [name, { mine, theirs, found }] of Object.entries(cases))
  test(name, () => assert.deepEqual(differences(mine, theirs).map(inWords), found))

const readings = fc
  .tuple(fc.constantFrom('reporting', 'framing'), fc.nat(20), fc.integer({ min: 1, max: 6 }))
  .map(([tag, start, length]) => mark(tag, start, start + length))
const reading = fc.array(readings, { maxLength: 10 })

test('a reading does not part from itself, in whatever order', () => {
  fc.assert(
    fc.property(
      reading.chain((marks) => fc.tuple(fc.constant(marks), fc.shuffledSubarray(marks, { minLength: marks.length }))),
      ([marks, shuffled]) => assert.deepEqual(differences(marks, shuffled), []),
    ),
  )
})

const SWAPPED = { 'only-mine': 'only-theirs', 'only-theirs': 'only-mine' } as const
const sorted = (found: readonly Difference<Tagged>[]) => found.map(inWords).sort()

test('swapping the readings swaps the sides', () => {
  fc.assert(
    fc.property(reading, reading, (mine, theirs) => {
      const turned = differences(theirs, mine).map((one) => ({
        ...one,
        kind: one.kind === 'only-mine' || one.kind === 'only-theirs' ? SWAPPED[one.kind] : one.kind,
        mine: one.theirs,
        theirs: one.mine,
      }))
      assert.deepEqual(sorted(turned), sorted(differences(mine, theirs)))
    }),
  )
})

test('every mark is in one difference, or agrees with one of the other reading', () => {
  fc.assert(
    fc.property(reading, reading, (mine, theirs) => {
      const found = differences(mine, theirs)
      const agreed = (marks: readonly Tagged[], parted: readonly (Tagged | undefined)[]) => {
        const inDifference = parted.filter((one) => one !== undefined)
        assert.equal(new Set(inDifference).size, inDifference.length)
        return marks
          .filter((one) => !inDifference.includes(one))
          .map(said)
          .sort()
      }
      assert.deepEqual(
        agreed(
          mine,
          found.map((one) => one.mine),
        ),
        agreed(
          theirs,
          found.map((one) => one.theirs),
        ),
      )
    }),
  )
})

test('differences come in the order of the text and reach over both sides', () => {
  fc.assert(
    fc.property(reading, reading, (mine, theirs) => {
      const found = differences(mine, theirs)
      assert.deepEqual(found, found.toSorted(compareSpans))
      for (const { start, end, mine, theirs } of found) {
        const sides = [mine, theirs].filter((side) => side !== undefined)
        assert.ok(sides.some((side) => side.start === start) && sides.some((side) => side.end === end))
        for (const side of sides) assert.ok(start <= side.start && side.end <= end)
      }
    }),
  )
})
