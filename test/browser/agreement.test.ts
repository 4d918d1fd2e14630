/** The passages of a round's agreement are walked by key in Chromium, while they have the focus. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser, openPage } from '../support/browser.ts'
import { signIn, startWithAda } from '../support/desk.ts'
import { readByTwo } from '../support/read-by-two.ts'
import { severalArticles } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file, {}, readByTwo(severalArticles(2)))
const browser = await openBrowser(file)

test('n and p walk through the passages while these have the focus, and are no keys elsewhere or with Ctrl', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/studies/mehrere-artikel/agreement`)
  await page.waitForLoadState('load')
  const at = () => new URL(page.url()).searchParams.get('passage')
  await page.keyboard.press('n')
  await page.locator('.passage-title').click()
  await page.keyboard.press('Control+n')
  await page.keyboard.press('n')
  await page.waitForURL(/passage=2/)
  assert.equal(at(), '2')
  await page.waitForLoadState('load')
  await page.keyboard.press('n')
  await page.waitForURL(/passage=3/)
  await page.waitForLoadState('load')
  await page.keyboard.press('p')
  await page.waitForURL(/passage=2/)
  assert.equal(await page.locator('.passages a[rel="prev"]').count(), 1)
})
