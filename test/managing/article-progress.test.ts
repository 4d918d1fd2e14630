/** Who is where: by article and person, by what is assigned to each, on pages and as a file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stored } from '../support/app.ts'
import { making } from '../support/builders.ts'
import { readCsv } from '../support/csv.ts'
import { assignAll, assignedIn, finishing, roundScene } from '../support/rounds.ts'

/** Rows by the names of their columns. */
function tableIn(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = readCsv(csv)
  return rows.map((row) => Object.fromEntries(row.map((cell, column) => [head[column]!, cell])))
}

const STATES = ['finished', 'in-progress', 'new', undefined] as const

test('in a round with assignments open is what is assigned to each person, and nothing else', async (t) => {
  const scene = await roundScene(t, 6, ['Ada', 'Ben', 'Cleo'])
  const { manager, readers, places, slug } = scene
  await assignAll(scene, { readers: 2 })
  const assigned = await assignedIn(scene)
  const placeOf = (id: string) => places.find(({ article }) => article.id === id)!
  const [first, second] = assigned.get('Ada')!.map(placeOf)
  await stored(readers.Ada!, making(first!, 'ernst'))
  await finishing(readers.Ada!, first!, 'marks').expect(200)
  await stored(readers.Ada!, making(second!, 'ernst'))

  const standings = tableIn((await manager.get(`/studies/${slug}/progress/standings.csv`).expect(200)).text)
  const ada = standings.find(({ annotator }) => annotator === 'a1')!
  assert.deepEqual([ada.finished, ada.skipped, ada.inProgress, ada.open], ['1', '0', '1', '2'])
  for (const { annotator, open } of standings) if (annotator !== 'a1') assert.equal(open, '4')
  assert.match((await manager.get(`/studies/${slug}/progress`).expect(200)).text, /1 von 4 erledigt/)

  const rows = tableIn((await manager.get(`/studies/${slug}/progress/articles.csv`).expect(200)).text)
  assert.equal(rows.length, 12)
  for (const { article, annotator, state } of rows)
    if (annotator === 'a1')
      assert.equal(state, { [first!.article.id]: 'finished', [second!.article.id]: 'in-progress' }[article!] ?? 'new')
  for (const [name, ids] of assigned) {
    const pseudonym = { Ada: 'a1', Ben: 'a2', Cleo: 'a3' }[name]
    assert.deepEqual(
      rows.flatMap(({ article, annotator }) => (annotator === pseudonym ? [article!] : [])).sort(),
      [...ids].sort(),
    )
  }
  const { text } = await manager.get(`/studies/${slug}/progress/articles`).expect(200)
  const cells = [...text.matchAll(/<td(?: data-state="([^"]+)")?>/g)].map(([, state]) => state)
  const count = (state: (typeof STATES)[number]) => cells.filter((cell) => cell === state).length
  assert.deepEqual(STATES.map(count), [1, 1, 10, 6])
})

test('in a round for everybody all articles are open, for those who are still there; fifty a page, found by words', async (t) => {
  const scene = await roundScene(t, 60, ['Ada', 'Ben'])
  const { app, manager, readers, places, slug } = scene
  await stored(readers.Ada!, making(places[0]!, 'ernst'))
  await stored(readers.Ben!, making(places[0]!, 'ernst'))
  const { db } = app.parts.database
  const ben = await db.selectFrom('account').select('id').where('name', '=', 'Ben').executeTakeFirstOrThrow()
  await manager.post(`/studies/${slug}/team/${ben.id}/removal`).expect(303)
  const rows = tableIn((await manager.get(`/studies/${slug}/progress/articles.csv`).expect(200)).text)
  assert.equal(rows.filter(({ annotator }) => annotator === 'a1').length, 60)
  assert.deepEqual(
    rows.flatMap(({ annotator, state }) => (annotator === 'a2' ? [state] : [])),
    ['in-progress'],
  )
  const page = async (query: string) =>
    (await manager.get(`/studies/${slug}/progress/articles${query}`).expect(200)).text
  const count = (text: string) => text.match(/<th scope="row">/g)?.length ?? 0
  assert.deepEqual([count(await page('')), count(await page('?page=2'))], [50, 10])
  for (const odd of ['?page=999', '?round=nowhere', '?q=%F0%9F%98%83']) await page(odd)
})
