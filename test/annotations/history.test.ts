/** Undoing and doing again, against the simplest model there is: a list of states and a place in it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Deed } from '../../server/annotations/act.ts'
import type { QuotedAnnotation } from '../../server/annotations/annotation.ts'
import { type Act, lastStateOf, stepsBack, stepsForth, turnsOf } from '../../server/annotations/history.ts'

const PLACE = { round: 'r', article: 'x', title: 'Titel' }
const state = (id: string, revision: number, note: string): QuotedAnnotation => {
  const times = { createdAt: '', changedAt: '' }
  return { id, revision, retracted: false, start: 0, end: 3, quote: 'Wer', tag: 'framing', note, ...times }
}
const act = (n: number, more: Partial<Act> = {}): Act => {
  const deed: Deed = 'note'
  const steps = [{ before: state('a', n, `${n}`), after: state('a', n + 1, `${n + 1}`) }]
  return { id: `act ${n}`, at: n, account: 'ada', place: PLACE, deed, steps, ...more }
}
const namesOf = (acts: readonly Act[]) => acts.map(({ id }) => id)

test('acts, undos and redos in any order agree with a list of states and a place in it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('act', 'undo', 'redo'), { maxLength: 60 }), (deeds) => {
      const acts: Act[] = []
      let list: string[] = []
      let place = 0
      for (const [n, deed] of deeds.entries()) {
        const { undoable, redoable } = turnsOf(acts)
        assert.deepEqual(namesOf(undoable), list.slice(0, place))
        assert.deepEqual(namesOf(redoable).reverse(), list.slice(place))
        if (deed === 'act') {
          acts.push(act(n))
          list = [...list.slice(0, place), `act ${n}`]
          place++
        } else {
          const of = (deed === 'undo' ? undoable : redoable).at(-1)?.id
          if (of === undefined) continue
          acts.push(act(n, { turn: { kind: deed, of } }))
          place += deed === 'undo' ? -1 : 1
        }
      }
    }),
  )
})

test('an act that can no longer be taken back goes, and the one before it is next', () => {
  const acts = [act(1), act(2), act(3, { steps: [], turn: { kind: 'drop', of: 'act 2' } })]
  assert.deepEqual(namesOf(turnsOf(acts).undoable), ['act 1'])
  assert.deepEqual(turnsOf(acts).redoable, [])
})

test('the steps of several annotations are taken back in the opposite order', () => {
  const steps = ['a', 'b'].map((id) => ({ before: undefined, after: state(id, 1, '') }))
  const split = act(1, { steps })
  assert.deepEqual(
    stepsBack(split).map(({ id, to }) => [id, to]),
    [
      ['b', undefined],
      ['a', undefined],
    ],
  )
  assert.deepEqual(
    stepsForth(split).map(({ id, to }) => [id, to?.id]),
    [
      ['a', 'a'],
      ['b', 'b'],
    ],
  )
})

test('the last state of an annotation is that of the newest act on it, undos included', () => {
  const undo = act(3, {
    steps: [{ before: state('a', 3, '3'), after: state('a', 4, '2') }],
    turn: { kind: 'undo', of: 'act 2' },
  })
  assert.deepEqual(lastStateOf([act(1), act(2), undo], 'a'), state('a', 4, '2'))
  assert.equal(lastStateOf([act(1)], 'b'), undefined)
})
