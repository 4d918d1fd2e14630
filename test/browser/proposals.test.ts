/** Proposals for the open attribution: shown grey with their reasons, stored only when somebody takes them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, openBrowser, openPage } from '../support/browser.ts'
import { annotationsIn, deskOpener, mark, openCard, retractOpen, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

const SENTENCE =
  'Das russische Verteidigungsministerium begrüßte, dass sich die „umfassende strategische Partnerschaft“'
const PARTS = [
  'source: Das russische Verteidigungsministerium',
  'cue: begrüßte',
  'content: dass sich die „umfassende strategische Partnerschaft“',
]

async function partsOf(id: string): Promise<string[]> {
  const annotation = (await annotationsIn(ada.data)).find((annotation) => annotation.id === id)
  const parts = (annotation?.parts ?? []) as { role: string; quote: string }[]
  return parts.map(({ role, quote }) => `${role}: ${quote}`)
}

const ghosts = (page: Page) => openCard(page).locator('.proposed')
const announced = (page: Page) => page.locator('[data-announce]').innerText()
/** What is painted as proposed in the text. */
const painted = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('proposed') ?? [])].map((range) => String(range)))

test('an attribution has its parts proposed, in the text and in the card, each with its reason; nothing is stored', async () => {
  const { page, troubles } = await openAda()
  const id = await mark(page, SENTENCE, '2')
  await ghosts(page).first().waitFor()
  const proposed = PARTS.map((part) => part.replace(/^\w+: /, ''))
  assert.deepEqual(await painted(page), proposed)
  assert.deepEqual(await ghosts(page).allInnerTexts(), proposed)
  assert.match(await openCard(page).innerText(), /Ein Verb des Sagens.*Der Nebensatz zum Verb/s)
  assert.match(await announced(page), /Vorgeschlagen: Quelle „Das russische.*Eingabe übernimmt\.$/)
  await page.keyboard.press('Escape')
  assert.deepEqual(await painted(page), [])
  assert.deepEqual(await partsOf(id), [])
  assert.equal(await page.locator('#article .part-source').count(), 0)
  await page.locator(`mark[data-annotations="${id}"]`).first().click()
  await ghosts(page).first().waitFor()
  await retractOpen(page)
  assert.deepEqual(troubles, [])
})

test('Enter takes all that is proposed as one act, which one undo takes back', async () => {
  const { page } = await openAda()
  const id = await mark(page, SENTENCE, '2')
  await page.keyboard.press('Enter')
  await saved(page)
  assert.deepEqual(await partsOf(id), PARTS)
  assert.match(await announced(page), /^Übernommen: Quelle „Das russische/)
  assert.equal(await ghosts(page).count(), 0)
  assert.deepEqual(await painted(page), [])
  await page.keyboard.press('Control+z')
  await ghosts(page).first().waitFor()
  await saved(page)
  assert.deepEqual(await partsOf(id), [])
  await retractOpen(page)
})

test('one is taken by a click, another dismissed; a role that has a part has no proposal', async () => {
  const { page } = await openAda()
  const id = await mark(page, SENTENCE, '2')
  await openCard(page).getByRole('button', { name: 'Vorschlag verwerfen: „begrüßte“' }).click()
  assert.equal(await ghosts(page).count(), 2)
  assert.equal((await painted(page)).length, 2)
  await openCard(page)
    .getByRole('button', { name: /^Als Quelle übernehmen/ })
    .click()
  await saved(page)
  assert.deepEqual(await partsOf(id), PARTS.slice(0, 1))
  await dragOver(page, 'strategische Partnerschaft')
  await page.keyboard.press('i')
  await saved(page)
  assert.equal(await ghosts(page).count(), 0)
  await page.locator('#article').focus()
  // Nothing is left to take: Enter leads into the card, as ever.
  await page.keyboard.press('Enter')
  await openCard(page).locator('input:focus').waitFor()
  assert.deepEqual(await partsOf(id), [
    'source: Das russische Verteidigungsministerium',
    'content: strategische Partnerschaft',
  ])
  await retractOpen(page)
})

test('framing has no parts, so nothing is proposed', async () => {
  const { page } = await openAda()
  await mark(page, SENTENCE, '3')
  assert.deepEqual(await painted(page), [])
  assert.equal(await ghosts(page).count(), 0)
  await retractOpen(page)
})

test('in a reading that is not one’s own nothing is proposed', async () => {
  const { page } = await openPage(browser)
  await page.goto(origin)
  await page.click('[data-demo]')
  await page.click('[data-reference]')
  // The headline's quotation has a content but no source.
  await page.locator('mark[data-tags="attribution"]').first().click()
  await openCard(page).waitFor()
  assert.equal(await ghosts(page).count(), 0)
  assert.deepEqual(await painted(page), [])
})
