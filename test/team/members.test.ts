/** The members of a study: their roles, what leaves with them and what stays, and the last one who manages. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { listRoles } from '../../server/studies/team-store.ts'
import { de } from '../../server/words/de.ts'
import { send, startApp, stored } from '../support/app.ts'
import { making, revising } from '../support/builders.ts'
import { studyOfMira } from '../support/team.ts'

async function scene(t: TestContext) {
  const app = await startApp(t)
  const { db } = app.parts.database
  const study = await studyOfMira(app)
  const ada = await app.signedIn('Ada')
  await app.takeIn('Ada', study.place.article.studyId, 'annotator')
  const idOf = async (name: string) => (await findAccountByName(db, name))!.id
  const rolesOf = async (name: string) => (await listRoles(db, study.place.article.studyId, await idOf(name))).sort()
  const member = async (name: string) => `/studies/${study.slug}/team/${await idOf(name)}`
  const dataset = async () =>
    (await study.mira.get(`/studies/${study.place.article.studyId}/datasets/lesart`).buffer(true).expect(200)).text
  return { app, ...study, ada, idOf, rolesOf, member, dataset }
}

const at = ({ round, article }: { round: string; article: { id: string } }) => `/rounds/${round}/articles/${article.id}`

test('roles are given and taken by boxes; who marks has a pseudonym from then on', async (t) => {
  const { app, mira, rolesOf, member, slug } = await scene(t)
  await app.signedIn('Ben')
  const roles = async (name: string, boxes: object) =>
    mira
      .post(`${await member(name)}/roles`)
      .type('form')
      .send(boxes)
  assert.equal((await roles('Ben', { reader: 'on' })).status, 404)
  assert.equal((await roles('Ada', { reader: 'on', adjudicator: 'on' })).status, 303)
  assert.deepEqual(await rolesOf('Ada'), ['adjudicator', 'reader'])
  assert.equal((await roles('Mira', { manager: 'on', annotator: 'on' })).status, 303)
  const { text } = await mira.get(`/studies/${slug}/team`).expect(200)
  assert.match(text, /Mira<\/bdi>[\s\S]*?Leitung, Markieren · <bdi>a2<\/bdi>[\s\S]*Ada<\/bdi>[\s\S]*?<bdi>a1<\/bdi>/)
  const none = await roles('Ada', {})
  assert.equal(none.status, 422)
  assert.ok(none.text.includes(de.team.faults.missing!))
})

test('the last who manages a study cannot cease to, be taken out, or leave; nor can two at the same time', async (t) => {
  const { app, mira, rui, place, rolesOf, member, slug } = await scene(t)
  const last = de.team.faults['last-manager']!
  const departure = `/studies/${slug}/departure`
  for (const [agent, address, body] of [
    [mira, `${await member('Mira')}/roles`, { reader: 'on' }],
    [rui, `${await member('Mira')}/removal`, {}],
    [mira, departure, {}],
  ] as const)
    assert.ok((await agent.post(address).type('form').send(body).expect(422)).text.includes(last))
  assert.ok((await mira.get(departure).expect(200)).text.includes(last))
  assert.deepEqual(await rolesOf('Mira'), ['manager'])
  const ben = await app.signedIn('Ben')
  await app.takeIn('Ben', place.article.studyId, 'manager')
  const statuses = (await Promise.all([mira, ben].map((agent) => agent.post(departure)))).map(({ status }) => status)
  assert.deepEqual(statuses.sort(), [303, 422])
})

for (const way of ['leaving', 'removal'] as const)
  test(`${way} keeps the readings under the pseudonym, as it was said before, and shows the study no more`, async (t) => {
    const { mira, ada, place, rolesOf, member, slug, dataset } = await scene(t)
    const made = making(place, 'ernst', { note: 'kept' })
    await stored(ada, made)
    const departure = `/studies/${slug}/departure`
    const said = way === 'leaving' ? await ada.get(departure) : await mira.get(await member('Ada'))
    assert.ok(said.text.includes(de.team.keeps(0, 1, 1, 'a1')))
    await (way === 'leaving' ? ada.post(departure) : mira.post(`${await member('Ada')}/removal`)).expect(303)
    assert.deepEqual(await rolesOf('Ada'), [])
    for (const address of [at(place), `/studies/${slug}`, departure]) await ada.get(address).expect(404)
    await ada.get(`/studies/${place.article.studyId}/datasets/lesart`).expect(404)
    const found = await dataset()
    assert.match(found, /"kept"/)
    assert.doesNotMatch(found, /"name":/)
    assert.match((await mira.get(`/studies/${slug}/team`)).text, new RegExp(`${de.team.former}[\\s\\S]*<bdi[^>]*>a1<`))
  })

test('who comes back has the pseudonym and the readings of before', async (t) => {
  const { app, mira, ada, place, member, slug } = await scene(t)
  const made = making(place, 'ernst')
  await stored(ada, made)
  await mira.post(`${await member('Ada')}/removal`).expect(303)
  await app.takeIn('Ada', place.article.studyId, 'annotator')
  await send(ada, revising(made, 1, { tag: 'framing' })).expect(201)
  assert.match((await mira.get(`/studies/${slug}/team`)).text, /Ada<\/bdi>[\s\S]*?<bdi>a1<\/bdi>/)
})

test('who marks while the role is taken away is told why, and what was sent before stands', async (t) => {
  const { mira, ada, place, member } = await scene(t)
  const made = making(place, 'ernst')
  await stored(ada, made)
  await mira
    .post(`${await member('Ada')}/roles`)
    .type('form')
    .send({ reader: 'on' })
    .expect(303)
  const { body } = await send(ada, revising(made, 1, { tag: 'framing' })).expect(404)
  assert.deepEqual(body.error, {
    code: 'not-found',
    message: de.errors.membershipEnded,
    details: { membership: 'ended' },
  })
  const { text } = await ada.get(at(place)).expect(200)
  assert.match(text, /<mark/)
  assert.match(text, new RegExp(de.desk.readOnly))
})

test('a name leaves the study only where a manager has said so', async (t) => {
  const { mira, member, dataset } = await scene(t)
  assert.doesNotMatch(await dataset(), /"name":/)
  await mira
    .post(`${await member('Ada')}/naming`)
    .type('form')
    .send({ named: 'on' })
    .expect(303)
  assert.match(await dataset(), /"id":"a1"[^}]*"name":"Ada"/)
  await mira
    .post(`${await member('Ada')}/naming`)
    .type('form')
    .send({})
    .expect(303)
  assert.doesNotMatch(await dataset(), /"name":/)
})

test('members are found by part of their name in whichever case, and by pseudonym; fifty stand on a page', async (t) => {
  const { app, mira, place, slug } = await scene(t)
  for (let n = 0; n < 60; n++) {
    const name = n === 0 ? '100%_Straße' : `Person ${n} 😃`
    const account = {
      id: `p${n}`,
      name,
      folded_name: name.toLowerCase().replace('ß', 'ss'),
      password_hash: '',
      role: 'member',
      created_at: '',
    } as const
    await app.parts.database.transact((db) => db.insertInto('account').values(account).execute())
    await app.takeIn(name, place.article.studyId, 'reader')
  }
  const names = async (query: string) =>
    [...(await mira.get(`/studies/${slug}/team${query}`).expect(200)).text.matchAll(/team\/[^"]+"><bdi>([^<]+)/g)].map(
      ([, name]) => name,
    )
  assert.equal((await names('')).length, 50)
  assert.equal((await names('?page=2')).length, 12)
  assert.deepEqual(await names('?q=STRASSE'), ['100%_Straße'])
  assert.deepEqual(await names(`?q=${encodeURIComponent('%_')}`), ['100%_Straße'])
  assert.deepEqual(await names('?q=a1'), ['Ada'])
  assert.equal((await names('?q=person&page=2')).length, 9)
  assert.deepEqual(await names('?q=nobody'), [])
})

test('who adjudicates and does not mark sees readings at once; who marks too, only after their own', async (t) => {
  const { app, ada, place } = await scene(t)
  await stored(ada, making(place, 'ernst'))
  const cleo = await app.signedIn('Cleo')
  await app.takeIn('Cleo', place.article.studyId, 'adjudicator')
  const seen = async () => /data-beside="/.test((await cleo.get(at(place)).expect(200)).text)
  assert.equal(await seen(), true)
  await app.takeIn('Cleo', place.article.studyId, 'annotator')
  assert.equal(await seen(), false)
  await cleo
    .put(`/api/v1${at(place)}/state`)
    .send({ state: 'finished', found: 'nothing' })
    .expect(200)
  assert.equal(await seen(), true)
})
