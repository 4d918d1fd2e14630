/** Everything can be undone and done again: by key and button, after a reload, from the next article. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { markedWords, openBrowser } from '../support/browser.ts'
import { annotationsIn, deskOpener, mark, openCard, openDesk, saved, startWithAda } from '../support/desk.ts'
import { closed, firstArticle, id, takenApart } from '../support/lesart-file.ts'
import { lesart, startServer } from '../support/program.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)
const WORDS = 'Moskau nahm den Ball dankbar auf'

const said = (page: Page) => page.locator('[data-announce]').textContent()
const stored = async (data = ada.data) => annotationsIn(data)

/** Presses a key that undoes or does again, and waits until it is said and saved. */
async function press(page: Page, key: string, words: RegExp): Promise<void> {
  await page.keyboard.press(key)
  await page.locator('[data-announce]').filter({ hasText: words }).waitFor({ state: 'attached' })
  await saved(page)
}

test('each act is taken back and brought back in turn, and the page says which', async () => {
  const { page, troubles } = await openAda()
  const annotation = await mark(page, WORDS, '3')
  await openCard(page).getByText('Metapher', { exact: true }).click()
  await saved(page)
  await openCard(page).locator('label:has(input[name="tag"][value="reporting"])').click()
  await saved(page)
  await openCard(page).locator('[data-retract]').click()
  await saved(page)

  await press(page, 'Control+z', /^Rückgängig: Markierung zurückgenommen, „Moskau nahm/)
  assert.equal(await markedWords(page, `[data-annotations="${annotation}"][data-tags="reporting"]`), WORDS)
  await press(page, 'Control+z', /^Rückgängig: Art geändert zu Bericht/)
  assert.deepEqual((await stored())[0]?.attributes, { device: ['metaphor'] }, 'the answer that the other tag dropped')
  await press(page, 'Control+z', /^Rückgängig: Antwort geändert/)
  await page.locator('[data-undo]').click()
  await page.locator(`mark[data-annotations="${annotation}"]`).waitFor({ state: 'detached' })
  await saved(page)
  assert.deepEqual(await stored(), [])
  assert.equal(await page.locator('[data-undo]').isDisabled(), true)
  await press(page, 'Control+z', /^Es gibt nichts rückgängig zu machen/)

  await press(page, 'Control+Shift+z', /^Wiederholt: Redaktionelles Framing markiert/)
  await press(page, 'Control+y', /^Wiederholt: Antwort geändert/)
  assert.deepEqual((await stored())[0]?.attributes, { device: ['metaphor'] })
  await press(page, 'Control+Shift+z', /^Wiederholt: Art geändert/)
  await press(page, 'Control+Shift+z', /^Wiederholt: Markierung zurückgenommen/)
  assert.deepEqual(await stored(), [])
  assert.equal(await page.locator('[data-redo]').isDisabled(), true)
  assert.deepEqual(troubles, [])
})

test('what was done before a reload can be undone after it, and a new act ends what could be done again', async () => {
  const { page } = await openAda()
  await mark(page, WORDS, '3')
  await page.reload()
  await page.locator('[data-undo]:enabled').waitFor()
  await press(page, 'Control+z', /^Rückgängig: Redaktionelles Framing markiert/)
  await page.reload()
  await page.locator('[data-redo]:enabled').waitFor()
  await press(page, 'Control+Shift+z', /^Wiederholt/)
  assert.equal((await stored()).length, 1)
  await press(page, 'Control+z', /^Rückgängig/)
  await mark(page, 'Das Telefonat', '1')
  assert.equal(await page.locator('[data-redo]').isDisabled(), true)
  await press(page, 'Control+z', /^Rückgängig/)
})

test('keys do nothing where somebody types, and many in a row are all carried out', async () => {
  const { page } = await openAda()
  const first = await mark(page, WORDS, '3')
  await openCard(page).locator('textarea').fill('eine Notiz')
  await page.keyboard.press('Control+z')
  assert.equal(await page.locator(`mark[data-annotations="${first}"]`).count(), 1, 'the field undid its own')
  await page.locator('#article').focus()
  await mark(page, 'Das Telefonat', '1')
  await mark(page, 'strategische Partnerschaft', '2')
  await page.locator('#article').focus()
  for (let n = 0; n < 5; n++) await page.keyboard.press('Control+z')
  await page.locator('[data-undo]:disabled').waitFor()
  await saved(page)
  assert.deepEqual(await stored(), [])
})

test('what was changed elsewhere meanwhile is not taken back, and the page says so', async () => {
  const { page } = await openAda()
  const annotation = await mark(page, WORDS, '3')
  const { page: other } = await openDesk(browser, origin)
  await other
    .locator(`mark[data-annotations="${annotation}"]`)
    .first()
    .click({ position: { x: 5, y: 8 } })
  await openCard(other).getByText('Etikett', { exact: true }).click()
  await saved(other)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await openCard(page).locator('input[value="labelling"]:checked').waitFor({ state: 'attached' })
  await press(page, 'Control+z', /^Nicht mehr rückgängig zu machen/)
  assert.deepEqual((await stored())[0]?.attributes, { device: ['labelling'] })
  assert.match((await said(page)) ?? '', /Framing markiert/)
})

test('in the next article the last act of the one before can be undone and done again', async (t) => {
  const two = takenApart(firstArticle)
  const [article] = two.articles
  two.articles.push({ ...article!, id: id(7), title: 'Der zweite Artikel', annotationSets: [] })
  const { server, data } = await startWithAda(t)
  await server.stop()
  await lesart(['import', '--data', data, '-'], closed(two))
  const again = await startServer(t, data)
  const { page } = await openDesk(browser, again.origin)
  await mark(page, WORDS, '3')
  await page.goto(page.url().replace(article!.id, id(7)))
  await page.locator('[data-undo]:enabled').waitFor()
  await press(page, 'Control+z', /^Rückgängig: Redaktionelles Framing markiert.*\(in „Schulterschluss/)
  assert.deepEqual(await stored(data), [])
  await press(page, 'Control+Shift+z', /^Wiederholt: .*\(in „Schulterschluss/)
  assert.equal((await stored(data)).length, 1)
  assert.equal(await page.locator('#article mark').count(), 0, 'nothing of it shows here')
})
