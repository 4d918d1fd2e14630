/** The way through a round: finishing, skipping, opening again, asking, and the next open article, already loaded. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { de } from '../../server/words/de.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { openDoor } from '../support/counting.ts'
import { mark, markUnsaved, openCard, saved, signIn, signInByHand, startWithAda } from '../support/desk.ts'
import { deskOf, REQUIRED, severalArticles } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const browser = await openBrowser(wholeFile(), ['--host-resolver-rules=MAP lesart.test 127.0.0.1'])

async function atArticle(t: TestContext, n = 1, host = '127.0.0.1') {
  const { server } = await startWithAda(t, {}, severalArticles(3))
  const { port, requests } = await openDoor(t, server.origin)
  const origin = `http://${host}:${port}`
  const { page, troubles } = await openPage(browser)
  t.after(() => page.context().close())
  await (host === '127.0.0.1' ? signIn : signInByHand)(page, origin)
  await page.goto(origin + deskOf(n))
  await page.waitForLoadState('load')
  await saved(page)
  const at = (n: number) => page.waitForURL((url) => url.pathname === deskOf(n))
  return { page, origin, requests, troubles, at }
}

const status = (page: Page) => page.locator('[data-flow-status]').innerText()
const dialog = (page: Page) => page.locator('dialog.ask')

test('Ctrl+Enter finishes and leads to the next open article; W leads on without finishing, wrapping round', async (t) => {
  const { page, at, troubles } = await atArticle(t, 2)
  await mark(page, 'gefährliche Wende', '3')
  await page.keyboard.press('Control+Enter')
  await at(3)
  await page.locator('#article').focus()
  await page.keyboard.press('w')
  await at(1)
  await page.locator('#article').focus()
  await page.keyboard.press('w')
  await at(3)
  assert.match(await page.locator('.progress').innerText(), /Artikel 3 von 3/)
  assert.deepEqual(troubles, [])
})

test('where nothing is marked, Ctrl+Enter leads to the button that says so', async (t) => {
  const { page, at, origin } = await atArticle(t)
  await page.keyboard.press('Control+Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), de.flow.nothing)
  await page.keyboard.press('Enter')
  await at(2)
  await page.goto(origin + deskOf(1))
  await page.locator('.closed').first().getByText(de.flow.finished).waitFor()
})

test('finishing waits until everything is saved, says so, and then goes on by itself', async (t) => {
  const { page, at } = await atArticle(t)
  let letThrough = (): void => undefined
  const held = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/api/v1/actions/*', async (route) => {
    await held
    await route.continue()
  })
  await markUnsaved(page, 'gefährliche Wende', '3')
  await page.keyboard.press('Control+Enter')
  await page.getByText(de.script.flow.waiting).waitFor()
  assert.equal(new URL(page.url()).pathname, deskOf(1))
  letThrough()
  await at(2)
})

test('required questions that are open are listed, lead to their mark, and hold finishing up until they are answered', async (t) => {
  const { page, at } = await atArticle(t)
  const id = await mark(page, 'Die Lage ist ernst', '2')
  const open = page.locator('[data-open-question]')
  await open.getByText(REQUIRED).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.getByText(de.script.flow.unfinished).waitFor()
  await open.click()
  await page.locator(`[data-card="${id}"][data-open]`).waitFor()
  await openCard(page).locator('label:has(input[name="type"])').first().click()
  await open.waitFor({ state: 'detached' })
  await saved(page)
  await page.locator('.end button[data-finish="marks"]').click()
  await at(2)
})

test('undoing in an article that is finished by now is set aside, holds nothing up, and leads there', async (t) => {
  const { page, at } = await atArticle(t)
  await mark(page, 'gefährliche Wende', '3')
  await page.keyboard.press('Control+Enter')
  await at(2)
  await saved(page)
  await page.keyboard.press('Control+z')
  const aside = page.locator('[data-decisions] [data-aside]')
  await aside.waitFor()
  await page.locator('.end button[data-finish="nothing"]').click()
  await at(3)
  await aside.getByText('Meldung 1 des Tages').click()
  await at(1)
  await page.locator('.closed button').first().click()
  await aside.getByText(de.script.queue.retry).click()
  await page.locator('#article mark').waitFor({ state: 'detached' })
  await saved(page)
})

test('an article is skipped with a reason, and opened again with its marks', async (t) => {
  const { page, at, origin } = await atArticle(t)
  await mark(page, 'gefährliche Wende', '3')
  await page.click('.skip-article summary')
  await page.fill('#reason', 'Nur eine Tabelle')
  await page.click('.skip-article button')
  await at(2)
  await page.goto(origin + deskOf(1))
  assert.match(await page.locator('.closed').first().innerText(), /Nur eine Tabelle/)
  assert.equal(await page.locator('#article mark').count(), 1)
  await page.locator('.closed button').first().click()
  await page.locator('.skip-article').waitFor()
  await mark(page, 'erklärte', '2')
})

test('when the server cannot be reached, finishing says so and can be tried again', async (t) => {
  const { page, at } = await atArticle(t)
  await page.route('**/state', (route) => route.abort())
  await page.click('.end button[data-finish="nothing"]')
  await page.getByText(de.script.flow.unreachable).waitFor()
  await page.unroute('**/state')
  await page.click('.end button[data-finish="nothing"]')
  await at(2)
  assert.equal(await status(page), '')
})

test('F asks about the open mark; what could not be sent stays in its field; the answer stands beside the text', async (t) => {
  const { page, origin } = await atArticle(t)
  await mark(page, 'gefährliche Wende', '3')
  await page.locator('#article').focus()
  await page.keyboard.press('f')
  assert.equal(await dialog(page).locator('blockquote').innerText(), 'gefährliche Wende')
  await page.keyboard.type('Framing, auch wenn es stimmt?')
  await page.route('**/api/v1/questions/*', (route) => route.abort())
  await dialog(page).locator('.primary').click()
  await dialog(page).getByText(de.script.flow.unreachable).waitFor()
  await page.unroute('**/api/v1/questions/*')
  await dialog(page).locator('.primary').click()
  await dialog(page).waitFor({ state: 'hidden' })
  await page.locator('[data-questions]').getByText('Framing, auch wenn es stimmt?').waitFor()

  await page.goto(origin)
  await page.click('a[href$="/questions"]')
  await page.fill('.asked textarea', 'Ja, gerade dann.')
  await page.click('.asked .secondary')
  await page.click('.question a')
  assert.match(new URL(page.url()).hash, /^#at-\d+-\d+$/)
  await page.locator('[data-questions]').getByText('Ja, gerade dann.').waitFor()
  const painted = (name: string) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name)
  for (const name of ['passage', 'asked']) assert.deepEqual(await painted(name), ['gefährliche Wende'])
  await mark(page, 'darin eine gefährliche', '1')
  assert.deepEqual(await painted('asked'), ['gefährliche Wende'], 'drawn anew, the words are still painted')
})

for (const host of ['127.0.0.1', 'lesart.test'])
  test(`on ${host} the next article is loaded before it is asked for, used once, and kept by nobody`, async (t) => {
    const { page, at, origin, requests, troubles } = await atArticle(t, 1, host)
    const asked = (n: number) => requests.find((request) => request.startsWith(`GET ${deskOf(n)}`))
    await until(() => requests.includes(`GET ${deskOf(2)} (prefetch)`))
    requests.length = 0
    await page.locator('#article').focus()
    await page.keyboard.press('w')
    await at(2)
    await until(() => requests.includes(`GET ${deskOf(2)}`))
    const before = requests.slice(0, requests.indexOf(`GET ${deskOf(2)}`))
    assert.deepEqual(
      before.filter((request) => request.includes(deskOf(2)) && !request.includes('/api/')),
      [],
      'the page came from the browser',
    )
    await saved(page)

    await until(() => requests.includes(`GET ${deskOf(3)} (prefetch)`))
    await page.goto(`${origin}/sign-in`)
    await until(() => requests.includes(`GET ${deskOf(3)}`))
    for (const n of [3, 2]) {
      requests.length = 0
      await page.goto(origin + deskOf(n))
      assert.equal(asked(n), `GET ${deskOf(n)}`, 'what was loaded before is not used again')
    }
    assert.deepEqual(
      troubles.filter((text) => !/Cross-Origin-Opener-Policy|Origin-Agent-Cluster/.test(text)),
      [],
    )
  })

test('a page that was loaded before shows what has changed since', async (t) => {
  const { page, at, origin, requests } = await atArticle(t)
  await until(() => requests.includes(`GET ${deskOf(2)} (prefetch)`))
  const other = await page.context().newPage()
  await other.goto(origin + deskOf(2))
  await mark(other, 'gefährliche Wende', '3')
  await other.goto(origin + deskOf(3))
  await other.click('.end button[data-finish="nothing"]')
  await other.waitForURL((url) => url.pathname === deskOf(1))
  await other.close()
  await page.locator('#article').focus()
  await page.keyboard.press('w')
  await at(2)
  await page.locator('#article mark').waitFor()
  await until(() => page.locator(`[data-next-open][href="${deskOf(1)}"]`).count())
})

test('what was loaded before is nothing to whoever uses the browser after the session has ended', async (t) => {
  const { page, origin, requests } = await atArticle(t)
  await until(() => requests.includes(`GET ${deskOf(2)} (prefetch)`))
  await page.context().clearCookies()
  const other = await page.context().newPage()
  const answer = await other.goto(origin + deskOf(2))
  assert.equal(answer?.status(), 404)
  assert.doesNotMatch(await other.content(), /Meldung/)
})

async function until(holds: () => unknown): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < 200, 'it did not come to that')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
