/** Changing how one reads: at once with scripts, by a form without them, and remembered by the server. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage, placeOf } from '../support/browser.ts'
import { mark, openDesk, type ServerWithAda, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
let server: ServerWithAda['server']
let browser: Browser

before(async () => {
  const started = await startWithAda(cleanup)
  server = started.server
  browser = await openBrowser(cleanup)
})

async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator('[data-settings][data-at-once]').waitFor()
  const sent = page.waitForResponse('**/settings')
  await page.locator(`[data-settings] input[name="${name}"][value="${value}"]`).check({ force: true })
  await sent
}

const look = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }))

test('a change shows at once: the words on top stay, and grips and card move along', async () => {
  const { page, troubles } = await openDesk(browser, server.origin)
  const id = await mark(page, 'unter Berufung auf offizielle Quellen', '2')
  await placeOf(page, 'Besonders hellhörig')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.click('[data-appearance] summary')
  const top = (words: string) => placeOf(page, words, { scroll: false }).then(({ from }) => from.y)
  // The line on top of what can be seen below the bar.
  const words = await page.evaluate(() => {
    const { left } = document.querySelector('#article')!.getBoundingClientRect()
    const at = document.caretPositionFromPoint(left + 4, 84)!
    return at.offsetNode.textContent!.slice(at.offset, at.offset + 12)
  })
  const before = await top(words)
  for (const [name, value] of [
    ['size', '150'],
    ['spacing', 'loose'],
    ['measure', 'narrow'],
  ] as const) {
    await choose(page, name, value)
    assert.ok(Math.abs((await top(words)) - before) < 8, `${name} moves ${words}`)
  }
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('[data-appearance]').getAttribute('open'), null)
  const edges = await page.evaluate((id) => {
    const mark = document.querySelector(`mark[data-annotations="${id}"]`)!.getClientRects()[0]!
    const grip = document.querySelector('[data-grip="start"]')!.getBoundingClientRect()
    const line = document.querySelector(`[data-card="${id}"] .hairline`)!.getBoundingClientRect()
    return { grip: grip.left + grip.width / 2 - mark.left, line: line.top + 14 - mark.top }
  }, id)
  assert.ok(Math.abs(edges.grip) < 2, `the grip is off by ${edges.grip}`)
  assert.equal(await page.evaluate(() => 'isSamePage' in window), true)
  await page.reload()
  assert.deepEqual(await look(page), { size: '150', spacing: 'loose', measure: 'narrow' })
  assert.deepEqual(troubles, [])
})

test('another language comes with the place kept, and another device reads alike', async () => {
  const { page } = await openDesk(browser, server.origin)
  await page.click('[data-appearance] summary')
  await choose(page, 'theme', 'dark')
  await Promise.all([page.waitForEvent('load'), choose(page, 'language', 'en')])
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  const other = await openDesk(browser, server.origin)
  assert.equal(await other.page.locator('html').getAttribute('lang'), 'en')
  assert.equal((await look(other.page)).theme, 'dark')
})

test('without scripts the form does it, for a visitor too', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-appearance] summary')
  await page.locator('[data-settings] input[name="numbers"][value="on"]').check({ force: true })
  await page.locator('[data-settings] input[name="size"][value="130"]').check({ force: true })
  await page.click('[data-settings] button')
  assert.match(page.url(), /\/rounds\//)
  assert.equal(await page.locator('html').getAttribute('data-size'), '130')
  assert.equal(await page.locator('html').getAttribute('data-numbers'), 'on')
})

test('at twice the size a small phone shows all of the text without scrolling sideways', async () => {
  const { page } = await openPage(browser, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await page.goto(server.origin)
  await page.click('[data-demo]')
  await page.click('[data-appearance] summary')
  await choose(page, 'size', '200')
  for (const spacing of ['tight', 'loose']) {
    await choose(page, 'spacing', spacing)
    const widest = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(widest <= 360, `${widest} pixels wide`)
  }
})

test('a line has the same number on every screen, also where it is marked', async () => {
  const begins = (page: Page) =>
    page.evaluate(() => {
      const range = document.createRange()
      return [...document.querySelectorAll<HTMLElement>('#article [data-line]')].map((place) => {
        const block = place.closest('[data-start]')!
        range.setStartAfter(place)
        range.setEnd(block, block.childNodes.length)
        const words = range.toString().slice(0, 20)
        const { content, position } = getComputedStyle(place, '::before')
        return `${place.dataset.line} ${words} ${content} ${position}`
      })
    })
  const { page } = await openDesk(browser, server.origin)
  await page.click('[data-appearance] summary')
  await choose(page, 'numbers', 'on')
  await page.keyboard.press('Escape')
  const wide = await begins(page)
  assert.ok(wide.length > 5)
  assert.match(wide[0]!, /^5 .* "5" \/ "" absolute$/)
  await mark(page, 'haben sich der chinesische Verteidigungsminister Dong Jun', '2')
  assert.deepEqual(await begins(page), wide)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  assert.deepEqual(await begins(page), wide)
})

test('without a network a change holds on the page, which says so, and is kept as soon as there is one', async () => {
  const { page } = await openDesk(browser, server.origin)
  await page.click('[data-appearance] summary')
  await page.locator('[data-settings][data-at-once]').waitFor()
  await page.context().setOffline(true)
  const words = await page.locator('.settings-kept').textContent()
  await page.locator('[data-settings] input[name="size"][value="115"]').check({ force: true })
  await page.waitForFunction((words) => document.querySelector('.settings-kept')?.textContent !== words, words)
  assert.equal((await look(page)).size, '115')
  const sent = page.waitForResponse('**/settings')
  await page.context().setOffline(false)
  await sent
  await page.reload()
  assert.equal((await look(page)).size, '115')
})

test('who asks for less motion sees none: nothing takes time, and the picture of the article leads there at once', async () => {
  const { page } = await openDesk(browser, server.origin, { reducedMotion: 'reduce' })
  await mark(page, 'Moskau nahm den Ball', '3')
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
        return !/^(0s(, )?)+$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto'
      })
      .map((one) => one.className),
  )
  assert.deepEqual(moving, [])
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  const jumped = await page.locator('[data-overview]').evaluate((picture) => {
    const { bottom, left } = picture.getBoundingClientRect()
    picture.dispatchEvent(new MouseEvent('click', { clientX: left + 5, clientY: bottom - 5, bubbles: true }))
    return scrollY
  })
  assert.ok(jumped > 500, `only ${jumped} pixels at once`)
})

test('the name of a tag stands at the beginning of its mark, and in no text', async () => {
  const { page } = await openDesk(browser, server.origin)
  const text = await page.locator('#article').textContent()
  await mark(page, 'Ein klares Bekenntnis', '3')
  const shown = () =>
    page
      .locator('#article mark[data-tags="framing"]:not([data-again], [data-more])')
      .first()
      .evaluate((one) => getComputedStyle(one, '::before').content)
  assert.match(await shown(), /^"" /)
  await page.click('[data-appearance] summary')
  await choose(page, 'labels', 'on')
  assert.match(await shown(), /^"(?:Redaktionelles Framing|Editorial framing)/)
  assert.equal(await page.locator('#article').textContent(), text)
})
