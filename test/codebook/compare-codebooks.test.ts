/** What is said to be different between two codebooks, and what keeps one from being published. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Codebook } from '../../server/codebook/codebook.ts'
import { draftFaults } from '../../server/codebook/codebook-draft-input.ts'
import { compareCodebooks } from '../../server/codebook/compare-codebooks.ts'
import { listDeedOf, withListEdited } from '../../server/codebook/list-edits.ts'

const label = (name: string) => ({ de: name })
const idsOf = (name: string) =>
  fc.uniqueArray(
    fc.constantFrom('a', 'b', 'c', 'd').map((id) => `${name}-${id}`),
    { maxLength: 4 },
  )
const anyChoice = (id: string) => ({ id, label: label(id) })

const anyTag = (id: string) =>
  fc.record({
    id: fc.constant(id),
    label: fc.constantFrom(label(id), label('Wort')),
    definition: fc.constantFrom(label('eins'), label('zwei')),
    line: fc.constantFrom('solid' as const, 'wavy' as const),
    attributes: idsOf('question').map((ids) =>
      ids.map((id) => ({ id, label: label(id), kind: 'one-of' as const, choices: [anyChoice('x'), anyChoice('y')] })),
    ),
    roles: idsOf('role').map((ids) => ids.map((id) => ({ id, label: label(id) }))),
  })

const anyCodebook: fc.Arbitrary<Codebook> = idsOf('tag')
  .filter((ids) => ids.length > 0)
  .chain((ids) =>
    fc.record({
      id: fc.constant('05358d01-592b-5e77-a958-779dc4e52fe1'),
      version: fc.constant(1),
      title: fc.constant(label('Buch')),
      overlap: fc.constantFrom('allowed' as const, 'forbidden' as const),
      tags: fc.tuple(...ids.map(anyTag)),
    }),
  )

test('a codebook is not different from itself, and can be published', () => {
  fc.assert(
    fc.property(anyCodebook, (codebook) => {
      assert.deepEqual(compareCodebooks(codebook, structuredClone(codebook)), [])
      assert.deepEqual(draftFaults(codebook), {})
    }),
  )
})

test('where two are different something is said, and the other way round the opposite', () => {
  const opposite = { added: 'removed', removed: 'added', retired: 'restored', restored: 'retired', changed: 'changed' }
  fc.assert(
    fc.property(anyCodebook, anyCodebook, (one, other) => {
      const there = compareCodebooks(one, other)
      const back = compareCodebooks(other, one)
      assert.equal(there.length === 0, JSON.stringify(one) === JSON.stringify(other))
      const named = (changes: typeof there, turn: (kind: keyof typeof opposite) => string) =>
        changes
          .map(({ kind, what, trail, field }) => [turn(kind), what, trail.map(({ id }) => id), field].join(' '))
          .sort()
      assert.deepEqual(
        named(there, (kind) => opposite[kind]),
        named(back, (kind) => kind),
      )
    }),
  )
})

test('an entry that is moved up and down again stands where it stood', () => {
  const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  const after = (content: { roles: typeof list }, ...acts: string[]) =>
    acts.reduce((content, act) => withListEdited(content, listDeedOf(act)!, { id: 'new' }), content)
  assert.deepEqual(after({ roles: list }, 'up:roles:2', 'down:roles:1').roles, list)
  assert.deepEqual(after({ roles: list }, 'up:roles:0').roles, list)
  assert.deepEqual(after({ roles: list }, 'remove:roles:9').roles, list)
  assert.deepEqual(after({ roles: list }, 'add:roles', 'remove:roles:3').roles, list)
})

for (const act of [
  '',
  'save',
  'remove:roles',
  'add:__proto__',
  'up:roles:-1',
  'add:roles.0.choices',
  'remove:tags.constructor:1',
])
  test(`„${act}“ is no deed on a list`, () => assert.equal(listDeedOf(act), undefined))
