import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Part } from '../../server/annotations/annotation.ts'
import { codebookFaults, orderedJudgement } from '../../server/annotations/judgement-rules.ts'
import { isSamePart, nextRole, withPart } from '../../server/annotations/parts.ts'
import type { Codebook, Tag } from '../../server/codebook/codebook.ts'

const label = { de: 'Wort' }
const tag: Tag = {
  id: 'attribution',
  label,
  roles: [
    { id: 'source', label, many: true },
    { id: 'cue', label, many: true },
    { id: 'content', label },
  ],
}
const codebook: Codebook = { id: 'c', version: 1, title: label, overlap: 'allowed', tags: [tag] }
const part = (role: string, start: number, end: number): Part => ({ role, start, end })

const CASES: Readonly<Record<string, { before: Part[]; given: Part; former?: Part; after: Part[] }>> = {
  'a part is added in the order of the roles': {
    before: [part('cue', 0, 1)],
    given: part('source', 5, 6),
    after: [part('source', 5, 6), part('cue', 0, 1)],
  },
  'a role that is there several times gets another part, in the order of the text': {
    before: [part('source', 5, 6)],
    given: part('source', 2, 3),
    after: [part('source', 2, 3), part('source', 5, 6)],
  },
  'a role that is there once is replaced': {
    before: [part('source', 5, 6), part('content', 0, 2)],
    given: part('content', 7, 9),
    after: [part('source', 5, 6), part('content', 7, 9)],
  },
  'the same part again takes it away': {
    before: [part('source', 5, 6), part('cue', 5, 6)],
    given: part('source', 5, 6),
    after: [part('cue', 5, 6)],
  },
  'a chosen part is marked anew': {
    before: [part('source', 1, 2), part('source', 5, 6)],
    given: part('source', 5, 8),
    former: part('source', 5, 6),
    after: [part('source', 1, 2), part('source', 5, 8)],
  },
}

for (const [name, { before, given, former, after }] of Object.entries(CASES))
  test(name, () => assert.deepEqual(withPart(tag, before, given, former), after))

test('the next role is the first one without a part, until there is none', () => {
  assert.equal(nextRole(tag, [])?.id, 'source')
  assert.equal(nextRole(tag, [part('source', 0, 1), part('content', 0, 1)])?.id, 'cue')
  assert.equal(nextRole(tag, [part('source', 0, 1), part('cue', 0, 1), part('content', 0, 1)]), undefined)
  assert.equal(nextRole({ id: 'framing', label }, []), undefined)
})

const anyPart = fc
  .tuple(fc.constantFrom('source', 'cue', 'content'), fc.nat(4), fc.integer({ min: 1, max: 3 }))
  .map(([role, start, length]) => part(role, start, start + length))

test('however parts are given, the judgement fits the codebook and stands in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyPart, fc.boolean()), { maxLength: 12 }), (given) => {
      let parts: Part[] = []
      for (const [part, replaces] of given) {
        const former = replaces ? parts.find(({ role }) => role === part.role) : undefined
        const wasThere = parts.some((one) => isSamePart(one, part))
        parts = withPart(tag, parts, part, former)
        assert.equal(
          parts.some((one) => isSamePart(one, part)),
          !wasThere,
        )
        const judgement = { start: 0, end: 9, tag: 'attribution', attributes: {}, parts }
        assert.deepEqual(codebookFaults(codebook, judgement), {})
        assert.deepEqual(orderedJudgement(tag, judgement).parts, parts)
      }
    }),
  )
})
