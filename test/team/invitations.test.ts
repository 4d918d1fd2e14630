/** Invitations: whom a link lets in, as what, and when it does no longer. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { listRoles } from '../../server/studies/team-store.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, PASSWORD, send, startApp } from '../support/app.ts'
import { making } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { inviting, linkOf, studyOfMira } from '../support/team.ts'

async function scene(t: TestContext) {
  const app = await startApp(t)
  const { db } = app.parts.database
  const study = await studyOfMira(app)
  const rolesOf = async (name: string) => {
    const account = await findAccountByName(db, name)
    return account && listRoles(db, study.place.article.studyId, account.id)
  }
  const uses = async () => (await db.selectFrom('invitation').select('uses').execute()).map((row) => row.uses)
  return { app, ...study, rolesOf, uses }
}

const accept = (agent: Agent, link: string) => agent.post(`${link}/acceptance`)
const newcomer = (agent: Agent, link: string, name: string, password = PASSWORD) =>
  agent.post(`${link}/account`).type('form').send({ name, password })

test('who is signed in joins by one button, and marks at once', async (t) => {
  const { app, mira, place, slug, rolesOf } = await scene(t)
  const ada = await app.signedIn('Ada')
  await send(ada, making(place, 'ernst')).expect(404)
  const link = await linkOf(mira, slug)
  const { text } = await ada.get(link).expect(200)
  assert.match(text, /data-join/)
  assert.equal((await accept(ada, link).expect(303)).headers.location, `/studies/${slug}`)
  assert.deepEqual(await rolesOf('Ada'), ['annotator'])
  await send(ada, making(place, 'ernst')).expect(201)
  await accept(await app.signedIn('Ben'), link).expect(410)
})

test('who has no account makes one on the page behind the link, and is signed in and in the study', async (t) => {
  const { app, mira, slug, rolesOf } = await scene(t)
  const link = await linkOf(mira, slug, { role: 'reader', uses: 2 })
  const agent = app.stranger()
  assert.doesNotMatch((await agent.get(link).expect(200)).text, /Mira|Rui/)
  const { headers } = await newcomer(agent, link, 'Ada').expect(303)
  assert.equal(headers.location, `/studies/${slug}`)
  await agent.get(headers.location!).expect(200)
  assert.deepEqual(await rolesOf('Ada'), ['reader'])
})

for (const [why, name, password, says] of [
  ['a short password', 'Ada', 'short', de.account.faults['too-short']],
  ['no name', ' ', PASSWORD, de.account.faults.missing],
  ['a name that is taken', 'mira', PASSWORD, de.account.faults.taken],
] as const)
  test(`${why} is said beside the field; no account is made and no use is taken`, async (t) => {
    const { app, mira, slug, uses } = await scene(t)
    const link = await linkOf(mira, slug)
    const before = await contentDigest(app.parts.database)
    const { text } = await newcomer(app.stranger(), link, name, password).expect(422)
    assert.ok(text.includes(says))
    assert.equal(await contentDigest(app.parts.database), before)
    assert.deepEqual(await uses(), [0])
  })

test('two who use the last use of a link at the same time: one is in, the other has no account', async (t) => {
  const { app, mira, slug, uses } = await scene(t)
  const ada = await app.signedIn('Ada')
  const link = await linkOf(mira, slug)
  const answers = await Promise.all([
    accept(ada, link),
    ...['Ben', 'Cleo', 'Dora'].map((name) => newcomer(app.stranger(), link, name)),
  ])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 410, 410, 410])
  assert.deepEqual(await uses(), [1])
  const members = await app.parts.database.db.selectFrom('membership').selectAll().execute()
  assert.equal(members.length, 2)
  const accounts = await app.parts.database.db.selectFrom('account').select('name').execute()
  assert.equal(accounts.length, answers[0]!.status === 303 ? 3 : 4)
})

test('who is in the study already stays what they are, and takes no use', async (t) => {
  const { app, mira, place, slug, rolesOf, uses } = await scene(t)
  const ada = await app.signedIn('Ada')
  await app.takeIn('Ada', place.article.studyId, 'reader')
  const link = await linkOf(mira, slug, { role: 'manager' })
  assert.ok((await ada.get(link).expect(200)).text.includes(de.team.alreadyIn))
  await accept(ada, link).expect(303)
  assert.deepEqual([await rolesOf('Ada'), await uses()], [['reader'], [0]])
})

test('a link that is revoked, used up or has run out says so, and leads to nothing', async (t) => {
  const { app, mira, slug, rolesOf } = await scene(t)
  const [ada, ben] = [await app.signedIn('Ada'), await app.signedIn('Ben')]
  const [revoked, used, expired] = [
    await linkOf(mira, slug),
    await linkOf(mira, slug),
    await linkOf(mira, slug, { days: 1 }),
  ]
  const [{ id }] = (await app.parts.database.db
    .selectFrom('invitation')
    .select('id')
    .orderBy('made_at')
    .orderBy('id')
    .execute()) as [{ id: string }]
  await mira.post(`/studies/${slug}/invitations/${id}/revocation`).expect(303)
  await accept(ben, used).expect(303)
  app.clock.advance(86_400_000)
  for (const [link, end] of [
    [revoked, 'revoked'],
    [used, 'used-up'],
    [expired, 'expired'],
  ] as const) {
    assert.ok((await ada.get(link).expect(410)).text.includes(de.team.ends[end]), end)
    await accept(ada, link).expect(410)
    await newcomer(app.stranger(), link, 'Cleo').expect(410)
  }
  assert.deepEqual([await rolesOf('Ada'), await rolesOf('Cleo')], [[], undefined])
  const { text } = await mira.get(`/studies/${slug}/team`).expect(200)
  assert.doesNotMatch(text, /\/revocation/)
})

test('a link is shown once: the form again makes no other one, and the database holds no secret', async (t) => {
  const { app, mira, slug } = await scene(t)
  const form = inviting({ note: 'für <b>Ada</b> 😃' })
  const { text } = await mira.post(`/studies/${slug}/invitations`).type('form').send(form).expect(201)
  const [, secret] = /http:\/\/127\.0\.0\.1:\d+\/invitations\/([\w-]{43})/.exec(text)!
  await mira.post(`/studies/${slug}/invitations`).type('form').send(form).expect(409)
  const rows = await app.parts.database.db.selectFrom('invitation').selectAll().execute()
  assert.equal(rows.length, 1)
  assert.ok(!JSON.stringify(rows).includes(secret!))
  const team = (await mira.get(`/studies/${slug}/team`).expect(200)).text
  assert.ok(!team.includes(secret!))
  assert.match(team, /für &lt;b&gt;Ada&lt;\/b&gt; 😃/)
})

for (const [field, value] of [
  ['role', 'owner'],
  ['uses', '0'],
  ['uses', '501'],
  ['uses', '1.5'],
  ['uses', ''],
  ['days', '8'],
  ['note', 'x'.repeat(201)],
  ['note', 'a\u0001'],
] as const)
  test(`an invitation with ${field} = ${JSON.stringify(value.slice(0, 10))} is shown again with what is wrong`, async (t) => {
    const { mira, slug, uses } = await scene(t)
    const form = { ...inviting({ note: 'stays' }), [field]: value }
    const { text } = await mira.post(`/studies/${slug}/invitations`).type('form').send(form).expect(422)
    assert.ok(text.includes(de.team.formFaults[field]!))
    if (field !== 'note') assert.match(text, /value="stays"/)
    assert.deepEqual(await uses(), [])
  })

test('whoever tries one secret after the other is stopped, and whoever has one is not', async (t) => {
  const { app, mira, slug } = await scene(t)
  const link = await linkOf(mira, slug)
  const agent = app.stranger()
  for (let n = 0; n < 200; n++) {
    const { status } = await agent.get(`/invitations/${String(n).padStart(43, 'x')}`)
    assert.equal(status, 404)
    if (n % 50 === 0) await agent.get(link).expect(200)
  }
  await agent.get(`/invitations/${'y'.repeat(43)}`).expect(429)
})

test('a manager who is one no longer does not come back by a link of their own', async (t) => {
  const { app, rui, mira, place, slug, rolesOf } = await scene(t)
  const ada = await app.signedIn('Ada')
  await app.takeIn('Ada', place.article.studyId, 'manager')
  const [hers, mine] = [await linkOf(ada, slug, { role: 'manager' }), await linkOf(mira, slug)]
  const id = (await findAccountByName(app.parts.database.db, 'Ada'))!.id
  await rui.post(`/studies/${slug}/team/${id}/removal`).expect(303)
  await accept(ada, hers).expect(410)
  assert.deepEqual(await rolesOf('Ada'), [])
  await accept(ada, mine).expect(303)
})
