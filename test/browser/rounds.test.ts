/** From a round that nobody reads yet to the first mark in it, as a manager and an annotator do it in the browser. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { de } from '../../server/words/de.ts'
import { follow, openBrowser, openPage } from '../support/browser.ts'
import { annotationsIn, mark, markUnsaved, saved, signIn, startWithAda } from '../support/desk.ts'
import { ROUND, severalArticles } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const browser = await openBrowser(wholeFile())

test('a plan is looked at, put into force with one button, and leads its reader from the start page to a mark', async (t) => {
  const { server } = await startWithAda(t, {}, severalArticles(3))
  const { page, troubles } = await openPage(browser)
  await signIn(page, server.origin)
  // The owner reads in a study without a team once they have done something there.
  await page.click(`a[data-queue][href*="${ROUND}"]`)
  await mark(page, 'ernst', '3')
  await page.goto(`${server.origin}/studies/mehrere-artikel/rounds/${ROUND}/plan`)
  await page.fill('#readers', '2')
  await follow(page.locator('form[method=get] .secondary'))
  assert.equal(await page.locator('[data-shortage=people]').count(), 1)
  await page.fill('#readers', '1')
  await follow(page.locator('form[method=get] .secondary'))
  assert.equal(await page.locator('[data-added]').innerText(), '3')
  await follow(page.locator('[data-assign]'))
  assert.equal(await page.locator('[data-state]').count(), 3)
  await page.goto(server.origin)
  await page.click(`a[data-queue][href*="${ROUND}"]`)
  const id = await mark(page, 'gefährliche', '3')
  assert.equal(await page.locator(`#article mark[data-annotations~="${id}"]`).first().innerText(), 'gefährliche')
  assert.deepEqual(troubles, [])
})

test('a round closed while somebody marks: they are told, lose nothing, and save the mark once it is open again', async (t) => {
  const { server, data } = await startWithAda(t, {}, severalArticles(3))
  const { page } = await openPage(browser)
  t.after(() => page.context().close())
  await signIn(page, server.origin)
  await page.click(`a[data-queue][href*="${ROUND}"]`)
  await mark(page, 'ernst', '3')
  const manager = await page.context().newPage()
  const round = `${server.origin}/studies/mehrere-artikel/rounds/${ROUND}`
  await manager.goto(round)
  await manager.click('form[action$="/closure"] button')
  await manager.locator('form[action$="/opening"]').waitFor()
  await page.bringToFront()
  await markUnsaved(page, 'gefährliche', '3')
  const aside = page.locator('[data-aside]')
  await aside.waitFor()
  assert.match(await aside.innerText(), /Runde ist geschlossen[\s\S]*gefährliche/)
  assert.equal(await page.locator('[data-save-state]').getAttribute('data-save-state'), 'failed')
  // The page of a closed round takes no marks; what waits is told there all the same.
  await page.reload()
  await page.click('[data-left-waiting] a')
  await page.locator('[data-waiting]').getByText('Meldung 1').first().waitFor()
  await page.goBack()
  await manager.bringToFront()
  await manager.click('form[action$="/opening"] button')
  await manager.locator('form[action$="/closure"]').waitFor()
  await page.bringToFront()
  await page.reload()
  await page.getByRole('button', { name: de.script.queue.retry }).click()
  await saved(page)
  const quotes = (await annotationsIn(data)).map(({ quote }) => quote)
  assert.deepEqual(quotes.sort(), ['ernst', 'gefährliche'])
})
