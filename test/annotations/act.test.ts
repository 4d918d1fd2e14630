/** What an act comes to: the revisions it sends, what it is called, and when two states say the same. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deedOf, revisionsTo, sayTheSame } from '../../server/annotations/act.ts'
import type { QuotedAnnotation, QuotedJudgement } from '../../server/annotations/annotation.ts'

const NOW = '2026-11-25T12:00:00.000Z'
const judgement = (changes: Partial<QuotedJudgement> = {}): QuotedJudgement => ({
  start: 3,
  end: 9,
  quote: 'Brücke',
  tag: 'framing',
  ...changes,
})
const state = (revision: number, retracted = false, changes: Partial<QuotedJudgement> = {}): QuotedAnnotation => ({
  id: 'a',
  revision,
  retracted,
  ...judgement(changes),
  createdAt: NOW,
  changedAt: NOW,
})

const CASES: readonly (readonly [string, QuotedAnnotation | undefined, QuotedJudgement | undefined, string[]])[] = [
  ['a new one is made', undefined, judgement(), ['make 0']],
  ['what is not there and not wanted is left alone', undefined, undefined, []],
  ['the same again changes nothing', state(3), judgement(), []],
  ['another note is a revision', state(3), judgement({ note: 'x' }), ['revise 3']],
  ['what is not wanted is retracted', state(3), undefined, ['retract 3']],
  ['what is retracted already stays so', state(3, true), undefined, []],
  ['what was retracted comes back', state(3, true), judgement(), ['restore 3']],
  [
    '… and is revised where it said something else',
    state(3, true),
    judgement({ tag: 'reporting' }),
    ['restore 3', 'revise 4'],
  ],
]
for (const [name, current, wanted, expected] of CASES)
  test(`from a state to a judgement: ${name}`, () => {
    const revisions = revisionsTo(current, wanted, 'a', NOW)
    assert.deepEqual(
      revisions.map(({ action }) => `${action.kind} ${action.base}`),
      expected,
    )
    assert.ok(sayTheSame(revisions.at(-1)?.after ?? current, wanted && state(1, false, wanted)))
  })

test('whatever the states, each revision stands on the one before, and the last one says what was wanted', () => {
  const some = fc.record(
    { tag: fc.constantFrom('reporting', 'framing'), note: fc.constantFrom('x', 'y'), end: fc.constantFrom(9, 12) },
    { requiredKeys: [] },
  )
  const current = fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean(), some), { nil: undefined })
  fc.assert(
    fc.property(current, fc.option(some, { nil: undefined }), (now, wanted) => {
      const before = now && state(...now)
      const goal = wanted && judgement(wanted)
      const revisions = revisionsTo(before, goal, 'a', NOW)
      let last = before
      for (const { action, after } of revisions) {
        assert.equal(action.base, last?.revision ?? 0)
        assert.equal(after.revision, action.base + 1)
        last = after
      }
      assert.ok(sayTheSame(last, goal && state(1, false, goal)))
      if (sayTheSame(before, goal && state(1, false, goal))) assert.equal(revisions.length, 0)
    }),
  )
})

const DEEDS: readonly (readonly [string, QuotedAnnotation | undefined, QuotedAnnotation])[] = [
  ['make', undefined, state(1)],
  ['make', state(2, true), state(3)],
  ['retract', state(1), state(2, true)],
  ['retag', state(1), state(2, false, { tag: 'reporting', note: 'x' })],
  ['bounds', state(1), state(2, false, { end: 12, note: 'x' })],
  ['parts', state(1), state(2, false, { parts: [{ role: 'cue', start: 3, end: 9, quote: 'Brücke' }] })],
  ['note', state(1), state(2, false, { note: 'x' })],
  ['answer', state(1), state(2, false, { confidence: 'low' })],
]
for (const [deed, before, after] of DEEDS)
  test(`a step from ${before ? 'a state' : 'nothing'} is called ${deed}`, () =>
    assert.equal(deedOf({ before, after }), deed))

test('the order of keys and of answers does not matter, what is said does', () => {
  const one = state(1, false, { attributes: { a: 'x', b: true } })
  const { attributes, ...rest } = state(5)
  assert.ok(sayTheSame(one, { attributes: { b: true, a: 'x' }, ...rest }))
  assert.ok(!sayTheSame(one, state(1)))
  assert.ok(sayTheSame(undefined, state(4, true)))
  assert.ok(!sayTheSame(undefined, state(4)))
})
