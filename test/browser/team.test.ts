/** Somebody is taken out of a study while their marks wait: they are told, and what they did can be taken along. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { de } from '../../server/words/de.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { mark, markUnsaved, PASSWORD, signIn, startWithAda } from '../support/desk.ts'
import { deskOf, severalArticles } from '../support/several-articles.ts'

test('marks that wait when their annotator is taken out are refused in words, kept, and can be taken along', async (t) => {
  const browser = await openBrowser(t)
  const { server } = await startWithAda(t, {}, severalArticles(2))
  const study = `${server.origin}/studies/mehrere-artikel`
  const { page: manager } = await openPage(browser)
  await signIn(manager, server.origin)
  await manager.goto(`${study}/team`)
  await manager.click('[data-invite] button')
  const link = await manager.locator('[data-link]').inputValue()

  const { page } = await openPage(browser)
  await page.goto(link)
  await page.fill('[name=name] >> nth=0', 'Ben')
  await page.fill('[name=password] >> nth=0', PASSWORD)
  await page.locator('form:has([name=password]) button').first().click()
  await page.waitForURL(study)
  await page.goto(server.origin + deskOf(1))
  await mark(page, 'ernst', '1')
  await page.route('**/api/v1/actions/*', (route) => route.abort())
  await markUnsaved(page, 'gefährliche', '3')
  await page.locator('[data-save-state="waiting"]').waitFor()

  await manager.goto(`${study}/team`)
  await manager.click('main .rows a:has-text("Ben")')
  await manager.click('[data-remove]')

  await page.unroute('**/api/v1/actions/*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  const aside = page.locator('[data-aside]')
  await aside.waitFor()
  assert.match(await page.locator('[data-decisions]').innerText(), new RegExp(de.errors.membershipEnded.slice(0, 20)))
  assert.equal(await page.locator('#article mark').count(), 2, 'both stand on the page as before')
  const [download] = await Promise.all([page.waitForEvent('download'), aside.locator('a[download]').click()])
  assert.match(readFileSync((await download.path())!, 'utf8'), /gefährliche/)

  // The desk is closed to them; what waits is still in this browser, and can be taken along from where it is handed on.
  assert.equal((await page.goto(server.origin + deskOf(1)))!.status(), 404)
  await page.goto(`${server.origin}/handover`)
  await page.locator('[data-discard]').waitFor()
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(de.handover.script.download).click(),
  ])
  assert.match(readFileSync((await again.path())!, 'utf8'), /gefährliche/)
})
