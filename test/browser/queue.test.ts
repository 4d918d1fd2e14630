/** What waits is never lost: no network, no sign-in, no storage, two tabs, refusals. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { markedWords, openBrowser } from '../support/browser.ts'
import {
  annotationsIn,
  dataWithAda,
  mark,
  markUnsaved,
  openCard,
  openDesk,
  PASSWORD,
  saved,
  signIn,
  startWithAda,
} from '../support/desk.ts'
import { lesart, startServer } from '../support/program.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const ACTIONS = '**/api/v1/actions/*'
const WORDS = ['Moskau nahm den Ball dankbar auf', 'Das Telefonat', 'strategische Partnerschaft'] as const

const state = (page: Page, name: string) => page.locator(`[data-save-state="${name}"]`).waitFor()
const line = (page: Page) => page.locator('[data-save-state]').innerText()
const quotes = async (annotator?: string) => (await annotationsIn(ada.data, annotator)).map(({ quote }) => quote)

/** Another tab of the same browser, at the same desk. */
async function anotherTab(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.evaluate(() => document.fonts.ready)
  await saved(other)
  return other
}

async function openAt(page: Page, id: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page
    .locator(`mark[data-annotations="${id}"]`)
    .first()
    .click({ position: { x: 5, y: 8 } })
  await page.locator(`[data-card="${id}"][data-open]`).waitFor()
}

async function choose(page: Page, tag: string): Promise<void> {
  await openCard(page).locator(`label:has(input[name="tag"][value="${tag}"])`).click()
}

/** Ends every test with a desk without marks. */
async function clear(page: Page): Promise<void> {
  for (const { id } of await annotationsIn(ada.data)) {
    await openAt(page, String(id))
    await openCard(page).locator('[data-retract]').click()
    await saved(page)
  }
}

test('without a network the page says how many wait, keeps them over a reload, and sends them when it is back', async () => {
  const { page } = await openDesk(browser, origin)
  await page.route(ACTIONS, (route) => route.abort())
  await markUnsaved(page, WORDS[0], '3')
  await state(page, 'waiting')
  assert.match(await line(page), /Nicht gespeichert: 1 wartet auf Verbindung/)
  await markUnsaved(page, WORDS[1], '1')
  await page.getByText('2 warten auf Verbindung').waitFor()
  await page.reload()
  await page.getByText('2 warten auf Verbindung').waitFor()
  assert.equal(
    await markedWords(page, '[data-tags="framing"]'),
    WORDS[0],
    'it stands though the server has never heard of it',
  )
  assert.deepEqual(await quotes(), [])
  await page.unroute(ACTIONS)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await saved(page)
  assert.deepEqual((await quotes()).sort(), [WORDS[1], WORDS[0]].sort())
  await clear(page)
})

test('a server in trouble is tried again by itself, with its words on the page', async () => {
  const { page } = await openDesk(browser, origin)
  let answers = 0
  await page.route(ACTIONS, (route) =>
    answers++ === 0
      ? route.fulfill({ status: 507, json: { error: { code: 'storage-full', message: 'Der Speicher ist voll.' } } })
      : route.continue(),
  )
  await markUnsaved(page, WORDS[0], '3')
  await page.getByText('Nicht gespeichert: Der Speicher ist voll.').waitFor()
  await saved(page)
  assert.deepEqual(await quotes(), [WORDS[0]])
  await clear(page)
})

test('an act that is refused is set aside, can be downloaded, and holds up no other', async () => {
  const { page } = await openDesk(browser, origin)
  let refused = ''
  await page.route(ACTIONS, (route) => {
    refused ||= route.request().url()
    return route.request().url() === refused
      ? route.fulfill({ status: 422, json: { error: { code: 'invalid', message: 'Die Angaben passen nicht.' } } })
      : route.continue()
  })
  const id = await markUnsaved(page, WORDS[0], '3')
  const aside = page.locator(`[data-aside="${id}"]`)
  await aside.waitFor()
  await markUnsaved(page, WORDS[1], '1')
  await choose(page, 'framing')
  await state(page, 'failed')
  while (JSON.stringify(await quotes()) !== JSON.stringify([WORDS[1]])) await page.waitForTimeout(100)

  const [download] = await Promise.all([page.waitForEvent('download'), aside.locator('a[download]').click()])
  const [kept] = JSON.parse(readFileSync(await download.path(), 'utf8'))
  assert.deepEqual([kept.annotation, kept.kind, kept.quote], [id, 'make', WORDS[0]])
  await page.reload()
  await aside.waitFor()
  await aside.locator('[data-discard]').click()
  await saved(page)
  assert.equal(await page.locator(`mark[data-annotations="${id}"]`).count(), 0)
  await page.unroute(ACTIONS)
  await clear(page)
})

test('signed out meanwhile: the queue waits, a sign-in in place sends it, and never under another name', async () => {
  const { page } = await openDesk(browser, origin)
  await page.context().clearCookies()
  await markUnsaved(page, WORDS[0], '3')
  const form = page.locator('[data-sign-in-again]')
  await form.waitFor()
  await state(page, 'failed')
  await form.locator('[name=password]').fill('falsch geraten')
  await page.keyboard.press('Enter')
  await form.getByText('Name und Passwort passen nicht zusammen.').waitFor()
  await form.locator('[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await saved(page)
  assert.deepEqual(await quotes(), [WORDS[0]])
  await clear(page)
})

test('what one person marked is never stored under the name of another who signed in after them', async (t) => {
  const data = await dataWithAda(t)
  await lesart(['account', 'add', 'Ben', '--data', data], PASSWORD)
  const server = await startServer(t, data)
  const { page } = await openDesk(browser, server.origin)
  const tab = await page.context().newPage()
  await signIn(tab, server.origin, 'Ben')
  await page.bringToFront()
  await markUnsaved(page, WORDS[0], '3')
  await page.locator('[data-sign-in-again]').waitFor()
  await tab.bringToFront()
  await tab.click('[data-demo]')
  await saved(tab)
  assert.equal(await tab.locator('#article mark').count(), 0, "Ben's desk knows nothing of it")
  await mark(tab, WORDS[1], '1')
  await page.bringToFront()
  const form = page.locator('[data-sign-in-again]')
  assert.equal(await form.locator('[name=name]').inputValue(), 'Ada')
  await form.locator('[name=name]').fill('Ben')
  await form.locator('[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await form.getByText('Was hier wartet, gehört Ada').waitFor()
  await form.locator('[name=name]').fill('Ada')
  await form.locator('[name=password]').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await saved(page)
  const quotesOf = async (annotator: string) => (await annotationsIn(data, annotator)).map(({ quote }) => quote)
  assert.deepEqual([await quotesOf('a1'), await quotesOf('a2')], [[WORDS[1]], [WORDS[0]]])
})

test('an edit of what was changed on another device becomes a choice, and either choice holds', async () => {
  const { page } = await openDesk(browser, origin)
  for (const side of ['here', 'there'] as const) {
    const id = await mark(page, WORDS[0], '3')
    const { page: other } = await openDesk(browser, origin)
    await openAt(other, id)
    await choose(other, 'attribution')
    await saved(other)
    await choose(page, 'reporting')
    await page.locator('.card.reporting[data-open]').waitFor()
    await openCard(page).locator('textarea').fill('von hier')
    await page.keyboard.press('Tab')
    const conflict = page.locator(`[data-conflict="${id}"]`)
    await conflict.getByText('von hier').waitFor()
    await state(page, 'failed')
    assert.match(await conflict.innerText(), /Bericht[\s\S]*von hier[\s\S]*Wiedergabe/)
    await conflict.locator(side === 'here' ? '[data-keep-here]' : '[data-take-there]').click()
    await saved(page)
    const [stored] = await annotationsIn(ada.data)
    assert.deepEqual(
      [stored?.tag, stored?.note],
      side === 'here' ? ['reporting', 'von hier'] : ['attribution', undefined],
    )
    assert.equal(await markedWords(page, `[data-annotations="${id}"][data-tags="${stored?.tag}"]`), WORDS[0])
    await other.close()
    await clear(page)
  }
})

test('who retracts here what was retracted there is asked nothing', async () => {
  const { page } = await openDesk(browser, origin)
  const id = await mark(page, WORDS[0], '3')
  const { page: other } = await openDesk(browser, origin)
  await openAt(other, id)
  await openCard(other).locator('[data-retract]').click()
  await saved(other)
  await openCard(page).locator('[data-retract]').click()
  await saved(page)
  assert.equal(await page.locator('[data-conflict]').count(), 0)
})

test('a page that wakes up shows first how things stand now', async () => {
  const { page } = await openDesk(browser, origin)
  const id = await mark(page, WORDS[0], '3')
  const other = await anotherTab(page)
  await openAt(other, id)
  await choose(other, 'reporting')
  await saved(other)
  await mark(other, WORDS[1], '2')
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.locator('mark[data-tags="attribution"]').first().waitFor()
  assert.equal(await markedWords(page, '[data-tags="reporting"]'), WORDS[0])
  await choose(page, 'framing')
  await saved(page)
  assert.equal(await page.locator('[data-conflict]').count(), 0, 'it was an edit of the newest state')
  await clear(page)
})

test('one tab sends for all: what another tab marks while it is away arrives once', async () => {
  const { page } = await openDesk(browser, origin)
  await page.route(ACTIONS, (route) => route.abort())
  await markUnsaved(page, WORDS[0], '3')
  await state(page, 'waiting')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await saved(other)
  await saved(page)
  assert.deepEqual(await quotes(), [WORDS[0]])
  await page.bringToFront()
  await page.unroute(ACTIONS)
  await clear(page)
})

test('where the browser keeps nothing the page says so and goes on saving', async () => {
  const { page, troubles } = await openDesk(browser, origin)
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError')
    }
  })
  await page.reload()
  await page.locator('[data-storage-refused]').waitFor()
  await mark(page, WORDS[0], '3')
  assert.deepEqual(await quotes(), [WORDS[0]])
  await page.keyboard.press('Control+z')
  await saved(page)
  while ((await quotes()).length > 0) await page.waitForTimeout(50)
  assert.deepEqual(troubles, [])
})
