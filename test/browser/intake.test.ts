/** Articles dragged onto the page in Chromium, looked at, corrected and taken. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { follow, openBrowser, openPage } from '../support/browser.ts'
import { signIn, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)
let studies = 0

/** A new study's page for adding articles. */
async function openIntake(page: Page): Promise<string> {
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/studies`)
  await page.fill('#title', `Brücken ${++studies}`)
  await page.click('main form .primary')
  await page.click('.study-nav a[href$="/import"]')
  await page.waitForLoadState('load')
  return page.url()
}

/** Drags files from outside onto an element and lets them go. */
async function dropFiles(page: Page, selector: string, files: Readonly<Record<string, string>>): Promise<void> {
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer()
    for (const [name, content] of Object.entries(files)) transfer.items.add(new File([content], name))
    return transfer
  }, files)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(selector, type, { dataTransfer: data })
}

const TEXT = 'Brücke gesperrt\n\nVon Ada Ohm\n\nDie Brücke 😃 ist zu. Das sagt die Stadt. Niemand zahlt.\n'

test('many files dropped anywhere on the page are reported one by one, then wait to be looked at', async () => {
  const { page, troubles } = await openPage(browser)
  await openIntake(page)
  const files = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`${n}.txt`, `Titel ${n}\n\nText ${n}.`]))
  await dropFiles(page, 'h1', { ...files, 'leer.txt': '', 'zeile.jsonl': '{"text":' })
  await page.locator('[data-uploads] progress').waitFor()
  await page.locator('[data-take-all]').waitFor()
  assert.match(await page.locator('[data-take-all]').innerText(), /^12 Artikel übernehmen$/)
  assert.equal(await page.locator('.intake-file').count(), 14)
  const said = await page.locator('.intake-file .fault').allInnerTexts()
  assert.deepEqual(said, ['Zeile 1: Diese Zeile ist kein JSON-Objekt.', 'Die Datei ist leer.'])
  await page.click('[data-take-all]')
  await page.locator('.done').waitFor()
  assert.match(await page.locator('.done').innerText(), /12 Artikel übernommen/)
  await follow(page.locator('.done a'))
  assert.equal(await page.locator('.row').count(), 12)
  assert.deepEqual(troubles, [])
})

test('a file that the server cannot be given is named, and the others are there', async () => {
  const { page } = await openPage(browser)
  const address = await openIntake(page)
  await page.route('**/import/files/*lost.txt', (route) => route.abort())
  await dropFiles(page, '[data-drop]', { 'lost.txt': 'Weg.', 'there.txt': 'Da.' })
  await page.locator('[data-lost]').waitFor()
  assert.match(await page.locator('[data-lost]').innerText(), /^lost\.txt Nicht angekommen/)
  await page.click('[data-uploads] a')
  await page.waitForURL(address)
  assert.deepEqual(await page.locator('.file-name').allInnerTexts(), ['there.txt'])
})

for (const javaScriptEnabled of [true, false])
  test(`an article is corrected and taken ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
    const { page, troubles } = await openPage(browser, { javaScriptEnabled })
    await openIntake(page)
    await page.setInputFiles('#file', { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) })
    await page.click('[data-drop] button')
    await page.click('.drafts a')
    await page.selectOption('[name="kind-1"]', 'byline')
    await page.fill('[name="outlet"]', 'Rheinbote')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#saved$/)
    await page.click('#block-2 .draft-kind a')
    await page.locator('#block-2 [value^="split-"]').nth(1).click()
    await page.waitForURL(/#block-2$/)
    assert.deepEqual(await page.locator('.draft-text').allInnerTexts(), [
      'Brücke gesperrt',
      'Von Ada Ohm',
      'Die Brücke 😃 ist zu. Das sagt die Stadt.',
      'Niemand zahlt.',
    ])
    await page.click('[data-take]')
    await page.click('.done a')
    assert.match(await page.locator('.row').innerText(), /Brücke gesperrt[\s\S]*Rheinbote/)
    assert.deepEqual(troubles, [])
  })
