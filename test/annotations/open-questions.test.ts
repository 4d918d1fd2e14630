/** What has to be answered before an article can be handed in: the rule alone, and over HTTP. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { openQuestions } from '../../server/annotations/open-questions.ts'
import type { Answers, Attribute, Codebook } from '../../server/codebook/codebook.ts'
import { send, startApp } from '../support/app.ts'
import { newId } from '../support/builders.ts'
import { take } from '../support/exchange.ts'
import { articleId, deskOf, REQUIRED, ROUND, severalArticles } from '../support/several-articles.ts'

const label = { de: 'Frage' }
const CHOICES = ['a', 'b', 'c'].map((id) => ({ id, label }))

function codebook(attributes: readonly Attribute[]): Codebook {
  const tags = [
    { id: 'framing', label, attributes },
    { id: 'reporting', label },
  ]
  return { id: 'x', version: 1, title: label, overlap: 'allowed', tags }
}

const question = (id: string, more: Partial<Attribute> = {}): Attribute => ({
  id,
  label,
  kind: 'one-of',
  choices: CHOICES,
  required: true,
  ...more,
})
const whenA = { shownWhen: { attribute: 'one', is: ['a'] } } as const

const CASES: readonly (readonly [string, readonly Attribute[], Answers, readonly string[]])[] = [
  ['a required question without an answer', [question('one')], {}, ['one']],
  ['a required question with an answer', [question('one')], { one: 'a' }, []],
  ['a question that may be left open', [question('one', { required: false })], {}, []],
  ['a question that is never asked', [question('one', { asked: 'never' })], {}, []],
  ['a question that is asked in workshops too', [question('one', { asked: 'workshop' })], {}, ['one']],
  ['a question that is not shown', [question('one'), question('two', whenA)], { one: 'b' }, []],
  ['a question that is shown by an answer', [question('one'), question('two', whenA)], { one: 'a' }, ['two']],
  ['no as an answer', [question('one', { kind: 'yes-no' })], { one: false }, []],
  ['several questions, in the order of the codebook', [question('two'), question('one')], {}, ['two', 'one']],
]

for (const [name, attributes, answers, open] of CASES)
  test(`open before finishing: ${name}`, () => {
    const found = openQuestions(codebook(attributes), [{ tag: 'framing', attributes: answers }])
    assert.deepEqual(
      found.map(({ question }) => question.id),
      open,
    )
  })

test('an annotation whose tag asks nothing, or is unknown, holds nothing up', () => {
  const annotations = ['reporting', 'nowhere'].map((tag) => ({ tag, attributes: {} }))
  assert.deepEqual(openQuestions(codebook([question('one')]), annotations), [])
})

test('whoever answers what is open, and then what that brings up, can hand in', () => {
  const anyQuestion = fc.record({
    required: fc.boolean(),
    asked: fc.constantFrom('desk' as const, 'workshop' as const, 'never' as const),
    shownWhen: fc.option(
      fc.record({ attribute: fc.constantFrom('q0', 'q1', 'q2'), is: fc.subarray(['a', 'b', 'c']) }),
      { nil: undefined },
    ),
  })
  fc.assert(
    fc.property(
      fc.array(anyQuestion, { maxLength: 6 }),
      fc.array(fc.constantFrom('a', 'b', 'c')),
      (shapes, replies) => {
        const book = codebook(shapes.map((shape, index) => question(`q${index}`, shape)))
        let attributes: Answers = {}
        for (let round = 0; round <= shapes.length; round++)
          for (const [index, open] of openQuestions(book, [{ tag: 'framing', attributes }]).entries())
            attributes = { ...attributes, [open.question.id]: replies[index] ?? 'a' }
        assert.deepEqual(openQuestions(book, [{ tag: 'framing', attributes }]), [])
      },
    ),
  )
})

async function withRequired(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await take(app.parts, severalArticles(2))
  const rui = await app.signedIn('Rui')
  const annotation = newId()
  const mark = {
    ...{ round: ROUND, article: articleId(1), annotation, kind: 'make', base: 0 },
    ...{ start: 21, end: 39, quote: 'Die Lage ist ernst', tag: 'attribution' },
  }
  await send(rui, mark).expect(201)
  const finish = () => rui.put(`/api/v1${deskOf(1)}/state`).send({ state: 'finished', found: 'marks' })
  return { rui, mark, annotation, finish }
}

test('finishing is refused with each open question by its path, and goes through once they are answered', async (t) => {
  const { rui, mark, annotation, finish } = await withRequired(t)
  const { body } = await finish().expect(422)
  assert.deepEqual(body.error.details, { [`annotations.${annotation}.attributes.type`]: 'missing' })
  await send(rui, { ...mark, kind: 'revise', base: 1, attributes: { type: 'direct' } }).expect(201)
  await finish().expect(200)
})

test('a form that finishes too early is answered by a page with a way to each open question', async (t) => {
  const { rui, annotation } = await withRequired(t)
  const form = rui
    .post(`${deskOf(1)}/completion`)
    .type('form')
    .send({ found: 'marks' })
  const { text } = await form.expect(422)
  const link = `href="${deskOf(1)}/annotations/${annotation}"`
  assert.ok(text.includes(link) && text.includes(REQUIRED))
  assert.ok((await rui.get(deskOf(1))).text.includes(link), 'the desk says it before anybody tries')
  await rui.get(`${deskOf(1)}/annotations/${annotation}`).expect(200)
  await rui
    .post(`${deskOf(1)}/omission`)
    .type('form')
    .send({ reason: 'Geht auch so' })
    .expect(303)
})
