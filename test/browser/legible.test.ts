/** Marks stay legible: many over one word, on paper, and in the system's own colours. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, openBrowser, openPage } from '../support/browser.ts'
import { openDesk, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)

async function openReference(): Promise<Page> {
  const { page } = await openPage(browser)
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-reference]')
  await page.locator('[data-card]').first().waitFor()
  return page
}

const lineHeight = (page: Page) =>
  page
    .locator('[data-start]', { hasText: 'Moskau nahm den Ball' })
    .evaluate((block) => Number.parseFloat(getComputedStyle(block).lineHeight))

test('lines of text move apart where three marks and more lie over one word, and together again', async () => {
  const { page } = await openDesk(browser, server.origin)
  const heights = [await lineHeight(page)]
  for (const words of ['Moskau nahm den Ball dankbar auf', 'den Ball dankbar', 'Ball', 'Ball']) {
    await dragOver(page, words)
    await page.keyboard.press('3')
    await page.keyboard.press('Escape')
    await saved(page)
    heights.push(await lineHeight(page))
  }
  const [none, one, two, three, four] = heights
  assert.deepEqual([one, two], [none, none])
  assert.ok(three! > two!)
  assert.ok(four! > three!)
  await page.reload()
  assert.equal(await lineHeight(page), four)
  const offsets = await page.locator('mark mark mark mark').evaluate((mark) => {
    const lanes = []
    for (let one: Element | null | undefined = mark; one; one = one.parentElement?.closest('mark'))
      lanes.push(Number.parseFloat(getComputedStyle(one).textUnderlineOffset))
    return lanes
  })
  assert.deepEqual(
    offsets,
    [...new Set(offsets)].sort((a, b) => b - a),
    'each inner mark has a lane of its own',
  )
})

test('on paper the cards follow the article as notes with the numbers that stand at the marks', async () => {
  const page = await openReference()
  const marks = await page
    .locator('#article mark')
    .evaluateAll((marks) => new Set(marks.map((mark) => (mark as HTMLElement).dataset.annotations)).size)
  await page.emulateMedia({ media: 'print' })
  const textOf = () => page.locator('[data-start]').allTextContents()
  const before = await textOf()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  assert.equal(await page.locator('.notes li').count(), marks)
  const numbers = await page
    .locator('#article mark[data-note]')
    .evaluateAll((all) => all.map((mark) => Number((mark as HTMLElement).dataset.note)))
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    Array.from({ length: marks }, (_, index) => index + 1),
  )
  assert.deepEqual(await textOf(), before)
  for (const hidden of ['.top', '.rail', '.margin', '.tag-bar'])
    for (const one of await page.locator(hidden).all()) assert.equal(await one.isVisible(), false, hidden)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  assert.equal(await page.locator('.notes, [data-note]').count(), 0)
})

test('in forced colours no mark has a ground, and every line is drawn', async () => {
  const page = await openReference()
  await page.locator('#article mark').first().click()
  await page.emulateMedia({ forcedColors: 'active' })
  const looks = await page.locator('#article mark').evaluateAll((marks) =>
    marks.map((mark) => {
      const { backgroundColor, textDecorationLine, textDecorationColor, color } = getComputedStyle(mark)
      const isClear = /, 0\)$/.test(backgroundColor)
      return { isClear, textDecorationLine, isInk: textDecorationColor === color }
    }),
  )
  assert.deepEqual(
    [...new Set(looks.map((look) => JSON.stringify(look)))].map((look) => JSON.parse(look)),
    [{ isClear: true, textDecorationLine: 'underline', isInk: true }],
  )
})
