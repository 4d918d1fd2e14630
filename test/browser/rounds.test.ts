/** From a round that nobody reads yet to the first mark in it, as a manager and an annotator do it in the browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser, openPage } from '../support/browser.ts'
import { mark, signIn, startWithAda } from '../support/desk.ts'
import { ROUND, severalArticles } from '../support/several-articles.ts'

test('a plan is looked at, put into force with one button, and leads its reader from the start page to a mark', async (t) => {
  const browser = await openBrowser(t)
  const { server } = await startWithAda(t, {}, severalArticles(3))
  const { page, troubles } = await openPage(browser)
  await signIn(page, server.origin)
  // The owner reads in a study without a team once they have done something there.
  await page.click(`a[data-queue][href*="${ROUND}"]`)
  await mark(page, 'ernst', '3')
  await page.goto(`${server.origin}/studies/mehrere-artikel/rounds/${ROUND}/plan`)
  await page.fill('#readers', '2')
  await page.click('form[method=get] .secondary')
  assert.equal(await page.locator('[data-shortage=people]').count(), 1)
  await page.fill('#readers', '1')
  await page.click('form[method=get] .secondary')
  assert.equal(await page.locator('[data-added]').innerText(), '3')
  await page.click('[data-assign]')
  assert.equal(await page.locator('[data-state]').count(), 3)
  await page.goto(server.origin)
  await page.click(`a[data-queue][href*="${ROUND}"]`)
  const id = await mark(page, 'gefährliche', '3')
  assert.equal(await page.locator(`#article mark[data-annotations~="${id}"]`).first().innerText(), 'gefährliche')
  assert.deepEqual(troubles, [])
})
