/** The edges of a mark: dragged, moved by keys; marks split and merged. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, markedWords, openBrowser, placeOf, press } from '../support/browser.ts'
import { deskOpener, openCard, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

const grip = (page: Page, edge: 'start' | 'end') => page.locator(`[data-grip="${edge}"]`)
const selected = (page: Page) => page.evaluate(() => String(getSelection()))
const framing = (page: Page) => markedWords(page, '[data-tags="framing"]')
const focusedGrip = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-grip'))

async function mark(page: Page, words: string, key = '3'): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await saved(page)
}

/** Waits until the marks of editorial framing cover exactly these words. */
async function showsFraming(page: Page, words: string): Promise<void> {
  await page.waitForFunction((words) => {
    const marks = [...document.querySelectorAll('#article mark[data-tags="framing"]')]
    return marks.map((mark) => mark.textContent).join('') === words
  }, words)
}

async function retractAll(page: Page): Promise<void> {
  await page.locator('#article').focus()
  while ((await page.locator('#article mark').count()) > 0) {
    await press(page, 'Control+Home', 'n', 'Delete')
    await saved(page)
  }
}

/** Takes the middle of a grip and leads it over to words, without letting go. */
async function dragGrip(page: Page, edge: 'start' | 'end', words: string): Promise<void> {
  const box = (await grip(page, edge).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const { to } = await placeOf(page, words, { scroll: false })
  const line = (await placeOf(page, await framing(page), { scroll: false })).from
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(to.x, y + (to.y - line.y), { steps: 5 })
}

test('an edge is dragged: it snaps to words before it is let go, and is one act', async () => {
  const { page, troubles } = await openAda()
  await mark(page, 'Moskau nahm')
  await dragGrip(page, 'end', 'den Ball da')
  assert.equal(await selected(page), 'Moskau nahm den Ball dankbar')
  assert.equal(await page.locator('.tag-bar').isVisible(), false)
  assert.equal(await framing(page), 'Moskau nahm')
  await page.mouse.up()
  await saved(page)
  assert.equal(await framing(page), 'Moskau nahm den Ball dankbar')
  assert.equal(await selected(page), '')
  await press(page, 'Control+z')
  await showsFraming(page, 'Moskau nahm')
  assert.deepEqual(troubles, [])
  await retractAll(page)
})

test('with Alt an edge is dragged by characters, and Escape lets it stay where it was', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den Ball')
  await page.keyboard.down('Alt')
  await dragGrip(page, 'end', 'nahm den Ba')
  assert.match(await selected(page), /^nahm den Ba?l?$/)
  await page.keyboard.up('Alt')
  await press(page, 'Escape')
  await page.mouse.up()
  assert.equal(await framing(page), 'nahm den Ball')
  await retractAll(page)
})

test('an edge is moved by keys: words, characters, kept by Enter, given up by Escape', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den')
  await press(page, 'g', 'ArrowLeft')
  assert.equal(await focusedGrip(page), 'start')
  assert.match((await page.locator('[data-announce]').textContent()) ?? '', /^Anfang der Markierung: „Moskau nahm den“/)
  await press(page, 'Tab', 'ArrowRight', 'Alt+ArrowLeft')
  assert.equal(await focusedGrip(page), 'end')
  assert.equal(await selected(page), 'Moskau nahm den Bal')
  await press(page, 'Enter')
  await saved(page)
  assert.equal(await framing(page), 'Moskau nahm den Bal')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'article')
  await press(page, 'g', 'ArrowRight', 'Escape')
  assert.equal(await framing(page), 'Moskau nahm den Bal')
  assert.equal(await focusedGrip(page), 'start')
  await press(page, 'Control+z')
  await showsFraming(page, 'nahm den')
  await retractAll(page)
})

test('who goes away from a grip keeps where it is', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den')
  await press(page, 'g', 'ArrowLeft')
  await openCard(page).locator('textarea').click()
  await saved(page)
  assert.equal(await framing(page), 'Moskau nahm den')
  await retractAll(page)
})

test('the grips are large enough to be hit, and go with the card', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den')
  for (const edge of ['start', 'end'] as const) {
    const box = (await grip(page, edge).boundingBox())!
    assert.ok(box.width >= 24 && box.height >= 24)
  }
  await press(page, 'Escape')
  assert.equal(await grip(page, 'start').isVisible(), false)
  await retractAll(page)
})

test('a mark is split before the cursor and merged again, each as one act that can be undone', async () => {
  const { page, troubles } = await openAda()
  await mark(page, 'nahm den Ball dankbar')
  const count = () => page.locator('#article mark[data-tags="framing"]').count()
  await openCard(page).getByText('Metapher', { exact: true }).click()
  await saved(page)
  await page.locator('#article').focus()
  await press(page, 'ArrowLeft', 't')
  await saved(page)
  assert.deepEqual(await page.locator('#article mark').allTextContents(), ['nahm den', 'Ball dankbar'])
  assert.equal(await openCard(page).locator('input[value="metaphor"]').isChecked(), true)
  await press(page, 'Control+z')
  await showsFraming(page, 'nahm den Ball dankbar')
  await press(page, 'Control+Shift+z')
  await showsFraming(page, 'nahm denBall dankbar')

  await press(page, 'Control+Home', 'n', 'v')
  await saved(page)
  assert.deepEqual(await page.locator('#article mark').allTextContents(), ['nahm den Ball dankbar'])
  assert.match((await page.locator('[data-announce]').textContent()) ?? '', /^Verbunden, .*„nahm den Ball dankbar“/)

  // The same by the buttons of the card: a click puts the cursor.
  const { from } = await placeOf(page, 'Ball dankbar')
  await page.mouse.click(from.x, from.y)
  await openCard(page).getByText('Hier teilen').click()
  await saved(page)
  assert.equal(await count(), 2)
  await page.reload()
  assert.deepEqual(await page.locator('#article mark').allTextContents(), ['nahm den', 'Ball dankbar'])
  assert.deepEqual(troubles, [])
  await retractAll(page)
})

test('of selected marks those of the tag are merged with the open one', async () => {
  const { page } = await openAda()
  await mark(page, 'Satellitendaten versorge')
  await mark(page, 'Raketenangriffe', '1')
  await mark(page, 'China Russland')
  await dragOver(page, 'China Russland mit Satellitendaten versorge, die für Raketenangriffe')
  await press(page, 'v')
  await saved(page)
  assert.equal(await framing(page), 'China Russland mit Satellitendaten versorge')
  assert.equal(await markedWords(page, '[data-tags="reporting"]'), 'Raketenangriffe')
  await retractAll(page)
})

test('where nothing can be split or merged the card says how it is done', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den Ball')
  await openCard(page).getByText('Verbinden').click()
  assert.match(await openCard(page).innerText(), /Danach steht keine Markierung derselben Art/)
  await press(page, 'Control+Home', 'n', 't')
  assert.match(await openCard(page).innerText(), /Zum Teilen den Cursor auf das Wort setzen/)
  await retractAll(page)
})

test('the grips stay at the edges where something above the text grows', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den Ball')
  await grip(page, 'end').waitFor()
  const distance = () =>
    page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().top
      return Math.round(top('[data-grip="end"]') - top('#article mark'))
    })
  const before = await distance()
  await page.evaluate(() =>
    document.querySelector('main')!.prepend(document.createElement('hr'), document.createElement('hr')),
  )
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  assert.equal(await distance(), before)
  await retractAll(page)
})
