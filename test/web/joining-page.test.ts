/** Marks of others, taken into a study in the browser: looked at, mapped, taken whole or not at all. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Agent, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId } from '../support/builders.ts'

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
    [...html.matchAll(/<input type="hidden" name="(name|content|newStudy)" value="([^"]*)">/g)].map(
      ([, name, value]) => [name!, value!],
    ),
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
  assert.match(
    (await look(rui, page, Buffer.from('Nur ein Text.')).expect(422)).text,
    /kein Format mit Markierungen zu erkennen/,
  )
  const zip = await look(rui, page, Buffer.from('PK\x03\x04 but no zip'), '../../x.zip').expect(422)
  assert.match(zip.text, /this zip cannot be read/)
  const moved = await look(rui, page, doccano(`Neu: ${text}`, [[5, 14, 'framing']])).expect(200)
  const fields = { step: 'take', ...fieldsIn(moved.text) }
  assert.match(moved.text, /data-places>Stellen: 0 genau, 1 verschoben, 0 nicht gefunden/)
  assert.match(moved.text, /<bdi>Straße 😃<\/bdi><\/q><\/td><td>5<\/td><td>0<\/td><td><bdi>marks\.jsonl:1</)
  const withoutConsent = await rui.post(page).field(fields).expect(422)
  assert.match(withoutConsent.text, /zuzustimmen ist mit dem Haken/)
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

const BRAT_TEXT = 'Laut Polizei brannte es.\nDie Stadt versagt.\n'
const BRAT_LINES = [
  'T1\tattribution 0 23\tLaut Polizei brannte es',
  'T2\tpart-speaker 5 12\tPolizei',
  'R1\tspeaker Arg1:T1 Arg2:T2',
  'T3\tframing 36 43\tversagt',
  'T4\tframing 0 5\tnirgends',
]
const brat = (agent: Agent, page: string, lines = BRAT_LINES) =>
  agent
    .post(page)
    .field('step', 'look')
    .attach('file', Buffer.from(BRAT_TEXT), 'brücke.txt')
    .attach('file', Buffer.from(`${lines.join('\n')}\n`), 'brücke.ann')

test('several files come as one; words at other places only with consent, and a report of each', async (t) => {
  const { rui, page, dataset } = await scene(t)
  const { text: looked } = await brat(rui, page).expect(200)
  assert.match(looked, /brat · 1 Artikel, 1 Lesart, 2 Markierungen/)
  assert.match(looked, /Stellen: 2 genau, 1 verschoben, 1 nicht gefunden/)
  assert.match(looked, /<bdi>versagt<\/bdi><\/q><\/td><td>36<\/td><td>35<\/td><td><bdi>brücke\.ann:4</)
  assert.match(looked, /<bdi>nirgends<\/bdi><\/q><\/td><td>0<\/td><td>nirgends<\/td><td><bdi>brücke\.ann:5</)
  const fields = { step: 'take', ...fieldsIn(looked), 'role.speaker': 'source' }
  assert.match((await rui.post(page).field(fields).expect(422)).text, /zuzustimmen ist mit dem Haken/)
  await rui.get(dataset).expect(409)
  const consent = { ...fields, move: 'yes' }
  const { text: taken } = await rui.post(page).field(consent).expect(200)
  assert.match(taken, /2 Markierungen sind neu, 0 waren schon da\. Stellen: 2 genau, 1 verschoben, 1 nicht gefunden/)
  assert.match(taken, /<bdi>versagt</)
  assert.match((await rui.post(page).field(consent).expect(200)).text, /0 Markierungen sind neu, 2 waren schon da/)
  const { text: table } = await rui.get(dataset).buffer(true).expect(200)
  assert.match(table, /,framing,35,42,versagt,/)
  assert.match(table, /,attribution,0,23,Laut Polizei brannte es,.*5-12,Polizei/)
})

test('their parts become ours by name, or are left out and counted', async (t) => {
  const { rui, page } = await scene(t)
  const { text: looked } = await brat(rui, page, BRAT_LINES.slice(0, 3)).expect(200)
  assert.match(looked, /<select id="role-0" name="role\.speaker" required>/)
  const fields = { step: 'take', ...fieldsIn(looked), 'role.speaker': '-' }
  const { text: taken } = await rui.post(page).field(fields).expect(200)
  assert.match(taken, /<li>Teil <bdi>speaker<\/bdi>: <b>1-mal<\/b>/)
})

test('two of theirs cannot be one of ours who would have read an article twice', async (t) => {
  const { app, rui, page, place, text } = await scene(t)
  await app.takeIn('Rui', place.article.studyId, 'annotator')
  const task = { data: { text }, annotations: [1, 2].map((by) => ({ completed_by: by, result: [] })) }
  const { text: looked } = await look(rui, page, Buffer.from(JSON.stringify([task])), 'tasks.json').expect(200)
  const fields = { step: 'take', ...fieldsIn(looked), 'annotator.1': 'a1', 'annotator.2': 'a1' }
  assert.match((await rui.post(page).field(fields).expect(422)).text, /two readings by a1: 1 and 2 are one/)
})

test('it can be a study of its own, under a codebook of its tags; the same form again adds nothing', async (t) => {
  const { app, rui, page } = await scene(t)
  const { text: looked } = await brat(rui, page, BRAT_LINES.slice(0, 3)).expect(200)
  const fields = { step: 'new', ...fieldsIn(looked) }
  assert.match(
    (
      await rui
        .post(page)
        .field({ ...fields, title: ' ' })
        .expect(422)
    ).text,
    /braucht einen Titel/,
  )
  const own = { ...fields, title: 'Brände <neu>' }
  const { text: taken } = await rui.post(page).field(own).expect(200)
  assert.match(taken, /1 Markierung ist neu.*<a href="\/studies\/braende-neu"><bdi>Brände &lt;neu&gt;</)
  const { text: codebooks } = await rui.get('/studies/braende-neu/codebook').expect(200)
  const [json] = /\/studies\/braende-neu\/codebook\/versions\/[^"]+\/json/.exec(codebooks)!
  const { tags } = JSON.parse((await rui.get(json).buffer(true).expect(200)).text)
  assert.deepEqual([tags.length, tags[0].id, tags[0].roles[0].id], [1, 'attribution', 'speaker'])
  assert.match((await rui.post(page).field(own).expect(200)).text, /0 Markierungen sind neu, 1 war schon da/)
  const eve = await app.signedIn('Eve')
  await eve.get('/studies/braende-neu').expect(404)
})

test('a file in another encoding, or with another unit, is read as somebody says', async (t) => {
  const { rui, page } = await scene(t)
  const line = (text: string, label: [number, number, string]) => `${JSON.stringify({ text, label: [label] })}\n`
  const latin = Buffer.from(line('Die Brücke ist größer.', [4, 10, 'framing']), 'latin1')
  const { text: refused } = await look(rui, page, latin).expect(422)
  assert.match(refused, /nicht in UTF-8 geschrieben/)
  assert.match(refused, /<select id="encoding" name="encoding"><option>windows-1252<\/option>/)
  const again = { step: 'look', ...fieldsIn(refused), encoding: 'windows-1252' }
  assert.match((await rui.post(page).field(again).expect(200)).text, /1 Artikel, 1 Lesart, 1 Markierung/)

  const utf16 = Buffer.from(`\ufeff${line('Die Brücke.', [4, 10, 'framing'])}`, 'utf16le')
  assert.match((await look(rui, page, utf16).expect(422)).text, /<option>utf-16le<\/option>/)

  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 0xff, 0xfe, 0])
  assert.match((await look(rui, page, picture).expect(422)).text, /kein Format mit Markierungen/)

  const points = Buffer.from(line('😃 Brücke', [0, 1, 'framing']))
  const { text: doubtful } = await look(rui, page, points).expect(422)
  assert.match(doubtful, /mitten in einem Zeichen[\s\S]*<select id="offsets" name="offsets">/)
  const counted = { step: 'look', ...fieldsIn(doubtful), offsets: 'codepoint' }
  assert.match((await rui.post(page).field(counted).expect(200)).text, /Stellen: 1 genau/)
})

test('a codebook is led to its page, an article to its own; tags that are only declared need no place', async (t) => {
  const { rui, page } = await scene(t)
  const conf = '[entities]\nattribution\npart-speaker\nunheard-of\n[relations]\n[events]\n[attributes]\n'
  assert.match((await look(rui, page, Buffer.from(conf), 'annotation.conf').expect(422)).text, /Das ist ein Codebuch/)
  assert.match((await look(rui, page, Buffer.from('Text.')).expect(422)).text, /\/import">Artikel ohne Markierungen/)
  const request = brat(rui, page, BRAT_LINES.slice(0, 1)).attach('file', Buffer.from(conf), 'annotation.conf')
  const { text: looked } = await request.expect(200)
  assert.doesNotMatch(looked, /unheard-of/)
  await rui
    .post(page)
    .field({ step: 'take', ...fieldsIn(looked) })
    .expect(200)
})

test('what came out of the study goes back without a word; a table of articles that are nowhere is told so', async (t) => {
  const { app, rui, page, place, dataset } = await scene(t)
  await stored(rui, making(place, 'gesperrt', { tag: 'framing' }))
  const { text: own } = await rui.get(dataset.replace(/csv$/, 'lesart')).buffer(true).expect(200)
  const { text: table } = await rui.get(dataset).buffer(true).expect(200)
  const { text: looked } = await look(rui, page, Buffer.from(own), 'eigene.lesart.jsonl').expect(200)
  assert.doesNotMatch(looked, /<select/)
  const { text: back } = await rui
    .post(page)
    .field({ step: 'take', ...fieldsIn(looked) })
    .expect(200)
  assert.match(back, /0 Markierungen sind neu, 1 war schon da/)

  const other = await addPlace(app.parts)
  const foreign = table.replaceAll(place.article.id, newId()).replaceAll(`${place.article.title},`, 'Nirgends,')
  const elsewhere = `/studies/study-${other.article.studyId}/import/dataset`
  const { text: missing } = await look(rui, elsewhere, Buffer.from(foreign), 'tabelle.csv').expect(200)
  assert.match(missing, /Von einem Artikel steht der Text weder in der Datei noch in der Studie/)
})
