/** The first start: whoever has the one-time token becomes the owner, once. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createAccount, newToken } from '../../server/accounts/account-actions.ts'
import { listAccounts } from '../../server/accounts/account-store.ts'
import { cookieIn, PASSWORD, startApp } from '../support/app.ts'
import { contentDigest, refuseRows } from '../support/database.ts'

async function firstStart(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const token = newToken()
  app.parts.welcome.token = token
  const begin = (typed: object) =>
    app
      .stranger()
      .post('/welcome')
      .type('form')
      .send({ token, name: 'Rui', password: PASSWORD, ...typed })
  return { app, token, begin }
}

test('the token opens the page, a name and a password make the owner, who is signed in and led to the doors', async (t) => {
  const { app, token, begin } = await firstStart(t)
  const form = await app.stranger().get(`/welcome?token=${token}`).expect(200)
  for (const field of ['token', 'name', 'password']) assert.match(form.text, new RegExp(`name="${field}"`))
  const answer = await begin({}).expect(303)
  assert.equal(answer.headers.location, '/')
  const [account, ...others] = await listAccounts(app.parts.database.db)
  assert.deepEqual([account?.name, account?.role, others], ['Rui', 'owner', []])
  const home = await app.stranger().get('/').set('Cookie', cookieIn(answer))
  assert.match(home.text, /<bdi>Rui<\/bdi>/)
})

test('the token is used up by the POST, not by the look at the page', async (t) => {
  const { app, token, begin } = await firstStart(t)
  await app.stranger().get(`/welcome?token=${token}`).expect(200)
  await app.stranger().get(`/welcome?token=${token}`).expect(200)
  await begin({}).expect(303)
  await app.stranger().get(`/welcome?token=${token}`).expect(404)
  await begin({ name: 'Eva' }).expect(404)
  assert.equal((await listAccounts(app.parts.database.db)).length, 1)
})

test('of many who come with the token at the same time one becomes the owner, and nobody else gets in', async (t) => {
  const { app, begin } = await firstStart(t)
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => begin({ name: `Eva ${n}` })))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, ...Array(7).fill(404)])
  const accounts = await listAccounts(app.parts.database.db)
  assert.deepEqual(
    accounts.map(({ role }) => role),
    ['owner'],
  )
})

test('without the token there is no welcome', async (t) => {
  const { app, token, begin } = await firstStart(t)
  const before = await contentDigest(app.parts.database)
  for (const wrong of ['', `${token}x`, token.slice(1), token.toLowerCase(), '__proto__']) {
    await app.stranger().get(`/welcome?token=${wrong}`).expect(404)
    await begin({ token: wrong }).expect(404)
  }
  await app.stranger().get('/welcome').expect(404)
  assert.equal(await contentDigest(app.parts.database), before)
})

test('once there is an account, however it was made, no token opens anything', async (t) => {
  const app = await startApp(t, { seeded: false })
  await createAccount(app.parts, { name: 'Rui', password: PASSWORD })
  for (const token of ['', 'undefined', 'null']) {
    await app.stranger().get(`/welcome?token=${token}`).expect(404)
    await app.stranger().post('/welcome').type('form').send({ token, name: 'Eva', password: PASSWORD }).expect(404)
  }
})

test('what does not fit is said at its field, keeps the name that was typed, and leaves the token alone', async (t) => {
  const { app, begin } = await firstStart(t)
  const FAULTS = [
    [{ name: '   ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ password: 'short' }, 'password'],
    [{ name: '"><b>Rui', password: '' }, 'password'],
  ] as const
  for (const [typed, field] of FAULTS) {
    const { text } = await begin({ ...typed }).expect(422)
    assert.match(text, new RegExp(`id="${field}"[^>]*aria-invalid="true"`))
    assert.doesNotMatch(text, new RegExp(`<b>|value="${PASSWORD}"`))
  }
  assert.match((await begin({ name: 'Rui &', password: 'short' })).text, /value="Rui &amp;"/)
  await begin({}).expect(303)
  assert.equal((await listAccounts(app.parts.database.db)).length, 1)
})

test('where the account cannot be stored the token stays good', async (t) => {
  const { app, begin } = await firstStart(t)
  // A trigger stands in for the disk: an empty table has room on its first page.
  const room = await refuseRows(app.parts.database, 'account')
  await begin({}).expect(500)
  assert.equal(app.faults.splice(0).length, 1)
  await room()
  await begin({}).expect(303)
})
