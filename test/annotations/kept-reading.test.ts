/** A reading is kept in memory while it stays as it is, and is never shown as it was before. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { send, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId } from '../support/builders.ts'
import { demonstrationParams } from '../support/routes.ts'

test('a kept reading is the same one until a revision is added: by making, revising, retracting, restoring', async (t) => {
  const app = await startApp(t)
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  const { round, article } = place
  const made = await stored(ada, making(place, 'ernst'))
  const { db } = app.parts.database
  const { id: set } = await db
    .selectFrom('annotation_set')
    .select('id')
    .where('article_id', '=', article.id)
    .executeTakeFirstOrThrow()
  const reading = () => app.parts.frozen.annotations(db, set)
  const marks = async () => {
    const { text } = await ada.get(`/rounds/${round}/articles/${article.id}`).expect(200)
    return text.match(/<mark [^>]*>/g)?.map((mark) => /data-tags="([^"]+)"/.exec(mark)?.[1]) ?? []
  }
  const before = await reading()
  assert.equal(await reading(), before)
  assert.deepEqual(await marks(), ['reporting'])

  const { kind: _, tag: __, base: ___, ...where } = making(place, 'ernst')
  const act = (kind: string, base: number, rest: object = {}) =>
    send(ada, { round, article: article.id, annotation: made.id, kind, base, ...rest }).expect(201)
  await act('revise', 1, { ...where, annotation: made.id, tag: 'framing' })
  assert.notEqual(await reading(), before)
  assert.deepEqual(await marks(), ['framing'])
  await act('retract', 2)
  assert.deepEqual(await marks(), [])
  await act('restore', 3)
  assert.deepEqual(await marks(), ['framing'])
})

test('each language has its own drawing of a kept reading, and a set that is not there has none', async (t) => {
  const app = await startApp(t)
  const { round, article } = await demonstrationParams(app.parts)
  const folded = async (lang: string) => {
    const { text } = await app.stranger().get(`/rounds/${round}/articles/${article}?reading=reference&lang=${lang}`)
    return /<summary lang="(\w+)">/.exec(text)?.[1]
  }
  assert.deepEqual([await folded('de'), await folded('en'), await folded('de')], ['de', 'en', 'de'])
  assert.deepEqual(await app.parts.frozen.annotations(app.parts.database.db, newId()), [])
})

test('what is kept follows one revision after the other, and an older moment is still seen as it was', async (t) => {
  const app = await startApp(t)
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  await stored(ada, making(place, 'ernst'))
  const { database, frozen } = app.parts
  const { id: set } = await database.db
    .selectFrom('annotation_set')
    .select('id')
    .where('article_id', '=', place.article.id)
    .executeTakeFirstOrThrow()
  const [first] = await frozen.annotations(database.db, set)
  await database.snapshot(async (before) => {
    assert.equal((await frozen.annotations(before, set)).length, 1)
    await stored(ada, making(place, 'Lage'))
    const after = await frozen.annotations(database.db, set)
    assert.equal(after.length, 2)
    assert.equal(after.includes(first!), true)
    assert.equal((await frozen.annotations(before, set)).length, 1)
  })
  assert.equal((await frozen.annotations(database.db, set)).length, 2)
})
