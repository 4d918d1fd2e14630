/** Lessons begin with one press, on articles of our own that hold enough reporting to practise it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharesOf } from '../../server/annotations/shares.ts'
import { isCoded } from '../../server/text/blocks.ts'
import { wordKeys } from '../../server/text/word-keys.ts'
import { LESSON_PLANS, LESSONS } from '../../server/workshops/preparing/lessons.ts'
import { referenceOf } from '../../server/workshops/preparing/making-actions.ts'
import { findWorkshop } from '../../server/workshops/workshop-store.ts'
import { startApp } from '../support/app.ts'

test('each lesson begins on each of its articles, in its phases, with questions and the reference reading', async (t) => {
  const app = await startApp(t)
  const ines = await app.signedIn('Ines')
  const { db } = app.parts.database
  const { text } = await ines.get('/help/instructors').expect(200)
  for (const lesson of LESSONS)
    for (const article of LESSON_PLANS[lesson].articles) {
      assert.match(text, new RegExp(`value="${article}" data-lesson="${lesson}"`))
      const begun = await ines.post('/workshops/lessons').type('form').send({ lesson, on: article }).expect(303)
      const workshop = (await findWorkshop(db, begun.headers.location!.replace('/workshops/', '')))!
      assert.deepEqual([workshop.phase, workshop.isDemonstration], ['lobby', false])
      assert.deepEqual(workshop.settings.phases, LESSON_PLANS[lesson].phases)
      assert.equal(workshop.settings.questions.length, 3)
      const read = (await app.parts.frozen.article(db, workshop.articleId))!
      const reference = await referenceOf(app.parts, db, read)
      assert.ok(reference.length >= 30)
      if (article === 'first') continue
      const { coded, tags } = sharesOf(read, reference)
      assert.ok((tags.get('reporting')?.codePoints ?? 0) / coded >= 0.3, article)
      const words = read.blocks.filter(isCoded).flatMap(({ start, end }) => wordKeys(read.body.slice(start, end)))
      assert.ok(words.length >= 350 && words.length <= 500, `${article}: ${words.length} words`)
      assert.match(read.body.text, /Erfundener Artikel|Invented article/)
    }
  await ines.post('/workshops/lessons').type('form').send({ lesson: 'who-speaks', on: 'first' }).expect(404)
  await ines.post('/workshops/lessons').type('form').send({ lesson: 'nothing', on: 'first' }).expect(422)
})
