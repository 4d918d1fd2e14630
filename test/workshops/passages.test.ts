import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesOf, keptChanges } from '../../server/workshops/wall/changes.ts'
import { classPicture, MOST_NAMED } from '../../server/workshops/wall/class-picture.ts'
import { mostAgreed, mostDisputed, votedPassages } from '../../server/workshops/wall/passages.ts'
import { someClass, TAGS } from '../support/class.ts'
import { articleOf, placeOf } from '../support/texts.ts'

const [FIRST, SECOND, THIRD] = [
  'Der Minister hat dem Kollegen eine Zusammenarbeit angeboten',
  'Moskau nahm den Ball dankbar auf, obwohl es in der Hauptstadt auch andere Stimmen gab',
  'Über 60 Projekte werden realisiert',
] as const
const article = articleOf(['paragraph', `${FIRST}. ${SECOND}.`], ['list-item', `• ${THIRD}.`])
const mark = (tag: string, words: string) => ({ tag, ...placeOf(article.body.text, words) })
const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** Eight report what seven interpret; all the same, the first sentence is an attribution. */
const readings = [
  ...many(8, [mark('attribution', FIRST), mark('reporting', SECOND)]),
  ...many(6, [mark('attribution', FIRST), mark('framing', 'nahm den Ball dankbar auf')]),
  [mark('attribution', FIRST), mark('framing', 'andere Stimmen')],
]

test('one vote each: a passage is cut where people decide otherwise, and a mark that lies in it counts however short', () => {
  const passages = votedPassages(article, TAGS, readings)
  assert.deepEqual(
    passages.map(({ start, end, votes, nothing }) => [article.body.slice(start, end), votes, nothing]),
    [
      [FIRST, [0, 15, 0], 0],
      ['Moskau nahm den Ball dankbar auf', [8, 0, 6], 1],
      ['obwohl es in der Hauptstadt auch andere Stimmen gab', [8, 0, 1], 6],
      [`• ${THIRD}`, [0, 0, 0], 15],
    ],
  )
})

test('clauses on which the same people say the same are one passage', () => {
  const alike = votedPassages(article, TAGS, readings.slice(0, 8))
  assert.equal(article.body.slice(alike[1]!.start, alike[1]!.end), SECOND)
})

test('a mark that only reaches into a passage from beside is no vote on it', () => {
  const beyond = { tag: 'framing', start: 0, end: placeOf(article.body.text, 'Moskau').end }
  const [first, second] = votedPassages(article, TAGS, [[beyond]])
  assert.deepEqual([first!.votes, second!.nothing], [[0, 0, 1], 1])
})

test('the most disputed comes first, the most agreed is what most marked in one way', () => {
  const passages = votedPassages(article, TAGS, readings)
  const words = (found: typeof passages) => found.map(({ start, end }) => article.body.slice(start, end))
  assert.deepEqual(words(mostDisputed(passages, 9)), [
    'obwohl es in der Hauptstadt auch andere Stimmen gab',
    'Moskau nahm den Ball dankbar auf',
  ])
  assert.equal(words(mostAgreed(passages, 1))[0], FIRST)
  assert.ok(!words(mostAgreed(passages, 9)).includes(`• ${THIRD}`))
})

test('what a report names as most disputed it does not name as agreed', () => {
  const { disputed, agreed } = classPicture(article, TAGS, readings)
  assert.ok(disputed.length > 0 && agreed.length > 0)
  const named = disputed.slice(0, MOST_NAMED)
  assert.ok(
    mostAgreed(votedPassages(article, TAGS, readings), 9).some(({ start }) => named.some((one) => one.start === start)),
  )
  assert.ok(agreed.every(({ start }) => named.every((one) => one.start !== start)))
})

test('before and after are compared anew only where somebody has marked meanwhile', () => {
  const pairs = readings.map((before) => ({ before, after: before }))
  const first = keptChanges(article, TAGS, pairs)
  assert.equal(keptChanges(article, TAGS, [...pairs]), first)
  const moved = pairs.map((pair, person) => (person === 0 ? { ...pair, after: [mark('framing', THIRD)] } : pair))
  const second = keptChanges(article, TAGS, moved)
  assert.deepEqual(second, changesOf(article, TAGS, moved))
  assert.deepEqual([first.moved, second.moved], [0, 1])
  assert.deepEqual(keptChanges(article, TAGS, pairs.slice(1)), changesOf(article, TAGS, pairs.slice(1)))
})

test('where one alone differs nothing is disputed', () => {
  const passages = votedPassages(article, TAGS, [...many(9, [mark('framing', THIRD)]), []])
  assert.deepEqual(mostDisputed(passages, 9), [])
})

test('passages stand in order, and on each every person has one vote', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings }) => {
      let from = 0
      for (const { start, end, votes, nothing, disagreement } of votedPassages(article, TAGS, readings)) {
        assert.ok(start >= from && end > start)
        assert.equal(
          votes.reduce((sum, count) => sum + count, nothing),
          readings.length,
        )
        assert.ok(disagreement >= 0 && disagreement <= 1)
        from = end
      }
    }),
  )
})

test('before and after: who moved from where to where', () => {
  const pairs = readings.map((before, person) => ({
    before,
    after: person < 5 ? [mark('attribution', FIRST), mark('framing', 'nahm den Ball dankbar auf')] : before,
  }))
  const changes = changesOf(article, TAGS, pairs)
  assert.deepEqual([changes.people, changes.moved], [15, 5])
  assert.deepEqual(
    changes.passages.map(({ before, after, moves }) => [before.votes, after.votes, moves]),
    [
      [[8, 0, 6], [3, 0, 11], [{ from: 0, to: 2, people: 5 }]],
      [[8, 0, 1], [3, 0, 1], [{ from: 0, to: 3, people: 5 }]],
    ],
  )
})

test('who marks the same again has moved nowhere', () => {
  fc.assert(
    fc.property(someClass, ({ article, readings }) => {
      const { moved, passages, disagreement } = changesOf(
        article,
        TAGS,
        readings.map((marks) => ({ before: marks, after: [...marks] })),
      )
      assert.deepEqual([moved, passages], [0, []])
      assert.equal(disagreement.before, disagreement.after)
    }),
  )
})
