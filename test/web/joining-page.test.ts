/** Marks of others, taken into a study in the browser: looked at, mapped, taken whole or not at all. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Agent, startApp } from '../support/app.ts'
import { addPlace } from '../support/builders.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const page = `/studies/study-${place.article.studyId}/import/dataset`
  return {
    app,
    rui,
    place,
    page,
    text: place.article.body.text,
    dataset: `/studies/${place.article.studyId}/datasets/csv`,
  }
}

const doccano = (text: string, entities: readonly [number, number, string][]) =>
  Buffer.from(
    `${JSON.stringify({ id: 1, text, title: 'Straße 😃 gesperrt', entities: entities.map(([start_offset, end_offset, label], id) => ({ id, label, start_offset, end_offset })), relations: [] })}\n`,
  )

const look = (agent: Agent, page: string, file: Buffer, name = 'marks.jsonl') =>
  agent.post(page).field('step', 'look').attach('file', file, name)

/** The hidden fields of the second step, as a browser sends them back. */
function fieldsIn(html: string): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(name|content)" value="([^"]*)">/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  )
}

test('a file is looked at, its tags mapped, and all of it taken; again, it adds nothing', async (t) => {
  const { rui, page, text, dataset } = await scene(t)
  const { text: looked } = await look(
    rui,
    page,
    doccano(text, [
      [0, 9, 'Loaded'],
      [10, 18, 'reporting'],
    ]),
  ).expect(200)
  assert.match(looked, /1 Artikel, 1 Lesart, 2 Markierungen/)
  assert.match(looked, /<select id="tag-\d" name="tag\.loaded" required>/)
  const fields = { step: 'take', ...fieldsIn(looked) }
  const refused = await rui.post(page).field(fields).expect(422)
  assert.match(refused.text, /noch zu wählen, was aus ihnen wird/)
  for (const says of [
    /2 Markierungen sind neu, 0 waren schon da\. Stellen: 2 genau/,
    /0 Markierungen sind neu, 2 waren/,
  ])
    assert.match(
      (
        await rui
          .post(page)
          .field({ ...fields, 'tag.loaded': 'framing' })
          .expect(200)
      ).text,
      says,
    )
  const { text: table } = await rui.get(dataset).buffer(true).expect(200)
  assert.match(table, /,framing,0,8,Straße 😃,/)
  assert.match(table, /,reporting,9,17,gesperrt,/)
})

test('a file that cannot be read, or does not fit, changes nothing, and the page says where', async (t) => {
  const { rui, page, text, dataset } = await scene(t)
  const cut = await look(rui, page, doccano(text, []).subarray(0, -5)).expect(422)
  assert.match(cut.text, /marks\.jsonl:1: /)
  assert.match((await look(rui, page, Buffer.from('Nur ein Text.')).expect(422)).text, /kein Format zu erkennen/)
  const zip = await look(rui, page, Buffer.from('PK\x03\x04 but no zip'), '../../x.zip').expect(422)
  assert.match(zip.text, /this zip cannot be read/)
  const moved = await look(rui, page, doccano(`Neu: ${text}`, [[5, 14, 'framing']])).expect(200)
  const fields = { step: 'take', ...fieldsIn(moved.text) }
  assert.match((await rui.post(page).field(fields).expect(422)).text, /„Straße 😃“ does not stand at 5 to 13/)
  await rui.get(dataset).expect(409)
  assert.match(
    (
      await rui
        .post(page)
        .field({ ...fields, move: 'yes' })
        .expect(200)
    ).text,
    /0 genau, 1 verschoben, 0 nicht gefunden/,
  )
})
