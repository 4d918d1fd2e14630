/** A device that people share: whoever hands it on loses nothing unasked, and leaves nothing behind. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { chromium, type Page } from 'playwright-core'
import { launchOptions, openBrowser } from '../support/browser.ts'
import { annotationsIn, mark, markUnsaved, openDesk, saved, signIn, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const { origin } = ada.server
const browser = await openBrowser(file)
const ACTIONS = '**/api/v1/actions/*'
const WORDS = ['Moskau nahm den Ball dankbar auf', 'Das Telefonat'] as const

const finish = (page: Page) => page.click('[data-handover-form] button')
const isDone = (page: Page) => page.waitForURL(`${origin}/handover?done=yes`)
const quotes = async () => (await annotationsIn(ada.data)).map(({ quote }) => quote)

async function showsNobody(page: Page): Promise<void> {
  assert.doesNotMatch(await page.content(), /Ada|data-save-state/)
  assert.equal(await page.locator('#article mark').count(), 0)
}

/** All that scripts can find in this browser: rows of the database, and what else is kept. */
function kept(page: Page): Promise<{ rows: number; storage: string[] }> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lesart')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    let rows = 0
    for (const name of db.objectStoreNames)
      rows += await new Promise<number>((resolve) => {
        const request = db.transaction(name).objectStore(name).count()
        request.onsuccess = () => resolve(request.result)
      })
    db.close()
    return { rows, storage: Object.keys(localStorage) }
  })
}

test('afterwards this browser holds nothing of the person before, neither does the Back button, and other tabs are gone', async () => {
  const { page } = await openDesk(browser, origin)
  const desk = page.url()
  await mark(page, WORDS[0], '3')
  await page.evaluate(() => localStorage.setItem('lesart.keys.x', '{}'))
  assert.ok((await kept(page)).rows > 0, 'the history of acts')
  const other = await page.context().newPage()
  await other.goto(desk)
  await saved(other)
  await page.click('[data-appearance] summary')
  await page.click('[data-handover]')
  await page.getByText('Alles ist gespeichert.').waitFor()
  await finish(page)
  await isDone(page)
  await other.waitForURL(`${origin}/`)
  assert.deepEqual(await kept(page), { rows: 0, storage: ['lesart.handed-over'] })
  assert.deepEqual(await page.context().cookies(), [])
  for (const address of [desk, `${origin}/`]) {
    await page.goto(address)
    await showsNobody(page)
  }
  await page.goBack()
  await page.goBack()
  await page.goBack()
  await showsNobody(page)
  assert.deepEqual(await quotes(), [WORDS[0]], 'the server has all of it')
})

test('a page in the memory of the browser goes when it is come back to', async (t) => {
  const remembering = await chromium.launch({
    ...launchOptions(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  t.after(() => remembering.close())
  const { page } = await openDesk(remembering, origin)
  await mark(page, WORDS[1], '1')
  await page.goto(`${origin}/handover`)
  await finish(page)
  await isDone(page)
  await page.goBack()
  await page.waitForLoadState()
  assert.doesNotMatch(await page.locator('body').innerText(), /Gespeichert/)
  assert.equal(await page.locator('mark').count(), 0)
})

test('what waits is sent first, and where that cannot be, it stays, can be taken along, and is lost only when somebody says so', async () => {
  const { page } = await openDesk(browser, origin)
  const before = await quotes()
  await page.context().route(ACTIONS, (route) => route.abort())
  const id = await markUnsaved(page, 'strategische Partnerschaft', '3')
  await page.locator('[data-save-state="waiting"]').waitFor()
  await page.goto(`${origin}/handover`)
  await page.getByText('Nicht gespeichert: 1').waitFor()
  assert.equal(await page.locator('[data-handover-form] button').isVisible(), false)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-download]')])
  const [action] = JSON.parse(await readFile(await download.path(), 'utf8'))
  assert.deepEqual([action.annotation, action.kind, action.quote], [id, 'make', 'strategische Partnerschaft'])
  assert.ok((await kept(page)).rows > 0)
  assert.deepEqual(await quotes(), before)

  await page.context().unroute(ACTIONS)
  await page.click('[data-retry]')
  await page.getByText('Alles ist gespeichert.').waitFor()
  assert.deepEqual((await quotes()).sort(), [...before, 'strategische Partnerschaft'].sort())
  await finish(page)
  await isDone(page)
})

test('who discards hands the device on at once, and only that is lost', async () => {
  const { page } = await openDesk(browser, origin)
  const before = await quotes()
  await page.context().route(ACTIONS, (route) => route.abort())
  await markUnsaved(page, 'Telefonat', '2')
  await page.goto(`${origin}/handover`)
  await page.click('[data-discard]')
  await isDone(page)
  assert.equal((await kept(page)).rows, 0)
  assert.deepEqual(await quotes(), before)
})

test('signed out, what waits is told without saying what it is, and goes under the right name after signing in', async () => {
  const { page } = await openDesk(browser, origin)
  await page.context().route(ACTIONS, (route) => route.abort())
  await page.context().clearCookies()
  const marked = 'Verteidigungsministerium'
  await markUnsaved(page, marked, '1')
  await page.context().unroute(ACTIONS)
  await page.goto(`${origin}/handover`)
  await page.getByText('gehört jemandem').waitFor()
  assert.doesNotMatch(await page.content(), new RegExp(`Ada|${marked}`))
  await signIn(page, origin)
  await page.goto(`${origin}/handover`)
  await page.getByText('Alles ist gespeichert.').waitFor()
  assert.ok((await quotes()).includes(marked))
})

test('without the server the session cannot end, and nothing is deleted', async () => {
  const { page } = await openDesk(browser, origin)
  await page.goto(`${origin}/handover`)
  await page.getByText('Alles ist gespeichert.').waitFor()
  await page.route('**/handover', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.evaluate(() => localStorage.setItem('lesart.keys.x', '{}'))
  await finish(page)
  await page.getByText('Es ist nichts gelöscht').waitFor()
  assert.deepEqual((await kept(page)).storage, ['lesart.keys.x'])
})
