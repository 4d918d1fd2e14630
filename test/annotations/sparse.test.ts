import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Annotation, sparse, whole } from '../../server/annotations/annotation.ts'

const plain: Annotation = {
  id: 'a',
  start: 3,
  end: 5,
  tag: 'framing',
  attributes: {},
  parts: [],
  revision: 1,
  retracted: false,
  origin: 'annotator',
  createdAt: '2026-11-24T10:00:00.000Z',
  changedAt: '2026-11-24T10:00:00.000Z',
}

/** What stands in an annotation beside the usual, and what a page carries of it beside what is always there. */
const cases: Record<string, Partial<Annotation>> = {
  'nothing else': {},
  answers: { attributes: { hedged: false } },
  parts: { parts: [{ role: 'source', start: 1, end: 2 }] },
  'another origin': { origin: 'import:csv' },
  'a later change': { revision: 2 },
  retracted: { revision: 2, retracted: true },
  'confidence, second tag and note': { confidence: 'low', secondTag: 'reporting', note: '😃' },
}

for (const [name, more] of Object.entries(cases))
  test(`a page carries an annotation whole but for its times, and only what is not as usual: ${name}`, () => {
    const annotation = { ...plain, ...more }
    const { id, start, end, tag } = plain
    const usual = [id, start, end, tag]
    assert.deepEqual(sparse(annotation), Object.keys(more).length > 0 ? [...usual, more] : usual)
    const untimed = { ...annotation, createdAt: '', changedAt: '' }
    assert.deepEqual(whole(JSON.parse(JSON.stringify(sparse(annotation)))), untimed)
  })
