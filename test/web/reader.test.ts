/** In which language and which colours a page is read. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readerOf } from '../../server/web/reader.ts'
import { startApp } from '../support/app.ts'

const ACCEPTED: readonly (readonly [string | undefined, string])[] = [
  [undefined, 'de'],
  ['', 'de'],
  ['*', 'de'],
  ['de', 'de'],
  ['de-CH', 'de'],
  ['DE-at', 'de'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['de;q=0.5, en;q=0.8', 'en'],
  ['de;q=0, en', 'en'],
  ['fr, de;q=0.1', 'de'],
  ['fr', 'en'],
  ['fr;q=0.9, *;q=0.5', 'en'],
  ['en;q=x, de;q=0.1', 'de'],
  ['en; q=0.2, de;q=0.1', 'en'],
  [';;;,,,', 'de'],
]

for (const [acceptLanguage, language] of ACCEPTED)
  test(`a browser that accepts ${acceptLanguage ?? 'nothing in particular'} is shown ${language}`, () => {
    assert.equal(readerOf({ path: '/', query: {}, cookie: undefined, acceptLanguage }).language, language)
  })

const chosen = (hints: Partial<Parameters<typeof readerOf>[0]>) => {
  const { settings } = readerOf({ path: '/', query: {}, cookie: undefined, acceptLanguage: 'de', ...hints })
  return `${settings.language} ${settings.theme} ${settings.size}`
}

test('the address counts before the account, that before the browser’s cookie, and that before the browser', () => {
  const cookie = 'a=b; lesart-reading=language=en&theme=dark&size=130'
  assert.equal(chosen({}), 'de system 100')
  assert.equal(chosen({ cookie }), 'en dark 130')
  assert.equal(chosen({ cookie, account: { theme: 'light', size: '90' } }), 'en light 90')
  assert.equal(chosen({ cookie, account: { theme: 'light' }, query: { lang: 'de', theme: 'dark' } }), 'de dark 130')
})

test('what is no setting is none, wherever it comes from', () => {
  const odd = ['constructor', '__proto__', '', '<b>', '101', 'toString']
  for (const value of odd) {
    const cookie = `lesart-reading=${value}=on&language=${value}&size=${value}&theme=${value}`
    assert.equal(chosen({ cookie }), 'de system 100', value)
    assert.equal(chosen({ query: { lang: [value, 'en'], theme: value } }), 'de system 100', value)
  }
})

test('what an address names is remembered, also on pages of errors', async (t) => {
  const agent = (await startApp(t)).stranger().set('Accept-Language', 'de')
  assert.match((await agent.get('/')).text, /<html lang="de">/)
  assert.match((await agent.get('/sign-in?lang=en&theme=dark')).text, /<html lang="en" data-theme="dark">/)
  assert.match((await agent.get('/')).text, /<html lang="en" data-theme="dark">/)
  assert.match((await agent.get('/nowhere')).text, /<html lang="en" data-theme="dark">/)
  assert.match((await agent.get('/?theme=system')).text, /<html lang="en">/)
})

test('whoever changes a setting goes on where they were, and never on another server', async (t) => {
  const app = await startApp(t)
  const next = async (path: string) => {
    const { text } = await app.stranger().get(path)
    const found = /name="next" value="([^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
    const sent = app.stranger().post('/settings').type('form').send({ language: 'en', next: found })
    return (await sent.expect(303)).headers.location!
  }
  assert.equal(await next('/sign-in?next=/x%3Fa=b&lang=de&theme=dark'), '/sign-in?next=%2Fx%3Fa%3Db')
  for (const path of ['//elsewhere.test/x', '/.//elsewhere.test', '//', '//[', '/%5Celsewhere.test', '/nowhere?lang=%'])
    assert.equal(new URL(await next(path), app.origin).origin, app.origin, path)
})
