/** What every answer says about what a browser may do with it, errors and files included. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { Response } from 'supertest'
import { readAssets } from '../../server/web/assets.ts'
import { send, startApp, type TestApp } from '../support/app.ts'
import { newId } from '../support/builders.ts'
import { addressOf, demonstrationParams, nameOf, READING_ROUTES } from '../support/routes.ts'

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}

function assertHeaders({ headers, text }: Response, isSecure: boolean): void {
  const directives = headers['content-security-policy']!.split(';').map((directive) =>
    directive.trim().split(/ (.*)/, 2),
  )
  const policy = Object.fromEntries(directives)
  if (text === undefined) policy['style-src'] = policy['style-src']?.replace(/ 'sha256-[\w+/]{43}='/, '')
  // A page with marks has one style of its own, allowed by its content.
  const style = /<style>(.*?)<\/style>/s.exec(text ?? '')?.[1]
  const allowed = style === undefined ? '' : ` 'sha256-${createHash('sha256').update(style).digest('base64')}'`
  assert.deepEqual(policy, { ...POLICY, 'style-src': POLICY['style-src'] + allowed })
  assert.equal(headers['referrer-policy'], 'same-origin')
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['x-frame-options'], 'DENY')
  assert.equal(headers['cross-origin-opener-policy'], 'same-origin')
  assert.equal(headers['cross-origin-resource-policy'], 'same-origin')
  assert.equal(headers['x-powered-by'], undefined)
  assert.equal(headers['access-control-allow-origin'], undefined)
  assert.equal(headers['strict-transport-security'], isSecure ? 'max-age=31536000; includeSubDomains' : undefined)
}

/** A request of each kind of answer, with the status that it has. */
const ANSWERS: readonly (readonly [string, number, (app: TestApp) => PromiseLike<Response>])[] = [
  ['a page', 200, (app) => app.stranger().get('/')],
  ['a page asked for its headers', 200, (app) => app.stranger().head('/')],
  ['the sign of life', 200, (app) => app.stranger().get('/healthz')],
  ['a question what a path can do', 404, (app) => app.stranger().options('/sign-in')],
  ['the way to the sign-in', 303, (app) => app.stranger().get(`/studies/${newId()}/datasets/csv`)],
  ['a path that cannot be read', 400, (app) => app.stranger().get('/rounds/%E0%A4%A/articles/x')],
  ['JSON that cannot be read', 400, (app) => app.stranger().put(`/api/v1/actions/${newId()}`).type('json').send('{')],
  ['a refusal to a stranger', 401, (app) => send(app.stranger(), {})],
  [
    'a refusal to another site',
    403,
    (app) => app.stranger().post('/sign-in').set('Origin', 'null').type('form').send({}),
  ],
  ['a path that does not exist', 404, (app) => app.stranger().get('/nowhere')],
  ['an address of programs that does not exist', 404, (app) => app.stranger().get('/api/nowhere')],
  ['a method that does not exist', 404, (app) => app.stranger().delete('/sign-in')],
  [
    'a form that is too large',
    413,
    (app) =>
      app
        .stranger()
        .post('/sign-in')
        .type('form')
        .send(`name=${'x'.repeat(300_000)}`),
  ],
  ['a form of the wrong type', 415, (app) => app.stranger().post('/sign-in').type('text').send('name=x')],
  ['a form that does not fit', 422, (app) => app.stranger().post('/sign-in').type('form').send({ name: 'x' })],
  ['a file that does not exist', 404, (app) => app.stranger().get('/built/nothing.js')],
  ['a folder of files', 404, (app) => app.stranger().get('/built')],
]

async function atHome(t: TestContext, url?: string) {
  const app = await startApp(t, { ...(url && { url }) })
  return { app, owner: await app.signedIn('Rui') }
}

for (const [where, url] of [
  ['plain', 'http://lesart.test'],
  ['https', 'https://lesart.example'],
] as const)
  test(`on ${where} every kind of answer carries the headers, and is kept by no cache`, async (t) => {
    const { app } = await atHome(t, url)
    for (const [name, status, ask] of ANSWERS)
      await t.test(name, async () => {
        const answer = await ask(app)
        assert.equal(answer.status, status)
        assertHeaders(answer, url.startsWith('https:'))
        assert.equal(answer.headers['cache-control'], 'no-store')
        assert.equal(answer.headers.etag, undefined)
      })
  })

test('every route that is read carries them, whoever asks', async (t) => {
  const { app, owner } = await atHome(t)
  const params = await demonstrationParams(app.parts)
  for (const row of READING_ROUTES)
    await t.test(nameOf(row), async () => {
      for (const agent of [app.stranger(), owner]) {
        const answer = await agent.get(addressOf(row, params))
        assertHeaders(answer, false)
        assert.equal(answer.headers['cache-control'], 'no-store')
      }
    })
})

test('scripts and styles may be kept for ever, pictures for a day, and parts of them can be asked for', async (t) => {
  const { app } = await atHome(t)
  for (const address of Object.values(readAssets())) {
    const answer = await app.stranger().get(address).expect(200)
    assertHeaders(answer, false)
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
    assertHeaders(await app.stranger().get(address).set('Range', 'bytes=999999999-').expect(416), false)
    assertHeaders(await app.stranger().get(address).set('If-Match', '"other"').expect(412), false)
  }
  const picture = await app.stranger().get('/images/lesart.svg').expect(200)
  assert.equal(picture.headers['cache-control'], 'public, max-age=86400')
  assertHeaders(picture, false)
})
