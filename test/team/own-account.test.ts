/** One's own account: the name, the password, sessions elsewhere, tokens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { de } from '../../server/words/de.ts'
import { cookieIn, PASSWORD, startApp } from '../support/app.ts'
import { studyOfMira } from '../support/team.ts'

test('a new name is kept as it is typed, signs one in, and stands where a name was let out of a study', async (t) => {
  const app = await startApp(t)
  const { mira, place, slug } = await studyOfMira(app)
  const ada = await app.signedIn('Ada')
  await app.takeIn('Ada', place.article.studyId, 'annotator')
  const { id } = await app.parts.database.db
    .selectFrom('account')
    .select('id')
    .where('name', '=', 'Ada')
    .executeTakeFirstOrThrow()
  await mira.post(`/studies/${slug}/team/${id}/naming`).type('form').send({ named: 'on' }).expect(303)
  assert.ok((await ada.get('/account').expect(200)).text.includes(de.team.isNamed))
  for (const [name, fault] of [
    ['MIRA', 'taken'],
    [' ', 'missing'],
  ] as const)
    assert.ok(
      (await ada.post('/account/name').type('form').send({ name }).expect(422)).text.includes(de.account.faults[fault]),
    )
  await ada.post('/account/name').type('form').send({ name: 'Ada  Lovelace 😃' }).expect(303)
  await app.cookieOf('ada lovelace 😃')
  const dataset = await mira.get(`/studies/${place.article.studyId}/datasets/lesart`).buffer(true)
  assert.match(dataset.text, /"name":"Ada Lovelace 😃"/)
})

test('a new password needs the present one, ends every other session, and goes on with a new one here', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const elsewhere = app.stranger().set('Cookie', await app.cookieOf('Rui'))
  const change = (current: string, password: string) =>
    rui.post('/account/password').type('form').send({ current, password })
  assert.ok((await change('wrong', 'another horse').expect(422)).text.includes(de.team.wrongPassword))
  assert.ok((await change(PASSWORD, 'short').expect(422)).text.includes(de.account.faults['too-short']))
  await elsewhere.get('/account').expect(200)
  assert.match(cookieIn(await change(PASSWORD, 'another horse').expect(303)), /^lesart=/)
  await rui.get('/account').expect(200)
  await elsewhere.get('/account').expect(303)
  const signIn = { name: 'Rui', password: PASSWORD }
  await app.stranger().post('/sign-in').type('form').send(signIn).expect(422)
  await app
    .stranger()
    .post('/sign-in')
    .type('form')
    .send({ ...signIn, password: 'another horse' })
    .expect(303)
})

test('guessing the present password is stopped like guessing at the door', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const guess = () => rui.post('/account/password').type('form').send({ current: 'x', password: 'another horse' })
  for (let n = 0; n < 20; n++) await guess().expect(422)
  await guess().expect(429)
})

test('one signs out elsewhere and stays here', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const elsewhere = app.stranger().set('Cookie', await app.cookieOf('Rui'))
  assert.ok((await rui.get('/account')).text.includes(de.team.sessionCount(1)))
  await rui.post('/account/sessions/removal').expect(303)
  await elsewhere.get('/account').expect(303)
  assert.ok((await rui.get('/account').expect(200)).text.includes(de.team.sessionCount(0)))
})

test('a token is shown once, acts, and is revoked by who made it and by nobody else', async (t) => {
  const app = await startApp(t)
  const [rui, ada] = [await app.signedIn('Rui'), await app.signedIn('Ada')]
  const { text } = await ada.post('/account/tokens').expect(201)
  const token = /data-token>([\w-]{43})</.exec(text)![1]!
  const asProgram = () => app.bare().get('/account').set('Authorization', `Bearer ${token}`)
  await asProgram().expect(200)
  const listed = (await ada.get('/account').expect(200)).text
  assert.ok(!listed.includes(token))
  const [, id] = /tokens\/([0-9a-f]{12})\/revocation/.exec(listed)!
  await rui.post(`/account/tokens/${id}/revocation`).expect(303)
  await asProgram().expect(200)
  await ada.post(`/account/tokens/${id}/revocation`).expect(303)
  await asProgram().expect(303)
})
