/** Searching in the article: from the text and back into it, at the place that was found. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { openCard, openDesk, type ServerWithAda, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
let server: ServerWithAda['server']
let browser: Browser

before(async () => {
  server = (await startWithAda(cleanup)).server
  browser = await openBrowser(cleanup)
})

async function searchFor(page: Page, query: string): Promise<void> {
  await page.locator('#article').focus()
  await page.keyboard.press('/')
  await page.locator('.search-field:focus').waitFor()
  await page.locator('.search-field').fill(query)
}

const count = (page: Page) => page.locator('.search-count').evaluate((line) => line.firstChild?.textContent ?? '')
const painted = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return [...(CSS.highlights.get('found') ?? [])].map(String)
  })
const selected = (page: Page) => page.evaluate(() => String(document.getSelection()))

test('words are found whatever their case and accents, walked along, and marked at once', async () => {
  const { page, troubles } = await openDesk(browser, server.origin)
  await searchFor(page, 'MILITAR')
  assert.equal(await count(page), '1 von 2')
  assert.deepEqual(new Set(await painted(page)), new Set(['militär']))
  await page.keyboard.press('Enter')
  assert.equal(await count(page), '2 von 2')
  await page.keyboard.press('Enter')
  assert.equal(await count(page), '1 von 2')
  await page.keyboard.press('Shift+Enter')
  assert.equal(await count(page), '2 von 2')
  assert.match((await page.locator('.search-count').textContent())!, /: .*militärisch, wirtschaftlich/)
  await page.keyboard.press('Escape')
  assert.equal(await selected(page), 'militärisch')
  assert.deepEqual(await painted(page), [])
  await page.keyboard.press('3')
  await openCard(page).waitFor()
  await saved(page)
  assert.equal(await page.locator('#article mark').textContent(), 'militärisch')
  assert.deepEqual(troubles, [])
})

test('what is not found is said, and Escape leads back to where one was', async () => {
  const { page } = await openDesk(browser, server.origin)
  await page.locator('#article').focus()
  await page.keyboard.press('ArrowRight')
  const word = await page.locator('[data-announce]').textContent()
  await searchFor(page, 'Xylophon')
  assert.equal(await count(page), 'nicht gefunden')
  assert.equal(await page.locator('.search-count').getAttribute('role'), 'status')
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'article')
  assert.equal(await page.locator('[data-announce]').textContent(), word)
})

test('what is found stays painted over marks that are drawn anew, and nothing is typed into the text', async () => {
  const { page } = await openDesk(browser, server.origin)
  const text = await page.locator('#article').textContent()
  await searchFor(page, 'russische')
  const found = await painted(page)
  assert.ok(found.length > 1)
  await page.keyboard.press('Escape')
  await searchFor(page, 'russische')
  await page.locator('#article').evaluate((article: HTMLElement) => article.focus())
  await page.keyboard.press('2')
  await openCard(page).waitFor()
  assert.deepEqual(await painted(page), found)
  assert.equal(await page.locator('#article').textContent(), text)
})

test('on a phone a button opens it, and one walks and leaves by finger', async () => {
  const { page, troubles } = await openPage(browser, {
    ...{ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  })
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.tap('[data-search]')
  await page.locator('.search-field').fill('peking')
  const total = Number((await count(page)).split(' von ')[1])
  assert.ok(total > 2)
  await page.locator('.search-bar button').nth(1).tap()
  assert.equal(await count(page), `2 von ${total}`)
  const sight = await page.evaluate(() => {
    const bar = document.querySelector('.search-bar')!.getBoundingClientRect()
    const frame = document.querySelector('.word-frame div')!.getBoundingClientRect()
    return {
      isClear: frame.top >= bar.bottom && frame.bottom <= innerHeight,
      width: document.documentElement.scrollWidth,
    }
  })
  assert.deepEqual(sight, { isClear: true, width: 360 })
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  for (const part of await page.locator('.search-bar > *').all()) {
    const { x, width } = (await part.boundingBox())!
    assert.ok(x >= 0 && x + width <= 360 && width > 40, 'with large text all of the bar is there')
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.locator('.search-bar button').nth(2).tap()
  assert.match(await selected(page), /Peking/)
  assert.deepEqual(troubles, [])
})

test('Esc in the text closes an open search, and only then leaves what is selected', async () => {
  const { page } = await openDesk(browser, server.origin)
  await searchFor(page, 'moskau')
  await page.locator('[data-start]').nth(1).click()
  await page.keyboard.press('s')
  const before = await selected(page)
  assert.notEqual(before, '')
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.search-bar').isVisible(), false)
  assert.deepEqual([await painted(page), await selected(page)], [[], before])
  await page.keyboard.press('Escape')
  assert.equal(await selected(page), '')
})
