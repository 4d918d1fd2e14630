/** Signing in with a name and a password, and what it says to those who guess. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { createAccount } from '../../server/accounts/account-actions.ts'
import { hashPassword, verifyPassword } from '../../server/accounts/password.ts'
import { keepLimits, originKey } from '../../server/web/limits.ts'
import { de } from '../../server/words/de.ts'
import { en } from '../../server/words/en.ts'
import { cookieIn, PASSWORD, startApp } from '../support/app.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await createAccount(app.parts, { name: 'Zoë Weiß', password: 'Grüße 😃 dort' })
  const signIn = (name: string, password: string) =>
    app.stranger().post('/sign-in').type('form').send({ name, password })
  return { app, signIn }
}

test('the page has the fields name and password', async (t) => {
  const { app } = await scene(t)
  const { text } = await app.stranger().get('/sign-in').expect(200)
  assert.match(text, /<input[^>]* name="name"[^>]* autocomplete="username"/)
  assert.match(text, /<input[^>]* name="password" type="password"[^>]* autocomplete="current-password"/)
})

test('a name signs in in every case, width and normal form, a password in every normal form', async (t) => {
  const { signIn } = await scene(t)
  for (const name of ['Zoë Weiß', 'zoe\u0308 weiss', 'ＺＯＥ\u0308  ＷＥＩẞ '])
    for (const password of ['Grüße 😃 dort', 'Gru\u0308ße 😃 dort']) {
      const answer = await signIn(name, password)
      assert.equal(answer.status, 303, name)
      assert.match(cookieIn(answer), /^lesart=/)
    }
  assert.equal((await signIn('Zoë Weiß', 'grüße 😃 dort')).status, 422)
  assert.equal((await signIn('Zoë Weiß', 'Grüße 😃 dort ')).status, 422)
})

test('a wrong password and an unknown name are answered alike, and keep the name that was typed', async (t) => {
  const { signIn } = await scene(t)
  const [wrong, unknown] = [await signIn('Zoë Weiß', PASSWORD), await signIn('Nobody', PASSWORD)]
  assert.deepEqual([wrong.status, unknown.status], [422, 422])
  assert.equal(wrong.text.replace('value="Zoë Weiß"', 'value="Nobody"'), unknown.text)
  assert.match(unknown.text, new RegExp(de.account.wrong))
  assert.ok(!unknown.text.includes(PASSWORD))
  assert.equal(unknown.headers['set-cookie'], undefined)
})

test('without an account a password is checked all the same, and never fits', async () => {
  assert.equal(await verifyPassword(undefined, 'nobody'), false)
  assert.equal(await verifyPassword(await hashPassword('nobody'), 'nobody'), true)
})

const UNFIT: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['no password', 'name=Ada'],
  ['two names', 'name=Ada&name=Ben&password=x'],
  ['a name in brackets', 'name[a]=Ada&password=x'],
  ['a name that is too long', `name=${'x'.repeat(401)}&password=x`],
  ['a password that is too long', `name=Ada&password=${'x'.repeat(801)}`],
]

for (const [what, form] of UNFIT)
  test(`a form with ${what} is refused`, async (t) => {
    const { app } = await scene(t)
    const answer = await app.stranger().post('/sign-in').type('form').send(form)
    assert.equal(answer.status, 422)
    assert.match(answer.text, new RegExp(de.errors.invalid))
  })

test('after twenty wrong passwords for a name it is closed for a while, also to the right one, and other names are not', async (t) => {
  const { app, signIn } = await scene(t)
  await app.signedIn('Ben')
  for (let n = 0; n < 20; n++) assert.equal((await signIn('zoë weiß', `wrong ${n}`)).status, 422)
  const closed = await signIn('ZOË WEISS', 'Grüße 😃 dort').set('Accept-Language', 'en')
  assert.equal(closed.status, 429)
  assert.match(closed.text, new RegExp(en.errors['too-many']))
  assert.equal((await signIn('Ben', PASSWORD)).status, 303)
})

test('no header of a request gives a guesser new attempts', async (t) => {
  const { signIn } = await scene(t)
  for (let n = 0; n < 20; n++) await signIn('Zoë Weiß', 'wrong')
  for (const header of ['X-Forwarded-For', 'Forwarded', 'X-Real-IP', 'CF-Connecting-IP', 'True-Client-IP'])
    assert.equal((await signIn('Zoë Weiß', 'wrong').set(header, '203.0.113.7')).status, 429)
})

test('guesses at the same time get no further than guesses in turn', async (t) => {
  const { signIn } = await scene(t)
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => signIn('Zoë Weiß', `wrong ${n}`)))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(20).fill(422), ...Array(40).fill(429)])
})

test('only what fails counts: whoever signs in rightly can do so as often as they like', async (t) => {
  const limits = keepLimits()
  for (let n = 0; n < 500; n++) assert.equal(await limits.attempt('here', 'ada', async () => n), n)
  await t.test('and a guess that is not let through costs the others behind the same address nothing', async () => {
    const fail = (name: string) => limits.attempt('here', name, async () => undefined)
    for (let n = 0; n < 20; n++) await fail('ada')
    for (let n = 0; n < 300; n++) await assert.rejects(fail('ada'), { code: 'too-many' })
    assert.equal(await limits.attempt('here', 'ben', async () => 'in'), 'in')
  })
})

test('whoever guesses at many names is stopped at their address, and nobody at another one', async () => {
  const limits = keepLimits()
  const fail = (name: string) => limits.attempt('here', name, async () => undefined)
  for (let n = 0; n < 200; n++) assert.equal(await fail(`name ${n}`), undefined)
  await assert.rejects(fail('one more'), { code: 'too-many' })
  assert.equal(await limits.attempt('there', 'one more', async () => 'in'), 'in')
})

test('the addresses of one IPv6 network are one origin, those of different networks are not', () => {
  const SAME = [
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::7'],
    ['2001:db8:1:2::1', '2001:db8:1:2:3:4:5:6'],
    ['2001:db8::1', '2001:db8:0:0:9::'],
    ['::1', '::2'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['fe80::1%eth0', 'fe80::2%eth0'],
  ] as const
  const DIFFERENT = [
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['2001:db8::1', '2001:db9::1'],
    ['192.0.2.1', '192.0.2.2'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['::1', '127.0.0.1'],
  ] as const
  for (const [one, other] of SAME) assert.equal(originKey(one), originKey(other), `${one} ${other}`)
  for (const [one, other] of DIFFERENT) assert.notEqual(originKey(one), originKey(other), `${one} ${other}`)
  assert.doesNotMatch(originKey('192.0.2.1'), /192/)
})
