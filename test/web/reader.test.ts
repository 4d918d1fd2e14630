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
    assert.equal(readerOf({ path: '/', query: {}, cookies: {}, acceptLanguage }).language, language)
  })

test('the address wins over what was chosen before, and that over the browser', () => {
  const hints = { path: '/', query: {}, cookies: {}, acceptLanguage: 'de' }
  const chosen = { ...hints, cookies: { 'lesart-language': 'en', 'lesart-theme': 'dark' } }
  assert.equal(readerOf(chosen).language, 'en')
  assert.equal(readerOf(chosen).theme, 'dark')
  assert.equal(readerOf({ ...chosen, query: { lang: 'de', theme: 'light' } }).language, 'de')
  assert.equal(readerOf({ ...chosen, query: { lang: 'de', theme: 'light' } }).theme, 'light')
  assert.equal(readerOf({ ...chosen, query: { lang: ['de', 'en'], theme: 'constructor' } }).language, 'en')
  assert.equal(readerOf({ ...chosen, query: { lang: ['de', 'en'], theme: 'constructor' } }).theme, 'dark')
})

test('a choice is remembered, also on pages of errors', async (t) => {
  const agent = (await startApp(t)).stranger().set('Accept-Language', 'de')
  assert.match((await agent.get('/')).text, /<html lang="de">/)
  assert.match((await agent.get('/sign-in?lang=en&theme=dark')).text, /<html lang="en" data-theme="dark">/)
  assert.match((await agent.get('/')).text, /<html lang="en" data-theme="dark">/)
  assert.match((await agent.get('/nowhere')).text, /<html lang="en" data-theme="dark">/)
})

test('the switches keep the address, and never lead to another server', async (t) => {
  const app = await startApp(t)
  const links = async (path: string) => {
    const { text } = await app.stranger().get(path)
    return [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
  }
  assert.ok((await links('/sign-in?next=/x%3Fa=b&lang=de')).includes('/sign-in?next=%2Fx%3Fa%3Db&lang=en'))
  for (const path of ['//elsewhere.test/x', '/.//elsewhere.test', '//', '//[', '/%5Celsewhere.test', '/nowhere?lang=%'])
    for (const href of await links(path)) assert.equal(new URL(href, app.origin).origin, app.origin, `${path}: ${href}`)
})
