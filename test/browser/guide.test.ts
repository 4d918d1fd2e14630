/** The guide beside the text: at the tag in hand, without a network, searched, and left again; and what a tag means. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { de } from '../../server/words/de.ts'
import { dragOver, follow, openBrowser, openPage } from '../support/browser.ts'
import { mark, openCard, openDesk, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)

async function atDesk(t: TestContext, options: Parameters<typeof openDesk>[2] = {}) {
  const { page, troubles } = await openDesk(browser, server.origin, options)
  t.after(() => page.context().close())
  await page.locator('[data-guide-panel]').waitFor({ state: 'attached' })
  return { page, troubles }
}

const panel = (page: Page) => page.locator('[data-guide-panel]')
const tip = (page: Page) => page.locator('[role="tooltip"]')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

async function press(page: Page, key: string): Promise<void> {
  await page.locator('#article').focus()
  await page.keyboard.press(key)
}

test('E opens the guide at the open card’s tag, without a network; Esc leads back into the text', async (t) => {
  const { page, troubles } = await atDesk(t)
  await mark(page, 'Moskau nahm den Ball', '3')
  await page.context().setOffline(true)
  await press(page, 'e')
  assert.match(await focused(page), /^Redaktionelles Framing/)
  const section = panel(page).locator('#tag-framing')
  assert.match(await section.innerText(), /Probe: Streichen oder neutral sagen/)
  await section.getByText('macht aus einer Deutung keinen Bericht').waitFor()
  const { cards, text } = await page.evaluate(() => {
    const edge = document.querySelector('[data-guide-panel]')!.getBoundingClientRect().right
    const beyond = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().left >= edge
    return { cards: beyond('[data-card][data-open]'), text: beyond('#article') }
  })
  assert.ok(cards && text, 'it covers neither the card nor the text')
  await page.keyboard.press('Escape')
  assert.equal(await panel(page).isVisible(), false)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'article')
  assert.ok(await openCard(page).isVisible(), 'the card stays open')
  assert.deepEqual(troubles, [])
})

test('with words selected, it opens at the tag in the bar that is pointed at; E closes it again', async (t) => {
  const { page } = await atDesk(t)
  await dragOver(page, 'stabil entwickle')
  await page.hover('.tag-bar [data-tag="reporting"]')
  await page.keyboard.press('e')
  await panel(page).waitFor()
  assert.match(await focused(page), /^Bericht/)
  await press(page, 'e')
  assert.equal(await panel(page).isVisible(), false)
})

test('a card asks what it means and the legend names its tags: both open the guide there', async (t) => {
  const { page } = await atDesk(t)
  await page.click('.shares [data-guide="attribution"]')
  assert.match(await focused(page), /^Wiedergabe/)
  assert.match((await panel(page).locator('.guide-head a').getAttribute('href')) ?? '', /\/guide$/)
  await page.keyboard.press('Escape')
  await mark(page, 'Peking helfe aktiv', '2')
  await openCard(page).locator('[data-guide]').click()
  assert.match(await focused(page), /^Wiedergabe/)
  await page.keyboard.press('Escape')
  assert.equal(await focused(page), de.script.guide.what)
})

test('searching leaves what holds all words, opens what was folded, and says how many', async (t) => {
  const { page } = await atDesk(t)
  await press(page, 'e')
  const shown = () => panel(page).locator('[data-entry]:visible h3').allInnerTexts()
  await panel(page).locator('input[type="search"]').fill('FEHLT stimme')
  assert.deepEqual(await shown(), ['Schwierige Fälle'])
  await panel(page).getByText('Gefunden: ').waitFor()
  assert.equal(await page.evaluate(() => CSS.highlights.get('guide-found')!.size), 2)
  await panel(page).locator('input[type="search"]').fill('Spott')
  await panel(page).locator('#tag-framing').getByText('wenn sie Spott anzeigen').waitFor()
  await panel(page).locator('input[type="search"]').fill('Quietschente')
  await panel(page).getByText(de.script.guide.nothing).waitFor()
  assert.deepEqual(await shown(), [])
  await panel(page).locator('input[type="search"]').fill('')
  assert.equal((await shown()).length, 7)
})

test('a tag is explained where the pointer rests; the explanation can be entered, and Esc takes it away', async (t) => {
  const { page } = await atDesk(t)
  await dragOver(page, 'stabil entwickle')
  await page.hover('.tag-bar [data-tag="framing"]')
  await tip(page).waitFor()
  assert.match(await tip(page).innerText(), /^Wertung, Deutung/)
  await tip(page).hover()
  await page.waitForTimeout(500)
  assert.ok(await tip(page).isVisible(), 'hoverable and persistent')
  await page.keyboard.press('Escape')
  assert.equal(await tip(page).isVisible(), false)
  assert.ok(await page.locator('.tag-bar').isVisible(), 'dismissed without losing the selection')
})

test('a tag is explained at the focus too, in the bar, the card and the legend, and to screen readers', async (t) => {
  const { page } = await atDesk(t)
  const described = () =>
    page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby')
      return id ? document.getElementById(id)?.textContent : ''
    })
  const legend = page.locator('.shares [data-explains="reporting"]')
  await page.keyboard.press('Tab')
  await legend.focus()
  await tip(page).waitFor()
  assert.match((await described()) ?? '', /^Die Redaktion behauptet/)
  await mark(page, 'ukrainische Auslandsgeheimdienst', '1')
  await openCard(page).locator('input[name="tag"]:checked').focus()
  await page.keyboard.press('ArrowRight')
  await tip(page).waitFor()
  assert.match((await described()) ?? '', /^Worte, Gedanken/)
})

test('on a phone it is a drawer at the foot, closed by its button', async (t) => {
  const { page } = await atDesk(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.tap('.shares [data-guide="framing"]')
  await panel(page).waitFor()
  const box = (await panel(page).boundingBox())!
  assert.ok(box.height <= 844 * 0.7 + 1 && Math.round(box.y + box.height) === 844 && box.width === 390)
  await panel(page).locator('.close').tap()
  assert.equal(await panel(page).isVisible(), false)
})

test('on a phone the words in hand stay in sight above it, and large text fits into it', async (t) => {
  const { page } = await atDesk(t, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await dragOver(page, 'dankbar')
  await page.locator('[data-sheet] [data-guide]').tap()
  await panel(page).waitFor()
  const { bottom, top, isTooWide } = await page.evaluate(() => {
    const panel = document.querySelector('[data-guide-panel]')!
    const words = getSelection()!.getRangeAt(0).getBoundingClientRect()
    return {
      bottom: words.top > 0 ? words.bottom : Number.NaN,
      top: panel.getBoundingClientRect().top,
      isTooWide: panel.scrollWidth > panel.clientWidth,
    }
  })
  assert.ok(bottom < top, `the words end at ${bottom}, the drawer begins at ${top}`)
  assert.equal(isTooWide, false)
})

test('where it cannot be loaded, that is said, and the next try loads it', async (t) => {
  const { page } = await openDesk(browser, server.origin)
  t.after(() => page.context().close())
  await page.route('**/guide', (route) => route.abort())
  await page.reload()
  await page.waitForLoadState('load')
  await press(page, 'e')
  await page.locator('[data-announce]').getByText(de.script.notLoaded).waitFor({ state: 'attached' })
  await page.unroute('**/guide')
  await press(page, 'e')
  await panel(page).waitFor()
})

test('without scripts the legend leads to the tag on the guide’s page, which anybody may read', async (t) => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  t.after(() => page.context().close())
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await follow(page.locator('a[data-guide]'))
  assert.match(new URL(page.url()).pathname, /^\/rounds\/[^/]+\/guide$/)
  assert.equal(await page.locator('.guide-text h3').count(), 7)
})
