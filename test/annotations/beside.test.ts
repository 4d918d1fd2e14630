/** Who may read another reading beside their own: the reference where it is shown; others' for who manages the study. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Agent, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId, type Place } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { demonstrationParams } from '../support/routes.ts'

const desk = ({ round, article }: Place, beside?: string) =>
  `/rounds/${round}/articles/${article.id}${beside === undefined ? '' : `?beside=${beside}`}`

async function scene(t: TestContext) {
  const app = await startApp(t)
  const [owner, ada] = [await app.signedIn('Rui'), await app.signedIn('Ada')]
  const place = await addPlace(app.parts)
  const setIds = async () => {
    const sets = await app.parts.database.db.selectFrom('annotation_set').select('id').execute()
    return sets.map(({ id }) => id)
  }
  /** Begins a set and returns its id. */
  const begin = async (agent: Agent, where: Place) => {
    const before = await setIds()
    await stored(agent, making(where, 'ernst'))
    return (await setIds()).find((id) => !before.includes(id))!
  }
  const [ofOwner, ofAda] = [await begin(owner, place), await begin(ada, place)]
  return { app, owner, ada, place, ofOwner, ofAda, begin }
}

const state = (agent: Agent, place: Place, state: object) => agent.put(`/api/v1${desk(place)}/state`).send(state)

test("somebody's reading stands beside the manager's own once that is finished, and for nobody else", async (t) => {
  const { app, owner, ada, place, ofOwner, ofAda } = await scene(t)
  await owner.get(desk(place, ofAda)).expect(404)
  await state(owner, place, { state: 'finished', found: 'marks' }).expect(200)
  const { text } = await owner.get(desk(place, ofAda)).expect(200)
  assert.match(text, /data-beside="[^"]+" aria-current="page"/)
  await state(ada, place, { state: 'finished', found: 'marks' }).expect(200)
  for (const set of [ofOwner, ofAda])
    for (const agent of [ada, app.stranger()]) await agent.get(desk(place, set)).expect(404)
  await owner.get(desk(place, ofOwner)).expect(404)
  await state(owner, place, { state: 'in-progress' }).expect(200)
  await owner.get(desk(place, ofAda)).expect(404)
})

test('a set of another round, a set that is not there and a reference that is not there are not found', async (t) => {
  const { app, owner, ada, place, begin } = await scene(t)
  await state(owner, place, { state: 'finished', found: 'marks' }).expect(200)
  const elsewhere = await begin(ada, await addPlace(app.parts))
  for (const beside of [elsewhere, newId(), 'reference']) await owner.get(desk(place, beside)).expect(404)
  await owner.get(desk(place, 'neither')).expect(422)
})

test('the reference reading stands beside whatever one has marked, with every difference in words, and no mark of it', async (t) => {
  const { app, ada } = await scene(t)
  const { round, article } = await demonstrationParams(app.parts)
  const before = await contentDigest(app.parts.database)
  const { text } = await ada.get(`/rounds/${round}/articles/${article}?beside=reference`).expect(200)
  assert.equal(text.match(/class="difference-kind"/g)?.length, 31)
  assert.doesNotMatch(text, /<mark /)
  assert.equal(await contentDigest(app.parts.database), before)
})
