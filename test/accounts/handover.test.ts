/** Handing a device on, over HTTP: the session ends, and the browser is told what to forget where it listens. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PASSWORD, startApp } from '../support/app.ts'

async function signedIn(t: Parameters<typeof startApp>[0], url?: string) {
  const app = await startApp(t, { ...(url && { url }) })
  await app.signedIn('Rui')
  const agent = url ? app.stranger().set('Origin', url) : app.stranger()
  const answer = await agent.post('/sign-in').type('form').send({ name: 'Rui', password: PASSWORD }).expect(303)
  const [cookie = ''] = ([] as string[]).concat(answer.headers['set-cookie'] ?? [])
  return { app, agent, cookie: cookie.split(';')[0]! }
}

test('the session ends on the server, and every cookie of ours goes', async (t) => {
  const { app, agent, cookie } = await signedIn(t)
  const answer = await agent
    .post('/handover')
    .set('Cookie', `${cookie}; lesart-reading=theme=dark`)
    .type('form')
    .send({})
  assert.deepEqual([answer.status, answer.headers.location], [303, '/handover?done=yes'])
  const cleared = ([] as string[]).concat(answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0])
  assert.deepEqual(cleared.sort(), ['lesart-reading=', 'lesart='])
  const { text } = await app.bare().get('/').set('Cookie', cookie).expect(200)
  assert.doesNotMatch(text, /Rui/)
})

test('it works signed out, and twice', async (t) => {
  const { app } = await signedIn(t)
  for (const _ of [1, 2]) await app.stranger().post('/handover').type('form').send({}).expect(303)
  await app.stranger().get('/handover?done=yes').expect(200)
  await app
    .stranger()
    .post('/handover')
    .set('Cookie', 'lesart=x')
    .set('Origin', 'null')
    .type('form')
    .send({})
    .expect(403)
})

test('a browser that came by https is told to clear pages, and what it keeps only once nothing waits in it', async (t) => {
  const { agent } = await signedIn(t, 'https://lesart.example')
  const without = await agent.post('/handover').type('form').send({}).expect(303)
  assert.equal(without.headers['clear-site-data'], '"cache"')
  const emptied = await agent.post('/handover').type('form').send({ emptied: 'yes' }).expect(303)
  assert.equal(emptied.headers['clear-site-data'], '"cache", "storage"')
  await agent.post('/handover').type('form').send({ emptied: 'perhaps' }).expect(422)
})

test('a plain address says nothing that browsers would not heed', async (t) => {
  const { app } = await signedIn(t)
  const answer = await app.stranger().post('/handover').type('form').send({ emptied: 'yes' }).expect(303)
  assert.equal(answer.headers['clear-site-data'], undefined)
})
