/** How somebody wants to read: remembered for them, applied by the server, changed by a form. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Agent, startApp, type TestApp } from '../support/app.ts'
import { contentDigest } from '../support/database.ts'

const look = async (agent: Agent) => /<html[^>]*>/.exec((await agent.get('/').expect(200)).text)![0]
const choose = (agent: Agent, settings: object) => agent.post('/settings').type('form').send(settings)

async function start(t: Parameters<typeof startApp>[0]): Promise<{ app: TestApp; rui: Agent; ada: Agent }> {
  const app = await startApp(t)
  return { app, rui: await app.signedIn('Rui'), ada: await app.signedIn('Ada') }
}

test('what is chosen with an account holds on every device, and for nobody else', async (t) => {
  const { app, rui, ada } = await start(t)
  await choose(ada, { size: '150', theme: 'dark', numbers: 'on', language: 'en' }).expect(303)
  const other = app.stranger().set('Cookie', await app.cookieOf('Ada'))
  assert.equal(await look(other), '<html lang="en" data-theme="dark" data-size="150" data-numbers="on">')
  for (const agent of [rui, app.stranger()]) assert.equal(await look(agent), '<html lang="de">')
})

test('a form that names some settings changes no others, and the usual ones can be chosen again', async (t) => {
  const { ada } = await start(t)
  await choose(ada, { size: '150', measure: 'wide' }).expect(303)
  await choose(ada, { size: '100', labels: 'on' }).expect(303)
  assert.equal(await look(ada), '<html lang="de" data-measure="wide" data-labels="on">')
})

test('who is not signed in chooses for the browser, and keeps it until the account says otherwise', async (t) => {
  const { app } = await start(t)
  const agent = app.stranger()
  const before = await contentDigest(app.parts.database)
  await choose(agent, { theme: 'dark', spacing: 'loose' }).expect(303)
  await choose(agent, { size: '115' }).expect(303)
  assert.equal(await contentDigest(app.parts.database), before)
  assert.equal(await look(agent), '<html lang="de" data-theme="dark" data-size="115" data-spacing="loose">')
  await agent.post('/sign-in').type('form').send({ name: 'Ada', password: 'correct horse' }).expect(303)
  assert.equal(await look(agent), '<html lang="de" data-theme="dark" data-size="115" data-spacing="loose">')
  await choose(agent, { theme: 'light' }).expect(303)
  assert.equal(await look(agent), '<html lang="de" data-theme="light" data-size="115" data-spacing="loose">')
})

test('a setting that there is not is refused, and nothing is changed', async (t) => {
  const { app, ada } = await start(t)
  const before = await contentDigest(app.parts.database)
  for (const odd of [{ size: '101' }, { size: ['90', '100'] }, { theme: 'constructor' }, { numbers: 'on', labels: '' }])
    await choose(ada, odd).expect(422)
  assert.equal(await contentDigest(app.parts.database), before)
})

test('a page of another person changes nothing for whoever signed in after them', async (t) => {
  const { app, ada } = await start(t)
  const before = await contentDigest(app.parts.database)
  await choose(ada.set('Lesart-Account', 'somebody else'), { size: '200' })
  assert.equal(await contentDigest(app.parts.database), before)
})

test('the page of one’s account shows what is chosen', async (t) => {
  const { ada } = await start(t)
  await choose(ada, { size: '175' }).expect(303)
  const { text } = await ada.get('/account').expect(200)
  assert.match(text, /name="size" value="175" checked/)
  assert.equal(text.match(/ checked/g)?.length, 7)
})
