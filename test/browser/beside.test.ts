/** Another reading beside one's own: one's marks stay as they are, and every difference can be walked to and is in words. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, openBrowser } from '../support/browser.ts'
import { openDesk, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)

async function mark(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await page.keyboard.press('Escape')
  await saved(page)
}

async function openBeside(page: Page): Promise<void> {
  await page.click('[data-beside="reference"]')
  await page.waitForLoadState('load')
  await page.locator('[data-difference-now]').waitFor()
}

const kinds = (page: Page) => page.locator('.differences .difference-kind').allTextContents()
const now = (page: Page) => page.locator('[data-difference-now]').innerText()
const textOf = (page: Page) => page.locator('#article [data-start]').allTextContents()

test('the other reading is drawn over the words, and one goes on marking under it', async () => {
  const { page, troubles } = await openDesk(browser, server.origin)
  await mark(page, 'Moskau nahm den Ball', '3')
  const before = await textOf(page)
  await openBeside(page)
  assert.deepEqual(await textOf(page), before)
  assert.equal(await page.locator('#article mark').count(), 1)
  await page.locator('.lines-over path').first().waitFor({ state: 'attached' })

  const found = await kinds(page)
  assert.equal(await page.locator('#article mark').getAttribute('data-tags'), 'framing')
  await mark(page, 'Allianz', '3')
  await page.waitForFunction((n) => document.querySelectorAll('.differences li').length === n, found.length - 1)
  await mark(page, 'demonstriert Peking das Gegenteil', '1')
  await page.waitForFunction(() => document.querySelector('.differences')?.textContent.includes('Andere Art'))
  assert.equal((await kinds(page)).length, found.length - 1)
  await page.reload()
  assert.ok((await kinds(page)).includes('Andere Art der Markierung'))
  assert.deepEqual(troubles, [])
})

test('D and Shift+D go from difference to difference, and each says both sides', async () => {
  const { page } = await openDesk(browser, server.origin)
  await openBeside(page)
  const total = (await kinds(page)).length
  await page.locator('#article').focus()
  await page.keyboard.press('Control+Home')
  for (const n of [1, 2, 3]) {
    await page.keyboard.press('d')
    assert.match(await now(page), new RegExp(`Unterschied ${n} von ${total}.*Meine Lesart.*Referenzlesart`, 's'))
    assert.match((await page.locator('[data-announce]').textContent()) ?? '', new RegExp(`Unterschied ${n} von`))
  }
  await page.keyboard.press('Shift+D')
  assert.match(await now(page), new RegExp(`Unterschied 2 von ${total}`))
  await page.click('[data-difference="next"]')
  assert.match(await now(page), new RegExp(`Unterschied 3 von ${total}`))
  await page.locator('.differences li a').last().click()
  assert.match(await now(page), new RegExp(`Unterschied ${total} von ${total}`))
  await page.click('[data-difference="next"]')
  assert.match((await page.locator('[data-announce]').textContent()) ?? '', /Kein weiterer/)
})

test('without scripts every difference stands under the article in words', async () => {
  const { page } = await openDesk(browser, server.origin)
  await openBeside(page)
  const withScripts = await page.locator('.differences li').allInnerTexts()
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'de-DE',
    storageState: await page.context().storageState(),
  })
  const bare = await context.newPage()
  await bare.goto(page.url())
  assert.deepEqual(await bare.locator('.differences li').allInnerTexts(), withScripts)
})
