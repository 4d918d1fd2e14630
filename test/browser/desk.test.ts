import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dragAcross, dragOver, follow, markedWords, openBrowser, openPage, placeOf } from '../support/browser.ts'
import { annotationsIn, deskOpener, mark, openCard, retractOpen, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

const annotationsOfAda = () => annotationsIn(ada.data)

test('a mark is answered in its card, and everything is there after a reload', async () => {
  const { page, troubles } = await openAda()
  const id = await mark(page, 'Moskau nahm den Ball dankbar auf', '3')
  const card = openCard(page)
  await card.getByText('Metapher', { exact: true }).click()
  await card.getByText('Gedankenlesen', { exact: true }).click()
  await card.getByText('nein', { exact: true }).click()
  await card.getByText('mittel', { exact: true }).click()
  await card.locator('label:has(input[name="second-tag"][value="reporting"])').click()
  await card.locator('textarea').fill('„dankbar“ ist 🙂 gelesen, nicht gesehen.')
  await page.keyboard.press('Tab')
  await saved(page)

  const [stored] = (await annotationsOfAda()).filter((annotation) => annotation.id === id)
  assert.deepEqual(stored?.attributes, { device: ['metaphor', 'mind-reading'], hedged: false })
  assert.equal(stored?.confidence, 'medium')
  assert.equal(stored?.secondTag, 'reporting')
  assert.equal(stored?.note, '„dankbar“ ist 🙂 gelesen, nicht gesehen.')

  await page.reload()
  await page.locator(`mark[data-annotations="${id}"]`).first().click()
  assert.equal(await openCard(page).locator('textarea').inputValue(), '„dankbar“ ist 🙂 gelesen, nicht gesehen.')
  assert.equal(await openCard(page).locator('input[value="metaphor"]').isChecked(), true)
  await retractOpen(page)
  assert.deepEqual(troubles, [])
})

test('an answer can be taken back by pressing it again', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Das Ergebnis', '3')
  await openCard(page).getByText('hoch', { exact: true }).click()
  await saved(page)
  assert.equal((await annotationsOfAda()).find((annotation) => annotation.id === id)?.confidence, 'high')
  await openCard(page).getByText('hoch', { exact: true }).click()
  await saved(page)
  assert.equal((await annotationsOfAda()).find((annotation) => annotation.id === id)?.confidence, undefined)
  await retractOpen(page)
})

test('a note is kept while it is typed, and an answer given right after it does not undo it', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Gemeinsam den', '3')
  const storedNote = async () => (await annotationsOfAda()).find((annotation) => annotation.id === id)?.note
  const note = openCard(page).locator('textarea')
  const sent = page.waitForResponse((response) => response.request().postData()?.includes('Wer sagt') ?? false)
  await note.pressSequentially('Wer sagt ')
  await sent
  await saved(page)
  assert.equal(await storedNote(), 'Wer sagt')
  await note.pressSequentially('das?')
  await openCard(page).getByText('niedrig', { exact: true }).click()
  await page.locator('input[name="second-tag"]').first().waitFor({ state: 'attached' })
  await saved(page)
  assert.equal(await storedNote(), 'Wer sagt das?')
  assert.equal(await openCard(page).locator('textarea').inputValue(), 'Wer sagt das?')
  await retractOpen(page)
})

test('a mark gets another tag by key or in its card, and loses the answers that the new tag does not know', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'Peking helfe aktiv', '3')
  await openCard(page).getByText('Andeutung', { exact: true }).click()
  await page.locator('#article').focus()
  await page.keyboard.press('2')
  await saved(page)
  assert.equal(await markedWords(page, `[data-annotations="${id}"][data-tags="attribution"]`), 'Peking helfe aktiv')
  await openCard(page).locator('label:has(input[name="tag"][value="reporting"])').click()
  await saved(page)
  const stored = (await annotationsOfAda()).find((annotation) => annotation.id === id)
  assert.equal(stored?.tag, 'reporting')
  assert.equal(stored?.attributes, undefined)
  await retractOpen(page)
})

test('Delete retracts the chosen mark, and it stays away after a reload', async () => {
  const { page } = await openAda()
  const id = await mark(page, 'strategische Partnerschaft', '1')
  await page.locator('#article').focus()
  await page.keyboard.press('Delete')
  await saved(page)
  assert.equal(await page.locator(`mark[data-annotations="${id}"]`).count(), 0)
  await page.reload()
  assert.equal(await page.locator(`mark[data-annotations="${id}"]`).count(), 0)
})

test('without the server the mark stays, the page says so, and trying again saves it once', async () => {
  const { page } = await openAda()
  await page.route('**/api/v1/actions/*', (route) => route.abort())
  await dragOver(page, 'Während der Westen versucht')
  await page.keyboard.press('1')
  await page.locator('[data-save-state="waiting"]').waitFor()
  assert.match(await page.locator('[data-save-state]').innerText(), /Nicht gespeichert: 1 wartet auf Verbindung/)
  assert.equal(await markedWords(page, '[data-tags="reporting"]'), 'Während der Westen versucht')
  await page.unroute('**/api/v1/actions/*')
  await page.locator('[data-save-state] button').click()
  await saved(page)
  const stored = (await annotationsOfAda()).filter((annotation) => annotation.quote === 'Während der Westen versucht')
  assert.equal(stored.length, 1)
  await retractOpen(page)
})

test('an answer that is lost on its way back leads to one annotation, not two', async () => {
  const { page } = await openAda()
  await page.route('**/api/v1/actions/*', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await dragOver(page, 'demonstriert Peking')
  await page.keyboard.press('3')
  await page.locator('[data-save-state="waiting"]').waitFor()
  await page.unroute('**/api/v1/actions/*')
  await page.locator('[data-save-state] button').click()
  await saved(page)
  assert.equal((await annotationsOfAda()).filter((annotation) => annotation.quote === 'demonstriert Peking').length, 1)
  await retractOpen(page)
})

test('a click on an overlap takes the shortest mark, the next click the next outer one', async () => {
  const { page } = await openAda()
  const outer = await mark(page, 'China ist bereit, mit Russland zusammenzuarbeiten', '2')
  const inner = await mark(page, 'mit Russland', '3')
  await page.keyboard.press('Escape')
  const { from } = await placeOf(page, 'Russland zusammenzuarbeiten')
  await page.mouse.click(from.x, from.y)
  await page.locator(`[data-card="${inner}"][data-open]`).waitFor()
  await page.mouse.click(from.x, from.y)
  await page.locator(`[data-card="${outer}"][data-open]`).waitFor()
  await retractOpen(page)
  const again = await placeOf(page, 'Russland zusammenzuarbeiten')
  await page.mouse.click(again.from.x, again.from.y)
  await page.locator(`[data-card="${inner}"][data-open]`).waitFor()
  await retractOpen(page)
})

test('where two marks cross, a click takes the shorter one, whichever is drawn inside the other', async () => {
  const { page } = await openAda()
  const longer = await mark(page, 'mit Russland zusammenzuarbeiten', '2')
  const shorter = await mark(page, 'bereit, mit', '3')
  await page.keyboard.press('Escape')
  for (const id of [shorter, longer]) {
    const { from } = await placeOf(page, 'mit Russland')
    await page.mouse.click(from.x, from.y)
    await page.locator(`[data-card="${id}"][data-open]`).waitFor()
  }
  await retractOpen(page)
  const { from } = await placeOf(page, 'mit Russland')
  await page.mouse.click(from.x, from.y)
  await page.locator(`[data-card="${shorter}"][data-open]`).waitFor()
  await retractOpen(page)
})

test('dragging snaps to words before the button is released, Alt does not, double and triple clicks take word and sentence', async () => {
  const { page } = await openAda()
  const selected = () => page.evaluate(() => String(getSelection()))
  const word = await placeOf(page, 'hellhörig')
  await page.mouse.move(word.from.x + 14, word.from.y)
  await page.mouse.down()
  await page.mouse.move(word.to.x - 14, word.to.y, { steps: 3 })
  assert.equal(await selected(), 'hellhörig')
  await page.keyboard.down('Alt')
  await page.mouse.move(word.to.x - 15, word.to.y, { steps: 2 })
  const part = await selected()
  assert.ok('hellhörig'.includes(part) && part.length > 2 && part !== 'hellhörig', part)
  await page.keyboard.up('Alt')
  await page.mouse.up()
  await page.mouse.dblclick(word.from.x + 14, word.from.y)
  assert.equal(await selected(), 'hellhörig')
  await page.mouse.click(word.from.x + 14, word.from.y, { clickCount: 3 })
  assert.equal(await selected(), 'Besonders hellhörig dürfte man im Westen bei der Begründung werden.')
})

test('a selection by other means than the mouse can be tagged too', async () => {
  const { page } = await openAda()
  await page.evaluate(() => {
    const block = [...document.querySelectorAll('[data-start]')].find((block) =>
      block.textContent.startsWith('Moskau nahm'),
    )!
    getSelection()!.setBaseAndExtent(block.firstChild!, 0, block.firstChild!, 'Moskau nahm '.length)
  })
  await page.locator('.tag-bar [data-tag="reporting"]').click()
  await saved(page)
  assert.equal(await markedWords(page, '[data-tags="reporting"]'), 'Moskau nahm')
  await retractOpen(page)
})

test('a mark over several paragraphs is one annotation, shown in each of them', async () => {
  const { page } = await openAda()
  await dragAcross(page, 'erklärte Dong Jun', 'Besonders hellhörig')
  await page.keyboard.press('1')
  await saved(page)
  const id = await openCard(page).getAttribute('data-card')
  const stored = (await annotationsOfAda()).find((annotation) => annotation.id === id)
  assert.equal(stored?.quote, 'erklärte Dong Jun.\n\nBesonders hellhörig')
  assert.equal(await page.locator(`mark[data-annotations="${id}"]`).count(), 2)
  await retractOpen(page)
})

test('a visitor reads the demonstration and the reference reading, and cannot mark', async () => {
  const { page, troubles } = await openPage(browser)
  await page.goto(origin)
  await page.click('[data-demo]')
  assert.equal(await page.locator('[data-save-state]').count(), 0)
  await dragOver(page, 'Moskau nahm den Ball')
  await page.keyboard.press('3')
  assert.equal(await page.locator('mark').count(), 0)
  await page.click('[data-reference]')
  assert.match(await page.locator('main').innerText(), /eine Lesart unter mehreren/)
  await page.locator('mark').first().click()
  assert.match(await openCard(page).innerText(), /Militärische Metapher/)
  assert.deepEqual(troubles, [])
})

test('a visitor tries it without an account: marks, undoes, comes back, and deletes all of it', async () => {
  const { page, troubles } = await openPage(browser)
  await page.goto(origin)
  await page.click('[data-demo]')
  await page.click('.trial-offer button')
  await mark(page, 'Moskau nahm den Ball', '3')
  await page.keyboard.press('Control+z')
  await saved(page)
  assert.equal(await page.locator('#article mark').count(), 0)
  await mark(page, 'Moskau nahm den Ball', '1')
  await page.reload()
  assert.equal(await page.locator('#article mark').count(), 1)
  await page.check('#trial [name=sure]')
  await page.click('#trial button')
  await page.waitForURL(`${origin}/`)
  await page.click('[data-demo]')
  await page.locator('.trial-offer').waitFor()
  assert.equal(await page.locator('#article mark').count(), 0)
  assert.deepEqual(troubles, [])
})

test('in the reference reading the text under the marks of every annotation is its quote', async () => {
  const { page } = await openPage(browser)
  await page.goto(origin)
  await page.click('[data-demo]')
  await follow(page.locator('[data-reference]'))
  const differing = await page.evaluate(() => {
    const data = JSON.parse(document.querySelector('#desk-data')!.textContent)
    const coded = data.article.blocks.filter(
      ({ kind }: { kind: string }) => !['byline', 'credit', 'repeat'].includes(kind),
    )
    const body = [...data.article.body]
    const annotations = JSON.parse(document.querySelector('#desk-annotations')!.textContent)
    return annotations.filter(([id, start, end]: [id: string, start: number, end: number]) => {
      const shown = [...document.querySelectorAll(`mark[data-annotations="${id}"]`)]
        .map((mark) => mark.textContent)
        .join('')
      const expected = coded
        .map((block: { start: number; end: number }) =>
          body.slice(Math.max(start, block.start), Math.min(end, block.end)).join(''),
        )
        .join('')
      return shown !== expected
    })
  })
  assert.deepEqual(differing, [])
  assert.equal(
    await page
      .locator('.shares')
      .innerText()
      .then((text) => /63,0/.test(text) && /31,2/.test(text)),
    true,
  )
})

test('where the page was rewritten, by a translation say, marking is off and the page says why', async () => {
  const { page } = await openPage(browser)
  await page.route('**/rounds/**', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace('>Während der', '>While the') })
  })
  await page.goto(origin)
  await page.click('[data-demo]')
  await page.getByText('Der Text auf dieser Seite weicht vom Artikel ab').waitFor()
})

test('without scripts the article and its marks can be read', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(origin)
  await page.click('[data-demo]')
  await follow(page.locator('[data-reference]'))
  assert.equal((await page.locator('mark').count()) >= 31, true)
})
