/** A request that changes something must come from our own pages, or carry a token that no other site can send. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../server/accounts/account.ts'
import { issueApiToken, startSession } from '../../server/accounts/account-actions.ts'
import { addGuest } from '../../server/accounts/account-store.ts'
import { mayAsk } from '../../server/accounts/permissions.ts'
import type { Route } from '../../server/route.ts'
import { de } from '../../server/words/de.ts'
import { send, startApp, type TestApp } from '../support/app.ts'
import { addPlace, making, newId } from '../support/builders.ts'
import { addressOf, demonstrationParams, nameOf, type Params, UNSAFE_ROUTES } from '../support/routes.ts'

const PUBLIC = 'http://lesart.test:8443'

/** What comes with a request, and whether it may be ours. `OWN` stands for the address of the server. */
const CASES: readonly (readonly [string, Record<string, string>, boolean])[] = [
  ['says nothing about where it comes from', {}, false],
  ['comes from another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
  ['comes from another site that names our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'OWN' }, false],
  ['comes from a neighbour of the same site', { 'Sec-Fetch-Site': 'same-site', Origin: 'OWN' }, false],
  ['says something that browsers do not say', { 'Sec-Fetch-Site': 'same-origin, cross-site' }, false],
  ['has another origin', { Origin: 'http://elsewhere.test' }, false],
  ['has the origin of another port', { Origin: 'http://127.0.0.1:1' }, false],
  ['has an origin that begins like ours', { Origin: 'OWN.elsewhere.test' }, false],
  ['has an origin that ends like ours', { Origin: 'http://x@elsewhere.test/?OWN' }, false],
  ['hides its origin', { Origin: 'null' }, false],
  ['has an empty origin', { Origin: '' }, false],
  ['has an origin that is none', { Origin: '//127.0.0.1' }, false],
  ['only has a referrer', { Referer: 'OWN/' }, false],
  ['is said to be ours by the browser', { 'Sec-Fetch-Site': 'same-origin' }, true],
  ['was typed or reloaded by the reader', { 'Sec-Fetch-Site': 'none' }, true],
  ['has our origin', { Origin: 'OWN' }, true],
  ['has the origin that people come by', { Origin: PUBLIC }, true],
]

/** Whether a request of nobody in particular, with these headers, is refused as foreign. */
async function isRefused(app: TestApp, row: Route, params: Params, headers: Record<string, string>): Promise<boolean> {
  const own = Object.entries(headers).map(([name, value]) => [name, value.replace('OWN', app.origin)])
  const request = app.bare()[row.method as 'post' | 'put'](addressOf(row, params))
  const answer = await request
    .set(Object.fromEntries(own))
    .type(row.method === 'put' ? 'json' : 'form')
    .send({})
  if (answer.status === 403) assert.match(answer.text, new RegExp(de.errors['foreign-origin']))
  return answer.status === 403
}

/** The session of somebody who may ask for a row: the owner, or for what guests alone may do a guest. */
async function cookieFor({ permission }: Route, app: TestApp): Promise<string> {
  if (mayAsk({ role: 'owner' } as Account, permission)) return app.sessionOf('Rui')
  const id = newId()
  await app.parts.database.transact((db) => addGuest(db, id, app.parts.clock.now()))
  return `lesart=${await startSession(app.parts, { id, name: id, role: 'guest' })}`
}

test('with a cookie at stake, every unsafe route refuses what may come from another site', async (t) => {
  const app = await startApp(t, { url: PUBLIC })
  await app.signedIn('Rui')
  const params = await demonstrationParams(app.parts)
  assert.ok(UNSAFE_ROUTES.length >= 4)
  for (const row of UNSAFE_ROUTES) {
    // What is taken may end other sessions.
    const cookie = await cookieFor(row, app)
    for (const [name, headers, isOurs] of CASES)
      await t.test(`${nameOf(row)}: what ${name} is ${isOurs ? 'taken' : 'refused'}`, async () => {
        // What is taken may sign out: it gets a session of its own.
        const Cookie = isOurs ? await cookieFor(row, app) : cookie
        assert.equal(await isRefused(app, row, params, { ...headers, Cookie }), !isOurs)
      })
  }
})

test('without a cookie a form from another site is refused too, and a program that says nothing is not', async (t) => {
  const app = await startApp(t, { url: PUBLIC })
  const params = await demonstrationParams(app.parts)
  for (const row of UNSAFE_ROUTES.filter((row) => row.permission === 'open-doors'))
    for (const [name, headers, isOurs] of CASES)
      await t.test(`${nameOf(row)}: ${name}`, async () => {
        const saysNothing = headers.Origin === undefined && headers['Sec-Fetch-Site'] === undefined
        assert.equal(await isRefused(app, row, params, headers), !isOurs && !saysNothing)
      })
})

test('a bearer token proves where a request comes from: it needs no Origin, and none speaks against it', async (t) => {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const Authorization = `Bearer ${await issueApiToken(app.parts, 'Rui')}`
  const cookie = await app.cookieOf('Rui')
  for (const headers of [
    {},
    { Origin: 'http://elsewhere.test' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Cookie: cookie },
  ])
    await send(app.bare().set({ ...headers, Authorization }), making(place, 'ernst')).expect(201)
  await send(app.bare().set({ Cookie: cookie, Authorization: 'Bearer nobody' }), making(place, 'ernst')).expect(401)
})

test('a session that is refused as foreign goes on', async (t) => {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const Cookie = await app.cookieOf('Rui')
  await app.bare().post('/sign-out').set({ Cookie, Origin: 'http://elsewhere.test' }).expect(403)
  const place = await addPlace(app.parts)
  await send(app.stranger().set({ Cookie }), making(place, 'ernst')).expect(201)
})
