/** The cookie of a session: readable by no script, sent to no other site, and Secure wherever people come by https. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCookies } from '../../server/web/cookies.ts'
import { cookieIn, PASSWORD, startApp } from '../support/app.ts'

const KINDS: readonly (readonly [string, string | undefined, string])[] = [
  ['on a plain address', undefined, 'lesart'],
  ['with a plain LESART_URL', 'http://lesart.test:8080', 'lesart'],
  ['with an https LESART_URL', 'https://lesart.example', '__Host-lesart'],
]

for (const [where, url, name] of KINDS)
  test(`${where} the session's cookie is ${name}, and no other one is looked at`, async (t) => {
    const app = await startApp(t, { seeded: false, ...(url && { url }) })
    await app.signedIn('Rui')
    const answer = await app.stranger().post('/sign-in').type('form').send({ name: 'Rui', password: PASSWORD })
    const [pair = '', ...attributes] = cookieIn(answer).split('; ')
    const [found, token] = pair.split('=')
    assert.equal(found, name)
    assert.match(token!, /^[\w-]{43}$/)
    const secure = name === 'lesart' ? [] : ['Secure']
    const rest = attributes.filter((attribute) => !attribute.startsWith('Expires='))
    assert.deepEqual(rest.sort(), ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', ...secure])

    for (const other of ['lesart', '__Host-lesart', '__Secure-lesart', 'Lesart']) {
      const page = await app.bare().get('/').set('Cookie', `${other}=${token}`)
      assert.equal(page.text.includes('action="/sign-out"'), other === name, other)
    }
    const out = await app.stranger().post('/sign-out').set('Cookie', pair).expect(303)
    assert.match(cookieIn(out), new RegExp(`^${name}=; .*Expires=Thu, 01 Jan 1970`))
  })

test('the settings that an address names are kept in a cookie of the same manner', async (t) => {
  for (const [url, secure] of [
    ['http://lesart.test', false],
    ['https://lesart.example', true],
  ] as const) {
    const app = await startApp(t, { url })
    const agent = app.stranger()
    const answer = await agent.get('/?lang=en&theme=dark').expect(200)
    const cookies = answer.headers['set-cookie'] as unknown as string[]
    assert.deepEqual(
      cookies.map((cookie) => cookie.split(';')[0]),
      ['lesart-reading=language=en&theme=dark'],
    )
    for (const cookie of cookies) {
      assert.match(cookie, /; HttpOnly; |; HttpOnly;? /)
      assert.match(cookie, /; SameSite=Lax/)
      assert.equal(/; Secure/.test(cookie), secure)
    }
    const other = await app.bare().get('/?lang=fr&theme=<b>&lang[]=en').expect(200)
    assert.equal(other.headers['set-cookie'], undefined)
  }
})

const HEADERS: readonly (readonly [string, string, Record<string, string>])[] = [
  ['nothing', '', {}],
  ['one', 'lesart=abc', { lesart: 'abc' }],
  ['several with spaces', ' a=1 ;  b=2;c=3', { a: '1', b: '2', c: '3' }],
  ['an equals sign in the value', 'a=b=c', { a: 'b=c' }],
  ['an empty value', 'a=', { a: '' }],
  ['no name, no equals sign, nothing', '=x; y; ;', {}],
  ['a name twice: the first one, whose path is longer', 'a=1; a=2', { a: '1' }],
  ['names of methods', 'constructor=1; __proto__=2', JSON.parse('{"constructor":"1","__proto__":"2"}')],
]

for (const [name, header, expected] of HEADERS)
  test(`a Cookie header with ${name} is read`, () => {
    const cookies = readCookies(header)
    assert.deepEqual(Object.entries(cookies), Object.entries(expected))
    assert.equal(cookies.toString, undefined)
  })
