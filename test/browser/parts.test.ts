/** Attributions with their parts: marked with keys and buttons, shown in the text and in the card, stored as they show. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, openBrowser, openPage, placeOf } from '../support/browser.ts'
import {
  annotationsIn,
  deskOpener,
  mark,
  openCard,
  openDesk,
  retractOpen,
  saved,
  startWithAda,
} from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

async function partsOf(id: string): Promise<string[]> {
  const annotation = (await annotationsIn(ada.data)).find((annotation) => annotation.id === id)
  const parts = (annotation?.parts ?? []) as { role: string; quote: string }[]
  return parts.map(({ role, quote }) => `${role}: ${quote}`)
}

async function give(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await saved(page)
}

const announced = (page: Page) => page.locator('[data-announce]').innerText()
const rows = (page: Page, role: string) => openCard(page).locator(`.part-row[data-role="${role}"] .part`)

test('source, cue and content are marked in one go, each with its key; the next one is announced', async () => {
  const { page, troubles } = await openAda()
  const id = await mark(page, 'Das russische Verteidigungsministerium begrüßte, dass', '2')
  await give(page, 'Das russische Verteidigungsministerium', 'q')
  assert.match(await announced(page), /^Quelle: „Das russische.*Als Nächstes Hinweiswort: Worte wählen, dann C\.$/)
  await give(page, 'begrüßte', 'C')
  // Content lies outside the mark.
  await give(page, 'stabil entwickle', 'i')
  assert.equal(await announced(page), 'Inhalt: „stabil entwickle“.')
  const parts = ['source: Das russische Verteidigungsministerium', 'cue: begrüßte', 'content: stabil entwickle']
  assert.deepEqual(await partsOf(id), parts)
  assert.equal(await page.locator('#article .part-source').innerText(), 'Das russische Verteidigungsministerium')
  assert.equal(await page.locator('#article .part-cue').innerText(), 'begrüßte')
  assert.equal(await page.evaluate(() => String([...CSS.highlights.get('content')!][0])), 'stabil entwickle')
  assert.match(await openCard(page).locator('.card-source').innerText(), /Das russische Verteidigungsministerium/)

  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => CSS.highlights.has('content')), false)
  await page.reload()
  await page.locator(`mark[data-annotations="${id}"]`).first().click()
  assert.deepEqual(await rows(page, 'content').allInnerTexts(), ['stabil entwickle'])
  await retractOpen(page)
  assert.deepEqual(troubles, [])
})

test('while an attribution is open the bar has its roles beside the tags, else it has not', async () => {
  const { page } = await openAda()
  await dragOver(page, 'Das Telefonat')
  assert.equal(await page.locator('.tag-bar [data-role]').count(), 0)
  await page.keyboard.press('2')
  await saved(page)
  const id = (await openCard(page).getAttribute('data-card')) ?? ''
  await dragOver(page, 'Peking nicht plant')
  assert.deepEqual(await page.locator('.tag-bar [data-role]').allInnerTexts(), [
    'Q\nQuelle',
    'C\nHinweiswort',
    'I\nInhalt',
  ])
  await page.locator('.tag-bar [data-role="source"]').click()
  await saved(page)
  assert.equal(await page.locator('.tag-bar').isVisible(), false)
  assert.deepEqual(await partsOf(id), ['source: Peking nicht plant'])
  await retractOpen(page)
  await mark(page, 'Das Telefonat', '3')
  await dragOver(page, 'Peking nicht plant')
  assert.equal(await page.locator('.tag-bar [data-role]').count(), 0)
  await page.keyboard.press('q')
  assert.equal(await page.locator('.tag-bar').isVisible(), true)
  await retractOpen(page)
})

test('a part is marked anew, taken away by the same key, and removed in the card without losing the place there', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Oleh Luhowskyj, erster stellvertretender Leiter des SZRU, bezifferte', '2')
  await give(page, 'Oleh Luhowskyj', 'q')
  await give(page, 'Leiter des SZRU', 'q')
  await rows(page, 'source').first().click()
  assert.equal(await rows(page, 'source').first().getAttribute('aria-pressed'), 'true')
  await give(page, 'Oleh Luhowskyj, erster', 'q')
  assert.deepEqual(await partsOf(id), ['source: Oleh Luhowskyj, erster', 'source: Leiter des SZRU'])
  await give(page, 'Leiter des SZRU', 'q')
  assert.match(await announced(page), /^Kein Teil mehr \(Quelle\): „Leiter des SZRU“/)
  await give(page, 'bezifferte', 'c')
  await openCard(page).getByRole('button', { name: 'Teil entfernen: „Oleh Luhowskyj, erster“' }).click()
  await saved(page)
  assert.deepEqual(await partsOf(id), ['cue: bezifferte'])
  assert.equal(await page.evaluate(() => document.activeElement?.closest('[data-card]') !== null), true)
  await retractOpen(page)
})

test('where nothing is proposed the first part is what is announced', async () => {
  const { page } = await openAda()
  await mark(page, 'Das Telefonat', '2')
  assert.match(await announced(page), /^Wiedergabe markiert.*Als Nächstes Quelle: Worte wählen, dann Q\.$/)
  await retractOpen(page)
})

test('a role key without a selection says how it goes, and stores nothing', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'strategischer Ziele', '2')
  await page.keyboard.press('c')
  assert.equal(await announced(page), 'Worte wählen, dann C')
  assert.deepEqual(await partsOf(id), [])
  await openCard(page).locator('textarea').fill('cqi')
  assert.deepEqual(await partsOf(id), [])
  await retractOpen(page)
})

test('without the mouse the word in the frame becomes a part', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Moskau nahm den Ball', '2')
  await page.keyboard.press('Home')
  await page.keyboard.press('q')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await saved(page)
  assert.deepEqual(await partsOf(id), ['source: Moskau', 'cue: nahm'])
  await retractOpen(page)
})

test('another tag that knows no roles loses the parts', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Peking helfe aktiv', '2')
  await give(page, 'Peking', 'q')
  await page.keyboard.press('3')
  await saved(page)
  assert.deepEqual(await partsOf(id), [])
  assert.equal(await openCard(page).locator('.part-row').count(), 0)
  await retractOpen(page)
})

test('nested attributions show their chain, and a mark shows its own content only', async () => {
  const { page } = await openDesk(browser, origin, { locale: 'en-GB' })
  const outer = await mark(
    page,
    'Wie die französische Zeitung Le Monde unter Berufung auf offizielle Quellen berichtet',
    '2',
  )
  await give(page, 'Le Monde', 'q')
  await mark(page, 'unter Berufung auf offizielle Quellen', '2')
  await give(page, 'offizielle Quellen', 'q')
  const line = openCard(page).locator('.card-source')
  assert.match(await line.innerText(), /Chain of 2 sources\s*Le Monde\s+offizielle Quellen/)
  assert.equal(await line.getByRole('img', { name: 'cites' }).count(), 1)
  const { from } = await placeOf(page, 'berichtet, haben sich')
  await page.mouse.click(from.x, from.y)
  await page.locator(`[data-card="${outer}"][data-open]`).waitFor()
  assert.match(await line.innerText(), /Le Monde\s+offizielle Quellen/)
  await retractOpen(page)
  await page.locator('mark').first().click()
  assert.equal(await line.innerText(), 'offizielle Quellen')
  await retractOpen(page)
})

test('a visitor reads the chain and the parts of the reference reading, and cannot change them', async () => {
  const { page, troubles } = await openPage(browser)
  await page.goto(origin)
  await page.click('[data-demo]')
  await page.click('[data-reference]')
  await page.locator('mark', { hasText: 'unter Berufung auf' }).last().click()
  assert.match(await openCard(page).locator('.card-source').innerText(), /Le Monde\s+offizielle Quellen/)
  assert.deepEqual(await rows(page, 'cue').allInnerTexts(), ['unter Berufung auf'])
  assert.equal(await openCard(page).locator('.card-parts button').count(), 0)
  assert.deepEqual(troubles, [])
})

test('the card is answered by keys alone', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Das Ergebnis', '3')
  await openCard(page).locator('input[name="hedged"]').first().focus()
  await page.keyboard.press('2')
  await page.keyboard.press('Tab')
  await page.keyboard.press('3')
  await openCard(page).locator('input[name="second-tag"]').first().waitFor({ state: 'attached' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Wer sagt das? 12')
  await page.keyboard.press('Tab')
  await openCard(page).getByText('schwieriger Fall').waitFor()
  await saved(page)
  const stored = (await annotationsIn(ada.data)).find((annotation) => annotation.id === id)
  assert.deepEqual(stored?.attributes, { hedged: false })
  assert.deepEqual([stored?.confidence, stored?.secondTag, stored?.note], ['low', 'reporting', 'Wer sagt das? 12'])
  await retractOpen(page)
})
