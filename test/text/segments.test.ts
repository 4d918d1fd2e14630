import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexText } from '../../server/text/code-points.ts'
import { segments, segmentsOfEach } from '../../server/text/segments.ts'
import { compareSpans, overlap, type Span } from '../../server/text/span.ts'
import { ODD } from '../support/texts.ts'

const text = indexText(`${ODD}!`)
const named = (name: string, start: number, end: number) => ({ name, start, end })

/** Spans over „😃 x̌ سلام!“ → words and covers of the pieces. */
const cases: Record<
  string,
  { spans: ReturnType<typeof named>[]; range?: [number, number]; pieces: [string, string][] }
> = {
  'without spans the range is one piece': { spans: [], pieces: [[`${ODD}!`, '']] },
  'an empty range has no pieces': { spans: [named('a', 0, 9)], range: [4, 4], pieces: [] },
  'a span cuts twice': {
    spans: [named('a', 2, 4)],
    pieces: [
      ['😃 ', ''],
      ['x̌', 'a'],
      [' سلام!', ''],
    ],
  },
  'a span inside another lies over it': {
    spans: [named('inner', 2, 4), named('outer', 0, 9)],
    pieces: [
      ['😃 ', 'outer'],
      ['x̌', 'outer inner'],
      [' سلام', 'outer'],
      ['!', ''],
    ],
  },
  'spans that cross share a piece': {
    spans: [named('a', 0, 4), named('b', 2, 9)],
    pieces: [
      ['😃 ', 'a'],
      ['x̌', 'a b'],
      [' سلام', 'b'],
      ['!', ''],
    ],
  },
  'equal spans keep the order given': {
    spans: [named('b', 5, 9), named('a', 5, 9)],
    pieces: [
      ['😃 x̌ ', ''],
      ['سلام', 'b a'],
      ['!', ''],
    ],
  },
  'of spans with the same start the longer one lies outside': {
    spans: [named('short', 0, 1), named('long', 0, 4)],
    range: [0, 4],
    pieces: [
      ['😃', 'long short'],
      [' x̌', 'long'],
    ],
  },
  'spans that touch do not share a piece': {
    spans: [named('a', 0, 1), named('b', 1, 4)],
    range: [0, 4],
    pieces: [
      ['😃', 'a'],
      [' x̌', 'b'],
    ],
  },
  'spans are cut at the ends of the range': {
    spans: [named('a', 0, 10), named('before', 0, 2), named('after', 4, 9)],
    range: [2, 4],
    pieces: [['x̌', 'a']],
  },
  'a span without a character covers nothing': { spans: [named('a', 3, 3)], pieces: [[`${ODD}!`, '']] },
}

for (const [name, { spans, range: [from, to] = [0, text.length], pieces }] of Object.entries(cases)) {
  test(name, () => {
    const found = segments(spans, from, to)
    assert.deepEqual(
      found.map(({ start, end, covers }) => [text.slice(start, end), covers.map(({ name }) => name).join(' ')]),
      pieces,
    )
  })
}

const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }))
const spansAndRange = fc.tuple(fc.array(span, { maxLength: 12 }), span)

test('the pieces follow one another without a gap and are the range', () => {
  fc.assert(
    fc.property(spansAndRange, ([spans, { start, end }]) => {
      let next = start
      for (const piece of segments(spans, start, end)) {
        assert.equal(piece.start, next)
        assert.ok(piece.end > piece.start)
        next = piece.end
      }
      assert.equal(next, end)
    }),
  )
})

test('a piece is covered by exactly the spans over it, outermost first', () => {
  fc.assert(
    fc.property(spansAndRange, ([spans, { start, end }]) => {
      const inOrder = spans.toSorted(compareSpans)
      for (const piece of segments(spans, start, end)) {
        const over = inOrder.filter((span) => span.start < span.end && overlap(span, piece))
        assert.equal(piece.covers.length, over.length)
        for (const [index, span] of over.entries()) {
          assert.equal(piece.covers[index], span)
          assert.ok(span.start <= piece.start && piece.end <= span.end)
        }
      }
    }),
  )
})

test('neighbours differ in their covers: nothing is cut without need', () => {
  fc.assert(
    fc.property(spansAndRange, ([spans, { start, end }]) => {
      const found = segments(spans, start, end)
      for (const [index, piece] of found.slice(1).entries()) assert.ok(!isSame(piece.covers, found[index]!.covers))
    }),
  )
})

test('ranges that are cut together are cut as each of them alone', () => {
  const cuts = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), cuts, (spans, cuts) => {
      const ranges = cuts.flatMap((start, index) => (index % 2 === 0 ? { start, end: cuts[index + 1] ?? 31 } : []))
      assert.deepEqual(
        segmentsOfEach(spans, ranges),
        ranges.map(({ start, end }) => segments(spans, start, end)),
      )
    }),
  )
})

function isSame(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span) => b.includes(span))
}
