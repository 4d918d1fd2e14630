/** Sessions: a new secret at every sign-in, good for seven days, dead the moment it should be. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { issueApiToken, resetPassword } from '../../server/accounts/account-actions.ts'
import { sha256 } from '../../server/digest.ts'
import { type Agent, cookieIn, PASSWORD, startApp } from '../support/app.ts'
import { DAY } from '../support/clock.ts'
import { countRows } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  await app.signedIn('Ada')
  const isIn = async (cookie: string) => {
    const { text } = await app.bare().get('/').set('Cookie', cookie).expect(200)
    return text.includes('action="/sign-out"')
  }
  const signIn = (agent: Agent, name = 'Ada') => agent.post('/sign-in').type('form').send({ name, password: PASSWORD })
  return { app, isIn, signIn }
}

test('a cookie that somebody brought along is never made a session', async (t) => {
  const { app, isIn, signIn } = await scene(t)
  const planted = `lesart=${'x'.repeat(43)}`
  const cookie = cookieIn(await signIn(app.stranger().set('Cookie', planted)))
  assert.ok(!cookie.startsWith(planted))
  assert.equal(await isIn(planted), false)
  assert.equal(await isIn(cookie), true)
})

test('signing in again gives a new secret, and the former one is dead', async (t) => {
  const { app, isIn, signIn } = await scene(t)
  const former = await app.cookieOf('Ada')
  const other = await app.cookieOf('Ada')
  const rows = await countRows(app.parts.database, 'session')
  const cookie = cookieIn(await signIn(app.stranger().set('Cookie', former), 'Rui')).split(';')[0]!
  assert.notEqual(cookie, former)
  assert.deepEqual(await Promise.all([former, other, cookie].map(isIn)), [false, true, true])
  assert.equal(await countRows(app.parts.database, 'session'), rows)
})

test('a sign-in that fails leaves the session as it is', async (t) => {
  const { app, isIn } = await scene(t)
  const former = await app.cookieOf('Ada')
  const failing = app.stranger().post('/sign-in').set('Cookie', former).type('form')
  const answer = await failing.send({ name: 'Rui', password: 'wrong password' }).expect(422)
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.equal(await isIn(former), true)
})

test('signing out ends this session on the server, and no other one', async (t) => {
  const { app, isIn } = await scene(t)
  const [here, there] = [await app.cookieOf('Ada'), await app.cookieOf('Ada')]
  const answer = await app.stranger().post('/sign-out').set('Cookie', here).expect(303)
  assert.equal(answer.headers.location, '/')
  assert.deepEqual(await Promise.all([here, there].map(isIn)), [false, true])
  await app.stranger().post('/sign-out').set('Cookie', here).expect(401)
})

test('a new password ends all sessions of the account, and of no other one', async (t) => {
  const { app, isIn, signIn } = await scene(t)
  const adas = [await app.cookieOf('Ada'), await app.cookieOf('Ada')]
  const rui = await app.cookieOf('Rui')
  await resetPassword(app.parts, { name: 'ada', password: 'another password' })
  assert.deepEqual(await Promise.all([...adas, rui].map(isIn)), [false, false, true])
  assert.equal((await signIn(app.stranger())).status, 422)
  const answer = await app.stranger().post('/sign-in').type('form').send({ name: 'Ada', password: 'another password' })
  assert.equal(await isIn(cookieIn(answer)), true)
})

test('a session lasts seven days, through every change of the clock', async (t) => {
  const { app, isIn } = await scene(t)
  const cookie = await app.cookieOf('Ada')
  for (const jump of [DAY, -2 * DAY, DAY, 7 * DAY - 1]) {
    app.clock.advance(jump)
    assert.equal(await isIn(cookie), true)
  }
  app.clock.advance(1)
  assert.equal(await isIn(cookie), false)
})

test('sessions that have run out are put away at the next sign-in', async (t) => {
  const { app } = await scene(t)
  assert.equal(await countRows(app.parts.database, 'session'), 2)
  app.clock.advance(8 * DAY)
  await app.cookieOf('Ada')
  assert.equal(await countRows(app.parts.database, 'session'), 1)
})

test('of a session and a token only the hash is kept', async (t) => {
  const { app } = await scene(t)
  const secret = (await app.cookieOf('Ada')).split('=')[1]!
  const token = await issueApiToken(app.parts, 'Ada')
  const { db } = app.parts.database
  const sessions = await db.selectFrom('session').selectAll().execute()
  const tokens = await db.selectFrom('api_token').selectAll().execute()
  const accounts = await db.selectFrom('account').selectAll().execute()
  const content = JSON.stringify([sessions, tokens, accounts])
  for (const hidden of [secret, token, PASSWORD]) {
    assert.ok(hidden.length > 10)
    assert.ok(!content.includes(hidden))
  }
  for (const hash of [sha256(secret), sha256(token)]) assert.ok(content.includes(hash))
  for (const account of accounts) assert.match(account.password_hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a token is no session, and a session no token', async (t) => {
  const { app, isIn } = await scene(t)
  const token = await issueApiToken(app.parts, 'Ada')
  const secret = (await app.cookieOf('Ada')).split('=')[1]!
  assert.equal(await isIn(`lesart=${token}`), false)
  const home = (bearer: string) => app.bare().get('/').set('Authorization', `Bearer ${bearer}`)
  assert.match((await home(token)).text, /action="\/sign-out"/)
  assert.doesNotMatch((await home(secret)).text, /action="\/sign-out"/)
})
