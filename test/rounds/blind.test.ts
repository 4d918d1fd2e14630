/** Blind until finished, whatever somebody asks for: every address that can be read is asked by every annotator. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Agent, stored } from '../support/app.ts'
import { making } from '../support/builders.ts'
import { addReferences, assignAll, finishing, pseudonymOf, roundScene } from '../support/rounds.ts'
import { addressOf, demonstrationParams, nameOf, READING_ROUTES } from '../support/routes.ts'

test('no address shows an annotator the marks or the name of another one, the reference, or an article that is not theirs', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'], { seeded: true })
  const { app, manager, readers, places, slug, path } = scene
  const [shared, own] = places as [(typeof places)[0], (typeof places)[0]]
  await addReferences(scene, places, 'secret of the reference')
  await assignAll(scene, { first: 1, last: 1 })
  await assignAll(scene, { readers: 1, first: 2, last: 2, person: await pseudonymOf(scene, 'Ada') }, 1)
  const mark = making(shared, 'ernst', { note: 'secret of Ada' })
  await stored(readers.Ada!, mark)
  await stored(readers.Ada!, making(own, 'ernst', { note: 'secret of Ada' }))
  await finishing(readers.Ada!, shared, 'marks').expect(200)
  const { set } = await app.parts.database.db.selectFrom('annotation_set').select('id as set').executeTakeFirstOrThrow()
  const somewhere = await demonstrationParams(app.parts)
  const looks = [shared, own].flatMap(({ round, article }) => {
    const params = {
      ...somewhere,
      round,
      article: article.id,
      annotation: mark.annotation,
      slug,
      study: article.studyId,
    }
    return READING_ROUTES.flatMap((row) =>
      (row.path.startsWith('/rounds/') ? ['', '?reading=reference', '?beside=reference', `?beside=${set}`] : ['']).map(
        (query) => ({
          name: nameOf(row) + query,
          address: addressOf(row, params) + query,
        }),
      ),
    )
  })
  const walk = async (agent: Agent) => {
    for (const { name, address } of looks) {
      const { text = '' } = await agent.get(address).buffer(true)
      assert.doesNotMatch(text, /secret of/, name)
      assert.doesNotMatch(text, /\bAda\b(?! Ohm)/, name)
    }
  }
  await walk(readers.Ben!)
  await finishing(readers.Ben!, shared, 'nothing').expect(200)
  await walk(readers.Ben!)
  const download = await readers.Ben!.get(`/studies/${own.article.studyId}/datasets/lesart`).buffer(true).expect(200)
  assert.ok(!download.text.includes(own.article.id))
  // The same walk does find it where it may be seen.
  assert.match(
    (await manager.get(`/studies/${own.article.studyId}/datasets/lesart`).buffer(true)).text,
    /secret of Ada/,
  )
  assert.match((await manager.get(path)).text, /\bAda\b/)
})
