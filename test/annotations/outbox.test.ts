/** Which entry goes next, and what the line says. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  entriesOf,
  inOrder,
  type MarkEntry,
  nextToSend,
  saveStateOf,
  statesAfter,
} from '../../server/annotations/outbox.ts'

const entry = (at: number, annotation: string, base: number, isHeld = false): MarkEntry => ({
  id: `${at}`,
  at,
  account: 'ada',
  place: { round: 'r', article: 'x', title: '' },
  action: { annotation, base, kind: 'retract' },
  after: {
    id: annotation,
    revision: base + 1,
    retracted: true,
    start: 0,
    end: 3,
    quote: 'Wer',
    tag: 'framing',
    createdAt: '',
    changedAt: '',
  },
  ...(isHeld && { trouble: { code: 'invalid', message: '' } }),
})

const entries = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 20 })
  .map((all) => all.map(([annotation, isHeld], n) => entry(n, annotation, n, isHeld)))

test('what is held up holds up its own annotation and no other, and each annotation goes in its order', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const next = nextToSend(all)
      const held = new Set(all.filter(({ trouble }) => trouble).map(({ action }) => action.annotation))
      if (next) {
        assert.ok(!held.has(next.action.annotation))
        assert.equal(entriesOf(all, next.action.annotation)[0], next)
      } else assert.ok(all.every(({ action }) => held.has(action.annotation)))
    }),
  )
})

test('however they are kept, entries come out in the order in which they were made', () => {
  fc.assert(
    fc.property(
      entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => assert.deepEqual(inOrder(shuffled), all),
    ),
  )
})

test('the state after all that waits is the one after the last entry', () => {
  const all = [entry(1, 'a', 1), entry(2, 'b', 1), entry(3, 'a', 2)]
  assert.equal(statesAfter(all).get('a')?.revision, 3)
  assert.equal(statesAfter(all).get('b')?.revision, 2)
})

const waiting = [entry(1, 'a', 0)]
const held = [entry(1, 'a', 0, true)]
const STATES = [
  ['nothing waits', [], undefined, 'saved'],
  ['nothing waits, though the server could not be reached before', [], { kind: 'offline' }, 'saved'],
  ['something is under way', waiting, undefined, 'saving'],
  ['there is no connection', waiting, { kind: 'offline' }, 'waiting'],
  ['the server is in trouble', waiting, { kind: 'server', message: 'voll' }, 'failed'],
  ['nobody is signed in', waiting, { kind: 'signed-out' }, 'failed'],
  ['something was refused', held, undefined, 'failed'],
] as const
for (const [name, all, obstacle, expected] of STATES)
  test(`the state of saving where ${name}: ${expected}`, () => assert.equal(saveStateOf(all, obstacle), expected))
