/** What an action may say: places in the text, quotes, and what the codebook allows. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { send, startApp, stored } from '../support/app.ts'
import { addPlace, making, revising, wordsIn } from '../support/builders.ts'
import { contentDigest, countRows } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const ada = await app.signedIn('Ada')
  return { app, ada, place: await addPlace(app.parts) }
}

test('a span that may not stand where it is, is refused with the end that is wrong', async (t) => {
  const { app, ada, place } = await scene(t)
  const { body } = place.article
  const [headline, byline, repeat] = [
    wordsIn(place.article, 'Straße 😃 gesperrt'),
    wordsIn(place.article, 'Von Ada Ohm'),
    wordsIn(place.article, '\n\nStraße'),
  ]
  const family = wordsIn(place.article, '👩‍👧')
  const accent = wordsIn(place.article, 'x̌')
  const CASES: readonly (readonly [string, number, number, Record<string, string>])[] = [
    ['beginning at the end of the text', body.length, body.length + 1, { start: 'outside-text' }],
    ['beginning far outside', Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, { start: 'outside-text' }],
    ['ending outside', body.length - 5, body.length + 1, { end: 'outside-text' }],
    ['empty', 3, 3, { end: 'empty' }],
    ['ending before it begins', 5, 3, { end: 'empty' }],
    ['beginning on white space', 6, 8, { start: 'white-space' }],
    ['ending on white space', 0, 7, { end: 'white-space' }],
    ['white space only', headline.end, headline.end + 2, { start: 'white-space', end: 'white-space' }],
    ['beginning in the byline', byline.start, byline.end + 5, { start: 'not-markable' }],
    ['inside the byline', byline.start, byline.start + 3, { start: 'not-markable', end: 'not-markable' }],
    ['ending in a repeat', 0, repeat.start + 5, { end: 'not-markable' }],
    ['beginning inside a joined emoji', family.start + 1, family.end, { start: 'inside-grapheme' }],
    ['ending inside a joined emoji', family.start, family.end - 1, { end: 'inside-grapheme' }],
    ['ending before a combining accent', accent.start, accent.start + 1, { end: 'inside-grapheme' }],
  ]
  const before = await contentDigest(app.parts.database)
  for (const [name, start, end, details] of CASES)
    await t.test(name, async () => {
      const answer = await send(ada, making(place, 'ernst', { start, end }))
      assert.deepEqual([answer.status, answer.body.error?.code], [422, 'invalid'])
      assert.deepEqual(answer.body.error.details, details)
    })
  assert.equal(await contentDigest(app.parts.database), before)
  await stored(ada, making(place, '😃'))
  await stored(ada, making(place, '👩‍👧'))
  await stored(ada, making(place, 'x̌'))
  await stored(ada, making(place, 'gesperrt\n\nVon Ada Ohm\n\nDie'))
})

test('no pair of numbers outside the text is ever stored', async (t) => {
  const { app, ada, place } = await scene(t)
  const { length } = place.article.body
  const number = fc.oneof(
    fc.integer({ min: -3, max: length + 3 }),
    fc.maxSafeInteger(),
    fc.double(),
    fc.constant(length),
  )
  await fc.assert(
    fc.asyncProperty(number, number, async (start, end) => {
      fc.pre(!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length))
      assert.equal((await send(ada, making(place, 'ernst', { start, end }))).status, 422)
    }),
    { numRuns: 150 },
  )
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 0)
})

test('a quote that is not the text at its place is refused with the words that stand there', async (t) => {
  const { app, ada, place } = await scene(t)
  const before = await contentDigest(app.parts.database)
  const { start, end } = wordsIn(place.article, 'Brücke')
  const OTHERS: readonly (readonly [string, object])[] = [
    ['other words', { quote: 'Straße' }],
    ['another case', { quote: 'brücke' }],
    ['another normal form', { quote: 'Bru\u0308cke' }],
    ['white space around it', { quote: 'Brücke ' }],
    ['the text a character further', { start: start + 1, end: end + 1, quote: 'rücke s' }],
    ['nothing', { quote: '' }],
  ]
  for (const [name, change] of OTHERS)
    await t.test(name, async () => {
      const { body, status } = await send(ada, making(place, 'Brücke', { ...change, start, end }))
      assert.deepEqual([status, body.error.code, body.error.details], [409, 'quote-mismatch', { found: 'Brücke' }])
    })
  const cue = { role: 'cue', ...wordsIn(place.article, 'erklärte') }
  const wrong = { ...cue, role: 'source', quote: 'sagte' }
  const { body } = await send(ada, making(place, 'Brücke', { tag: 'attribution', parts: [cue, wrong] })).expect(409)
  assert.deepEqual([body.error.code, body.error.details], ['quote-mismatch', { found: 'erklärte', part: 1 }])
  assert.equal(await contentDigest(app.parts.database), before)
})

test('what the codebook does not know or allow is refused with its path and the reason', async (t) => {
  const { app, ada, place } = await scene(t)
  const part = (role: string, words: string) => ({ role, ...wordsIn(place.article, words) })
  const attributes = (answers: object) => ({ tag: 'attribution', attributes: answers })
  const parts = (...all: object[]) => ({ tag: 'attribution', parts: all })
  const CASES: readonly (readonly [string, object, Record<string, string>])[] = [
    ['a tag that is not there', { tag: 'opinion' }, { tag: 'unknown-tag' }],
    ['a tag with a lone surrogate', { tag: '\ud83d' }, { tag: 'unknown-tag' }],
    ['a tag named like a method', { tag: 'constructor' }, { tag: 'unknown-tag' }],
    ['a retired tag', { tag: 'old' }, { tag: 'retired-tag' }],
    ['a second tag that is the tag', { secondTag: 'reporting' }, { secondTag: 'same-as-tag' }],
    ['a second tag that is not there', { secondTag: 'opinion' }, { secondTag: 'unknown-tag' }],
    ['an answer to nothing', attributes({ mood: 'glad' }), { 'attributes.mood': 'unknown-attribute' }],
    [
      'an answer named like a method',
      attributes({ constructor: 'x' }),
      { 'attributes.constructor': 'unknown-attribute' },
    ],
    [
      'an answer that belongs to another tag',
      { attributes: { type: 'direct' } },
      { 'attributes.type': 'unknown-attribute' },
    ],
    ['a choice that is not there', attributes({ type: 'sung' }), { 'attributes.type': 'unknown-choice' }],
    [
      'one of many choices that is not there',
      attributes({ signals: ['verb', 'x'] }),
      { 'attributes.signals': 'unknown-choice' },
    ],
    ['a choice made twice', attributes({ signals: ['verb', 'verb'] }), { 'attributes.signals': 'repeated-choice' }],
    ['several choices where one is asked', attributes({ type: ['direct'] }), { 'attributes.type': 'wrong-type' }],
    ['one choice where several are asked', attributes({ signals: 'verb' }), { 'attributes.signals': 'wrong-type' }],
    ['a word where yes or no is asked', attributes({ named: 'yes' }), { 'attributes.named': 'wrong-type' }],
    ['a number where a text is asked', attributes({ comment: 5 }), { 'attributes.comment': 'wrong-type' }],
    ['a number above the scale', attributes({ strength: 6 }), { 'attributes.strength': 'outside-scale' }],
    ['a number between two steps', attributes({ strength: 1.5 }), { 'attributes.strength': 'wrong-type' }],
    ['a role that is not there', parts(part('topic', 'ernst')), { 'parts.0.role': 'unknown-role' }],
    ['a part that belongs to another tag', { parts: [part('cue', 'ernst')] }, { 'parts.0.role': 'unknown-role' }],
    [
      'a role twice that is there once',
      parts(part('content', 'ernst'), part('content', 'Lage')),
      { 'parts.1.role': 'one-part-only' },
    ],
    ['the same part twice', parts(part('cue', 'ernst'), part('cue', 'ernst')), { 'parts.1': 'repeated-part' }],
    ['a part outside the text', parts({ ...part('cue', 'ernst'), end: 100_000 }), { 'parts.0.end': 'outside-text' }],
    ['a part on white space', parts({ ...part('cue', 'ernst'), start: 6, end: 8 }), { 'parts.0.start': 'white-space' }],
  ]
  const before = await contentDigest(app.parts.database)
  for (const [name, change, details] of CASES)
    await t.test(name, async () => {
      const { body, status } = await send(ada, making(place, 'Brücke', { ...change }))
      assert.deepEqual([status, body.error?.code, body.error?.details], [422, 'invalid', details])
    })
  assert.equal(await contentDigest(app.parts.database), before)
})

test('a revision is judged like a new mark', async (t) => {
  const { ada, place } = await scene(t)
  const made = making(place, 'Brücke')
  await stored(ada, made)
  const answer = await send(ada, revising(made, 1, { secondTag: 'reporting' })).expect(422)
  assert.deepEqual(answer.body.error.details, { secondTag: 'same-as-tag' })
  await send(ada, revising(made, 1, { quote: 'Straße' })).expect(409)
})
