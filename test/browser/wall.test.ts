/** The wall in Chromium: walked by key, frozen, darkened, never scrolled. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { signInByHand, startWithAda } from '../support/desk.ts'
import { startServer } from '../support/program.ts'

/** In pixels. */
function smallestText(wall: Page): Promise<number> {
  return wall.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.wall *, .wall-controls *')]
        .filter((one) => !one.closest('.unseen, svg') && one.textContent?.trim() && one.getClientRects().length > 0)
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  )
}

test('the wall is walked by key, frozen and darkened, and never scrolls at either size', async (t) => {
  const { server } = await startWithAda(t)
  const browser = await openBrowser(t)
  const { page, troubles } = await openPage(browser, { viewport: { width: 1920, height: 1080 } })
  await signInByHand(page, server.origin, 'Ada')
  await page.click('[data-demo-workshop]')
  await page.locator('[data-join-code]').waitFor()
  const wall = await page.context().newPage()
  await wall.goto(`${page.url()}/projector`)
  await wall.locator('[data-phase-shown="lobby"]').waitFor()
  await page.click('[data-next-phase]')
  await wall.locator('[data-view-link="framing"]').waitFor()

  await wall.keyboard.press('3')
  await wall.locator('[data-view="framing"]').waitFor()
  await wall.keyboard.press('PageDown')
  await wall.locator('[rel="prev"]').waitFor()
  await wall.keyboard.press('f')
  assert.equal(await wall.locator('[data-freeze]').getAttribute('aria-pressed'), 'true')
  const before = await wall.locator('[data-wall]').getAttribute('data-now')
  await page.click('[data-next-phase]')
  await page.locator('[data-phase="neighbours"]').waitFor()
  assert.equal(await wall.locator('[data-wall]').getAttribute('data-now'), before)
  await wall.keyboard.press('f')
  await wall.locator('[data-phase-shown="neighbours"]').waitFor()
  await wall.keyboard.press('b')
  assert.ok(await wall.locator('[data-dark]').isVisible())
  await wall.keyboard.press('b')
  assert.ok(await wall.locator('[data-dark]').isHidden())

  await wall.keyboard.press('4')
  await wall.locator('[data-view="apart"]').waitFor()
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 720 },
  ]) {
    await wall.setViewportSize(size)
    const measured = await wall.evaluate(() => ({
      scrolls: document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth,
      isFree:
        document.querySelector('.wall-scale')!.getBoundingClientRect().right <
        document.querySelector('[data-freeze]')!.getBoundingClientRect().left,
    }))
    assert.equal(measured.scrolls, false)
    assert.ok(measured.isFree, 'the scale stands beside the buttons')
    assert.ok((await smallestText(wall)) >= (28 * size.width) / 1920 - 0.01)
  }
  assert.deepEqual(troubles, [])
})

test('a server that goes and comes back: the wall says so, and catches up by itself', async (t) => {
  const { server, data } = await startWithAda(t)
  const { port } = new URL(server.origin)
  const browser = await openBrowser(t)
  const { page } = await openPage(browser, { viewport: { width: 1280, height: 720 } })
  await signInByHand(page, server.origin, 'Ada')
  await page.click('[data-demo-workshop]')
  await page.locator('[data-join-code]').waitFor()
  const wall = await page.context().newPage()
  await wall.goto(`${page.url()}/projector`)
  await wall.locator('[data-phase-shown="lobby"]').waitFor()
  await server.stop()
  await wall.locator('[data-cut]:not(:empty)').waitFor()
  const lost = page.locator('.console [data-lost]')
  await lost.waitFor()
  assert.ok(await lost.evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight), 'in sight')
  await startServer(t, data, {}, ['--port', port])
  await page.reload()
  await page.click('[data-next-phase]')
  await wall.locator('[data-phase-shown="marking"]').waitFor()
  await wall.locator('[data-cut]:empty').waitFor({ state: 'attached' })
})

test('the report is two pages, none of many long questions is lost on them, and the widest letters are as large on the wall', async (t) => {
  const { server } = await startWithAda(t)
  const { page } = await openPage(await openBrowser(t))
  await signInByHand(page, server.origin, 'Ada')
  const pages = async () => {
    await page.locator('.report-notes').waitFor()
    return (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length
  }
  await page.click('[data-demo-workshop]')
  await page.locator('[data-join-code]').waitFor()
  await page.click('[data-report]')
  assert.equal(await pages(), 2)
  await page.goto(`${server.origin}/workshops`)
  await page.fill('[name=title]', 'Viele Fragen')
  await page.fill(
    '[name=text]',
    `Breit\n\n${'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM. '.repeat(9)}`,
  )
  await page.fill('[name=questions]', Array.from({ length: 12 }, () => 'Woran merkt ihr das? '.repeat(23)).join('\n'))
  await page.locator('.prepare-form .primary').click()
  await page.locator('[data-join-code]').waitFor()
  await page.click('[data-report]')
  assert.equal(await pages(), 2)
  await page.emulateMedia({ media: 'print' })
  const lost = await page.evaluate(() => {
    const end = document.querySelector('.sheet-page:last-child')!.getBoundingClientRect().bottom
    return [...document.querySelectorAll('.report-questions li')].filter(
      (question) => question.getBoundingClientRect().bottom > end,
    ).length
  })
  assert.equal(lost, 0)

  await page.emulateMedia({ media: 'screen' })
  await page.goBack()
  await page.click('[data-next-phase]')
  await page.locator('[data-phase="marking"]').waitFor()
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`${page.url()}/projector`)
  await page.locator('.wall-line .in-rows').first().waitFor()
  assert.ok((await smallestText(page)) >= (28 * 1280) / 1920 - 0.01)
  const isCut = await page.evaluate(() =>
    [...document.querySelectorAll('.wall-line > span')].some((line) => line.scrollWidth > line.clientWidth),
  )
  assert.equal(isCut, false)
})
