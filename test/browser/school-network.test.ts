/** A plain-http address that is not localhost is no secure context: much of the browser is missing there, and nobody notices on localhost. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { dragOver, markedWords, openBrowser, openPage } from '../support/browser.ts'
import { mark, markUnsaved, openCard, PASSWORD, saved, signInByHand } from '../support/desk.ts'
import { fingerOn } from '../support/fingers.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'
import { deskOf, severalArticles } from '../support/several-articles.ts'

const RULES = ['--host-resolver-rules=MAP lesart.test 127.0.0.1']
/** Chromium says that it heeds no header of a plain address. */
const IDLE = /Cross-Origin-Opener-Policy|Origin-Agent-Cluster/
const ACTIONS = '**/api/v1/actions/*'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A server at a host name: with three articles, or with the demonstration. */
async function startSchool(t: TestContext, { isNamed }: { isNamed: boolean }): Promise<string> {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ada', '--data', data], PASSWORD)
  if (isNamed) {
    const file = path.join(freshFolder(t), 'several.lesart.jsonl')
    writeFileSync(file, severalArticles(3))
    await lesart(['import', file, '--data', data])
  }
  const port = await freePort()
  const origin = `http://lesart.test:${port}`
  await startServer(t, data, isNamed ? { LESART_URL: origin } : {}, ['--port', String(port)])
  return origin
}

/** Whom a browser asks, and what it was told is stored. */
function watchRequests(context: BrowserContext) {
  const hosts = new Set<string>()
  const stored: string[] = []
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http')) hosts.add(url.host)
  })
  context.on('response', (response) => {
    const request = response.request()
    if (request.method() === 'PUT' && response.status() === 201) stored.push(new URL(request.url()).pathname)
  })
  return { hosts, stored }
}

/** All that pages on plain http do not have: none of it may be needed. */
function missing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const there = {
      isSecureContext,
      'crypto.randomUUID': 'randomUUID' in crypto,
      'crypto.subtle': Boolean(crypto.subtle),
      'navigator.locks': 'locks' in navigator,
      'navigator.storage': 'storage' in navigator,
      'navigator.serviceWorker': 'serviceWorker' in navigator,
      'navigator.wakeLock': 'wakeLock' in navigator,
      'navigator.clipboard': 'clipboard' in navigator,
      caches: 'caches' in globalThis,
    }
    return Object.entries(there).flatMap(([name, isThere]) => (isThere ? [name] : []))
  })
}

test('people mark on a host name that is named nowhere', async (t) => {
  const origin = await startSchool(t, { isNamed: false })
  const { page, troubles } = await openPage(await openBrowser(t, RULES))
  await signInByHand(page, origin)
  await page.click('[data-demo]')
  await mark(page, 'Moskau nahm den Ball dankbar auf', '3')
  await page.reload()
  assert.equal(await markedWords(page, '[data-tags="framing"]'), 'Moskau nahm den Ball dankbar auf')
  assert.deepEqual(
    troubles.filter((text) => !IDLE.test(text)),
    [],
  )
})

test('a whole article is marked, with all that a lesson needs, on a host name that is no secure context', async (t) => {
  const origin = await startSchool(t, { isNamed: true })
  const browser = await openBrowser(t, RULES)
  const { page, troubles } = await openPage(browser)
  const seen = watchRequests(page.context())

  await t.test('signing in, with a cookie that a plain address keeps', async () => {
    const [answer] = await Promise.all([page.waitForRequest(`${origin}/sign-in`), signInByHand(page, origin)])
    assert.equal((await answer.allHeaders())['sec-fetch-site'], undefined)
    assert.deepEqual(await missing(page), [])
    const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly)
    assert.deepEqual(
      cookies.map(({ name, secure, sameSite }) => [name, secure, sameSite]),
      [['lesart', false, 'Lax']],
    )
  })

  await t.test('marking by mouse, with a part, an answer and undo', async () => {
    await page.goto(origin + deskOf(1))
    await mark(page, 'gefährliche Wende', '3')
    await mark(page, 'Die Lage ist ernst, erklärte die Ministerin', '2')
    await dragOver(page, 'die Ministerin')
    await page.keyboard.press('q')
    await saved(page)
    assert.equal(await page.locator('#article .part-source').textContent(), 'die Ministerin')
    await openCard(page).locator('label:has(input[name="type"])').first().click()
    await saved(page)
    await mark(page, 'Beobachter', '1')
    await page.keyboard.press('Control+z')
    await saved(page)
    assert.equal(await page.locator('mark[data-tags="reporting"]').count(), 0)
    await page.keyboard.press('Control+Shift+z')
    await saved(page)
    assert.equal(await markedWords(page, '[data-tags="reporting"]'), 'Beobachter')
  })

  await t.test('asking a question', async () => {
    await page.keyboard.press('Escape')
    await page.locator('#article').focus()
    await page.keyboard.press('f')
    await page.locator('dialog.ask textarea').fill('Gilt das schon?')
    await page.locator('dialog.ask button.primary').click()
    await page.locator('.question', { hasText: 'Gilt das schon?' }).waitFor()
  })

  await t.test('without a network, over a reload and with two tabs: sent once, when it is back', async () => {
    await page.context().route(ACTIONS, (route) => route.abort())
    seen.stored.length = 0
    await markUnsaved(page, 'sehen', '1')
    await page.locator('[data-save-state="waiting"]').waitFor()
    await page.reload()
    await page.locator('[data-save-state="waiting"]').waitFor()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.locator('[data-save-state="waiting"]').waitFor()
    await page.context().unroute(ACTIONS)
    for (const tab of [page, other]) await tab.evaluate(() => dispatchEvent(new Event('online')))
    await Promise.all([saved(page), saved(other)])
    assert.equal(seen.stored.length, 1)
    assert.match(await markedWords(page, '[data-tags="reporting"]'), /sehen/)
    await other.close()
  })

  await t.test('marking by touch', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const { page: touched } = await openPage(browser, phone)
    const asked = watchRequests(touched.context())
    await signInByHand(touched, origin)
    await touched.goto(origin + deskOf(3))
    await saved(touched)
    await touched.locator('.desk-foot').waitFor({ state: 'attached' })
    const finger = await fingerOn(touched)
    await finger.tap('ernst')
    await touched.locator('[data-sheet] [data-tag="framing"]').tap()
    await touched.locator('#article mark').waitFor()
    await saved(touched)
    assert.equal(await markedWords(touched, '[data-tags="framing"]'), 'ernst')
    assert.deepEqual([...asked.hosts], [new URL(origin).host])
  })

  await t.test('finishing leads to the next article, which is loaded already', async () => {
    // Playwright keeps nothing in the cache while it stands in the way of requests: loaded anew, the page does it as always.
    const prefetched = page.waitForResponse((response) => new URL(response.url()).pathname === deskOf(2))
    await page.reload()
    await (await prefetched).finished()
    await saved(page)
    await page.locator('#article').focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(origin + deskOf(2))
    await saved(page)
    const entry = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return { transferred: entry!.transferSize, size: entry!.encodedBodySize }
    })
    assert.equal(entry.transferred, 0)
    assert.ok(entry.size > 0)
  })

  await t.test('handing the device on', async () => {
    await page.goto(`${origin}/handover`)
    await page.getByText('Alles ist gespeichert.').waitFor()
    await page.click('[data-handover-form] button')
    await page.waitForURL(`${origin}/handover?done=yes`)
    assert.deepEqual(await page.context().cookies(), [])
    for (const n of [1, 2]) assert.equal((await page.goto(origin + deskOf(n)))?.status(), 404, 'nothing from the cache')
  })

  assert.deepEqual([...seen.hosts], [new URL(origin).host], 'nothing is asked of anybody else')
  const expected = /ERR_FAILED|404/
  assert.deepEqual(
    troubles.filter((text) => !IDLE.test(text) && !expected.test(text)),
    [],
  )
})
