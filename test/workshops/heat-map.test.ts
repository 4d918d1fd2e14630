import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sharesOf } from '../../server/annotations/shares.ts'
import { codedBlocks } from '../../server/articles/article.ts'
import { disagreement, heatMap, nothingOf } from '../../server/workshops/wall/heat-map.ts'
import { classShares, heatLines } from '../../server/workshops/wall/line-heat.ts'
import { someClass, TAGS } from '../support/class.ts'
import { articleOf, placeOf } from '../support/texts.ts'

const article = articleOf(['headline', 'Allianz 😃'], ['byline', 'Von Ada'], ['paragraph', 'Moskau nahm den Ball auf.'])
const marked = (tag: string, words: string) => ({ tag, ...placeOf(article.body.text, words) })

test('people are counted where they marked, inner marks count as votes and outer ones stay marked', () => {
  const { pieces, people } = heatMap(article, TAGS, [
    [marked('reporting', 'Moskau nahm den Ball auf.'), marked('framing', 'den Ball')],
    [marked('framing', 'nahm den Ball')],
    [marked('elsewhere', 'Moskau')],
    [],
  ])
  assert.equal(people, 4)
  assert.deepEqual(
    pieces.map(({ start, end, marked, votes }) => [article.body.slice(start, end), marked, votes]),
    [
      ['Allianz 😃', [0, 0, 0], [0, 0, 0]],
      ['Moskau ', [1, 0, 0], [1, 0, 0]],
      ['nahm ', [1, 0, 1], [1, 0, 1]],
      ['den Ball', [1, 0, 2], [0, 0, 2]],
      [' auf.', [1, 0, 0], [1, 0, 0]],
    ],
  )
})

test('the same person is counted once, however often they mark the same words', () => {
  const { pieces } = heatMap(article, TAGS, [[marked('framing', 'Ball'), marked('framing', 'den Ball')]])
  assert.equal(Math.max(...pieces.map(({ marked }) => marked[2]!)), 1)
})

test('a mark that goes over a byline is not counted there', () => {
  const whole = { tag: 'framing', start: 0, end: article.body.length }
  const { pieces } = heatMap(article, TAGS, [[whole]])
  const counted = pieces.reduce((sum, { start, end, marked }) => sum + (end - start) * marked[2]!, 0)
  assert.equal(counted, 9 + 25)
})

test('the counts of a tag, times the lengths of their pieces, are what its people marked, character by character', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings }) => {
      const { pieces } = heatMap(article, TAGS, readings)
      for (const [place, tag] of TAGS.entries()) {
        const counted = pieces.reduce((sum, { start, end, marked }) => sum + (end - start) * marked[place]!, 0)
        let expected = 0
        for (const block of codedBlocks(article))
          for (let at = block.start; at < block.end; at++)
            for (const marks of readings)
              if (marks.some((mark) => mark.tag === tag && mark.start <= at && at < mark.end)) expected++
        assert.equal(counted, expected)
      }
    }),
  )
})

test('pieces follow one another through the coded text, no two beside each other are alike, and nobody votes twice', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings }) => {
      const { pieces, people } = heatMap(article, TAGS, readings)
      let next = 0
      for (const block of codedBlocks(article)) {
        let at = block.start
        for (; next < pieces.length && pieces[next]!.start < block.end; next++) {
          const { start, end, marked, votes } = pieces[next]!
          assert.ok(start === at && end > start && end <= block.end)
          assert.ok(nothingOf({ votes }, people) >= 0)
          assert.ok(votes.every((count, tag) => count <= marked[tag]!))
          if (start > block.start)
            assert.notDeepEqual([marked, votes], [pieces[next - 1]!.marked, pieces[next - 1]!.votes])
          at = end
        }
        assert.equal(at, block.end)
      }
      assert.equal(next, pieces.length)
    }),
  )
})

test('the order of people does not matter, and whoever marks nothing changes no count', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings }) => {
      const map = heatMap(article, TAGS, readings)
      assert.deepEqual(heatMap(article, TAGS, readings.toReversed()), map)
      assert.deepEqual(heatMap(article, TAGS, [...readings, []]).pieces, map.pieces)
    }),
  )
})

test('disagreement is 0 where all say the same, 1 where as many say each thing, and does not care who says what', () => {
  assert.equal(disagreement([0, 0, 0], 0), 0)
  assert.equal(disagreement([9, 0, 0], 9), 0)
  assert.equal(disagreement([0, 0, 0], 9), 0)
  assert.equal(disagreement([3, 3, 3], 12), 1)
  assert.equal(disagreement([5, 3, 1], 9), disagreement([1, 5, 3], 9))
  assert.ok(disagreement([5, 4, 0], 9) > disagreement([8, 1, 0], 9))
})

test('a class of one speaks of the text as that one reading does', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings: [marks = []] }) => {
      const own = marks.filter(({ tag }) => TAGS.includes(tag))
      const { coded, tags, unmarked } = sharesOf(article, own)
      const expected = [...TAGS.map((tag) => tags.get(tag)?.codePoints ?? 0), unmarked].map((count) => count / coded)
      const shares = classShares(article, heatMap(article, TAGS, [own]))
      for (const [place, share] of shares.entries())
        assert.ok(coded === 0 || Math.abs(share - expected[place]!) < 1e-9, `${share} ${expected[place]}`)
    }),
  )
})

test('a line says how many marked it on the average of its characters', () => {
  const lines = heatLines(
    article,
    heatMap(article, TAGS, [[marked('framing', 'Moskau')], [marked('framing', 'Moskau nahm den Ball auf.')], []]),
  )
  assert.deepEqual(
    lines.map(({ line, marked, touched }) => [line.number, marked[2], touched]),
    [
      [1, 0, 0],
      [2, (6 + 21) / 21, (6 + 21) / 21],
    ],
  )
})
