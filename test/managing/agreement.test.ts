/** A round's agreement as its page and files say it, beside what the command line measures of the same data. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { addSet } from '../../server/annotations/annotation-store.ts'
import { type Agent, startApp, stored } from '../support/app.ts'
import { addArticleTo, addPlace, closeRound, making, newId, type Place } from '../support/builders.ts'
import { readCsv } from '../support/csv.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart } from '../support/program.ts'

/** Rows by the names of their columns. */
function csvRows(text: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(text)
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? ''])))
}

/** Two articles; Ada and Ben have finished both, with marks that differ in every way. */
async function scene(t: TestContext) {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const [ada, ben] = [await app.signedIn('Ada'), await app.signedIn('Ben')]
  const first = await addPlace(app.parts, { kind: 'annotation' })
  const second = await addArticleTo(app.parts, first)
  const study = first.article.studyId
  for (const name of ['Ada', 'Ben']) await app.takeIn(name, study, 'annotator')
  const address = `/studies/study-${study}/agreement`
  return { app, rui, ada, ben, first, second, study, address }
}

async function finish(agent: Agent, { round, article }: Place, found = 'marks'): Promise<void> {
  const form = agent.post(`/rounds/${round}/articles/${article.id}/completion`).type('form')
  await form.send({ found }).expect(303)
}

async function twoReadings({ ada, ben, first, second }: Awaited<ReturnType<typeof scene>>): Promise<void> {
  await stored(ada, making(first, 'Die Brücke sei „marode“', { tag: 'framing' }))
  await stored(ada, making(first, 'die Lage ist ernst', { tag: 'reporting' }))
  await stored(ben, making(first, 'Brücke sei', { tag: 'framing' }))
  await stored(ben, making(first, 'sehr ernst', { tag: 'framing' }))
  await stored(ada, making(second, 'Straße', { tag: 'framing' }))
  await stored(ben, making(second, 'Straße', { tag: 'framing' }))
  for (const agent of [ada, ben]) for (const place of [first, second]) await finish(agent, place)
}

test('the numbers of a round are those that the command line measures of its export', async (t) => {
  const all = await scene(t)
  await twoReadings(all)
  const { rui, address, study, first } = all
  const { text } = await rui.get(`${address}/results.csv?round=${first.round}`).expect(200)
  const rows = csvRows(text)
  const dataset = path.join(freshFolder(t), 'study.lesart.jsonl')
  writeFileSync(dataset, (await rui.get(`/studies/${study}/datasets/lesart`).buffer(true).expect(200)).text)
  const shown = (await rui.get(`${address}?round=${first.round}`).expect(200)).text
  const [, command = ''] = /<pre[^>]*>npm run --silent lesart -- (agreement [^<]+)<\/pre>/.exec(shown) ?? []
  const words = command.split(' ')
  assert.match(words.at(-1)!, /\.lesart\.jsonl$/)
  const { stdout, stderr, code } = await lesart([...words.slice(0, -1), dataset, '--json'])
  assert.equal(code, 0, stderr)
  const { results } = JSON.parse(stdout)
  assert.ok(results.length > 8)
  for (const { measure, variant, tag, attribute, role, pair, value, interval, n, precision } of results) {
    const row = rows.find(
      (one) =>
        one.measure === measure &&
        one.variant === (variant ?? '') &&
        one.tag === (tag ?? '') &&
        one.attribute === (attribute ?? '') &&
        one.role === (role ?? '') &&
        one.annotator_1 === (pair?.[0] ?? ''),
    )
    assert.ok(row, `${measure} ${variant} ${tag}`)
    assert.deepEqual(
      [row.value, row.low, row.high, row.n, row['below_0.667'], row['below_0.8'], row.precision],
      [value, interval?.low, interval?.high, n, interval?.below['0.667'], interval?.below['0.8'], precision].map(
        (number) => (number === undefined || number === null ? '' : String(number)),
      ),
    )
  }
})

test('the page shows measures, pairs and why they part, and walks through the passages', async (t) => {
  const all = await scene(t)
  await twoReadings(all)
  const { rui, address, first } = all
  const cem = await all.app.signedIn('Cem')
  const { text } = await rui.get(`${address}?lang=en`).expect(200)
  assert.match(text, /2 articles, 2 people, 6 marks/)
  for (const name of ['measures', 'pairs', 'causes', 'confusions', 'people', 'articles', 'places']) {
    assert.match(text, new RegExp(`data-figure="${name}"`))
    assert.match((await rui.get(`${address}/${name}.svg`).expect(200)).body.toString(), /<svg/)
    assert.ok((await rui.get(`${address}/${name}.csv`).expect(200)).text.split('\n').length > 1)
  }
  const causes = csvRows((await rui.get(`${address}/causes.csv`).expect(200)).text)
  // „Die “ and „ „marode““ are other bounds (13), „ernst“ is missed twice over: worked by hand on the marks above.
  assert.deepEqual(
    causes.map(({ cause, characters }) => [cause, characters]),
    [
      ['missed', String('die Lage ist ernst'.length + 'sehr ernst'.length)],
      ['boundary', String('Die '.length + ' „marode“'.length)],
      ['label', '0'],
    ],
  )
  assert.match(text, /Passage 1 of 2/)
  assert.match(text, /<mark data-annotations="[^"]+" data-tags="reporting"/)
  const place = 'die Lage ist ernst'
  const start = first.article.body.text.indexOf(place)
  const lanes = [...text.matchAll(/<dt><a href="([^"]+)#at-(\d+)-(\d+)"/g)]
  assert.equal(lanes.length, 2)
  for (const [, desk, from, to] of lanes) {
    assert.ok(Number(from) <= start && Number(to) >= start + place.length)
    await rui.get(desk!).expect(200)
  }
  await all.app.takeIn('Cem', all.study, 'manager')
  const beside = await cem.get(`${address}?lang=en`).expect(200)
  const [, desk] = /<dt><a href="([^"]+\?beside=[^"#]+)#at-/.exec(beside.text) ?? []
  await cem.get(desk!).expect(200)
  assert.match((await rui.get(`${address}?lang=en&passage=2`).expect(200)).text, /Passage 2 of 2/)
  assert.match((await rui.get(`${address}?lang=en&passage=99`).expect(200)).text, /Passage 2 of 2/)
})

test('who has still to read an article sees no passage of it, until it is finished or the round is closed', async (t) => {
  const all = await scene(t)
  await twoReadings(all)
  const { app, address, study, first, second } = all
  const cem = await app.signedIn('Cem')
  for (const role of ['manager', 'annotator'] as const) await app.takeIn('Cem', study, role)
  const shown = async () => (await cem.get(`${address}?lang=en`).expect(200)).text
  assert.match(await shown(), /2 passages are not shown/)
  assert.doesNotMatch(await shown(), /<mark /)
  await finish(cem, second, 'nothing')
  assert.match(await shown(), /2 passages are not shown|One passage is not shown/)
  await finish(cem, first, 'nothing')
  assert.match(await shown(), /<mark /)
  await cem.post(`/rounds/${first.round}/articles/${first.article.id}/reopening`).expect(303)
  assert.doesNotMatch(await shown(), /<mark [^>]*data-tags="reporting"/)
  await closeRound(app.parts, first)
  assert.match(await shown(), /<mark [^>]*data-tags="reporting"/)
})

test('nothing to compare is said in words: no round, nothing finished, one reader, nobody marked anything', async (t) => {
  const { rui, ada, ben, first, address } = await scene(t)
  const shown = async () => (await rui.get(`${address}?lang=en`).expect(200)).text
  assert.match(await shown(), /No article of this round has been finished/)
  await finish(ada, first, 'nothing')
  assert.match(await shown(), /nothing to compare/)
  await finish(ben, first, 'nothing')
  assert.match(await shown(), /nobody marked anything/)
  assert.match(await shown(), /Nowhere do two read differently/)
  await rui.get(`${address}?round=nowhere`).expect(404)
})

test('a new reading counts at the next look, without anything that was measured before', async (t) => {
  const all = await scene(t)
  await twoReadings(all)
  const { app, rui, address, study, first } = all
  assert.match((await rui.get(`${address}?lang=en`).expect(200)).text, /2 people, 6 marks/)
  const cem = await app.signedIn('Cem')
  await app.takeIn('Cem', study, 'annotator')
  await stored(cem, making(first, 'Straße', { tag: 'framing' }))
  await finish(cem, first)
  assert.match((await rui.get(`${address}?lang=en`).expect(200)).text, /3 people, 7 marks/)
})

test('γ is measured when it is asked for, beside everything else, and can be stopped', async (t) => {
  const all = await scene(t)
  await twoReadings(all)
  const { rui, address, first } = all
  const press = (deed: string) =>
    rui.post(`${address}/gamma/${deed}`).type('form').send({ round: first.round }).expect(303)
  const shown = async () => (await rui.get(`${address}?lang=en`).expect(200)).text
  assert.match(await shown(), /gamma\/begin/)
  await press('begin')
  await press('stop')
  assert.match(await shown(), /gamma\/begin/)
  await press('begin')
  while (/gamma\/stop/.test(await shown())) await new Promise((resolve) => setTimeout(resolve, 50))
  const page = await shown()
  assert.match(page, /γ −?\d\.\d\d.*γ-cat −?\d\.\d\d/)
  assert.match(
    page,
    /Measured with α = 1, β = 1, Δ∅ = 1, \d+ samples \(shuffle\) with seed 1 for a precision of 0.02\./,
  )
  const methods = /<blockquote class="methods">(.*)<\/blockquote>/.exec(page)![1]!
  assert.match(methods, /γ-cat \(Mathet 2017\) with α = 1, β = 1, Δ∅ = 1, \d+ samples \(shuffle\)/)
  assert.match(page, /--measure [a-z0-9,-]+,gamma,gamma-cat,gamma-k /)
  const rows = csvRows((await rui.get(`${address}/results.csv`).expect(200)).text)
  const row = rows.find(({ measure }) => measure === 'gamma')!
  assert.ok(Number(row.value) < 1 && Number(row.unitary_alignments) > 0)
  assert.match(row.parameters!, /^alpha=1 beta=1 deltaEmpty=1 precision=0.02 sampler=shuffle seed=1 samples=\d+$/)
})

test('the course goes by when articles were read, not by where they stand; what has no moment is said and left out', async (t) => {
  const all = await scene(t)
  const { app, rui, ada, ben, first, second, address } = all
  const places = [first, second]
  while (places.length < 11) places.push(await addArticleTo(app.parts, first))
  const [imported, ...read] = places as [Place, ...Place[]]
  const course = async () => csvRows((await rui.get(`${address}/course.csv`).expect(200)).text)
  for (const place of read.reverse()) {
    await stored(ada, making(place, 'die Lage ist ernst', { tag: 'framing' }))
    if (place !== read.at(-1)) await stored(ben, making(place, 'Lage ist ernst', { tag: 'framing' }))
    for (const agent of [ada, ben])
      await finish(agent, place, agent === ben && place === read.at(-1) ? 'nothing' : 'marks')
    app.clock.advance(60_000)
    if (place === read[8]) {
      assert.match(
        (await rui.get(`${address}?lang=en`).expect(200)).text,
        /once 10 articles have been finished here by two or more; so far there are 9/,
      )
      await rui.get(`${address}/course.csv`).expect(404)
    }
  }
  // As an import leaves it: finished, nobody here knows when.
  const { db } = app.parts.database
  const sets = await db.selectFrom('annotation_set').select('annotator_id').distinct().execute()
  await app.parts.database.transact(async (db) => {
    for (const { annotator_id: annotatorId } of sets) {
      const set = { id: newId(), roundId: first.round, articleId: imported.article.id, annotatorId }
      await addSet(db, { ...set, state: 'finished' }, app.parts.clock.now())
    }
  })
  assert.match((await rui.get(`${address}?lang=en`).expect(200)).text, /One article is missing: when its readings/)
  const rows = await course()
  assert.equal(rows.length, 6)
  assert.deepEqual([rows[0]!.first, rows[0]!.last, rows.at(-1)!.last], ['1', '5', '10'])
  assert.ok(rows[0]!.first_read_at! < rows[0]!.last_read_at! && rows[0]!.last_read_at! < rows[5]!.last_read_at!)
  assert.equal(rows[0]!.alpha, rows[4]!.alpha)
  assert.ok(Number(rows[5]!.alpha) < Number(rows[4]!.alpha), 'the one that was read last lowers the last window alone')
})

test('the methods paragraph says what was compared, with every measure in it and the work that it comes from', async (t) => {
  const all = await scene(t)
  const { rui, ada, ben, first, second, address } = all
  await stored(ada, making(first, 'die Lage ist ernst', { tag: 'framing' }))
  await stored(ben, making(first, 'Lage ist ernst', { tag: 'framing' }))
  await stored(ada, making(second, 'Straße', { tag: 'framing' }))
  for (const place of [first, second]) await finish(ada, place)
  await finish(ben, first)
  const methods = async (language: string) =>
    /<blockquote class="methods">(.*)<\/blockquote>/.exec(
      (await rui.get(`${address}?lang=${language}`).expect(200)).text,
    )![1]!
  const alone = await methods('en')
  assert.match(alone, /on 1 article with 2 marks by 2 people/)
  assert.match(alone, /\(1 more article that only one person read adds nothing\)/)
  assert.match(alone, /cuα without a value \(where marks meet there is one tag only\)/)
  assert.match(alone, /A single article allows no interval over articles\./)
  assert.doesNotMatch(alone, /draws|bootstrap/i)
  assert.match(await methods('de'), /an einem Artikel mit 2 Markierungen von 2 Personen/)
  await stored(ben, making(second, 'Straße', { tag: 'framing' }))
  await finish(ben, second)
  const both = await methods('en')
  assert.match(both, /on 2 articles with 4 marks by 2 people, each article finished by at least two of them\./)
  assert.match(both, /F1 0\.50 \[0\.00; 1\.00\] \(same bounds\)/)
  assert.match(both, /2,000 draws, seed 1, percentiles\./)
  const { text } = await rui.get(`${address}?lang=en`).expect(200)
  const list = /<ul class="references">(.*)<\/ul>/.exec(text)![1]!
  for (const item of list.matchAll(/<li>([A-Z][a-zé]+), .*?\((\d{4})\)/g))
    assert.match(both, new RegExp(`${item[1]}[^()]*[( ]?${item[2]}`), item[0])
})

test('where many read, who reads like whom has the width of the page, so that its words can be read', async (t) => {
  const { app, rui, ada, ben, first, study, address } = await scene(t)
  const others = await Promise.all(['C', 'D', 'E', 'F', 'G'].map((name) => app.signedIn(name)))
  for (const name of ['C', 'D', 'E', 'F', 'G']) await app.takeIn(name, study, 'annotator')
  for (const agent of [ada, ben, ...others]) await finish(agent, first, 'nothing')
  const shown = async () => (await rui.get(address).expect(200)).text
  assert.match(await shown(), /data-figure="pairs">/)
  const last = await app.signedIn('H')
  await app.takeIn('H', study, 'annotator')
  await finish(last, first, 'nothing')
  assert.match(await shown(), /data-figure="pairs" class="is-many">/)
})
