/** A codebook of one's own: changed by forms, seen at the desk, and changed while somebody marks. */
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { dragOver, openBrowser, openPage } from '../support/browser.ts'
import {
  annotationsIn,
  mark,
  openCard,
  openDesk,
  type ServerWithAda,
  saved,
  signIn,
  startWithAda,
} from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
let browser: Browser
before(async () => {
  browser = await openBrowser(cleanup)
})

const CODEBOOK = '/studies/erster-artikel/codebook'

/** Publishes what stands in the draft, and moves the demonstration to it. */
async function publishAndMove(page: Page, { server }: ServerWithAda): Promise<void> {
  await page.goto(`${server.origin}${CODEBOOK}/draft`)
  await page.click('[data-publish]')
  await page.goto(`${server.origin}${CODEBOOK}`)
  await page.getByRole('link', { name: /„Demonstration“ auf eine andere/ }).click()
  await page.click('[data-move]')
}

/** Begins a draft and adds a tag to it, in yellow and with the key 4. */
async function addIrony(page: Page, { server }: ServerWithAda): Promise<void> {
  await page.goto(`${server.origin}${CODEBOOK}`)
  await page.click('main form button')
  await page.fill('#name', 'Ironie')
  await page.click('text=Tag hinzufügen')
  await page.fill('[name=colour]', '#ffee00')
  await page.fill('[name=key]', '4')
  await page.check('[name=line][value=dashed]')
  await page.click('[data-save]')
}

const styleOf = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)

test('a tag with a colour of its own shows it wherever it is named, on light and on dark pages', async (t) => {
  const ada = await startWithAda(t)
  const { page, troubles } = await openDesk(browser, ada.server.origin)
  const desk = page.url()
  await addIrony(page, ada)
  assert.match(await page.locator('.warning').first().innerText(), /nur 1,2 : 1/)
  await publishAndMove(page, ada)
  await page.goto(desk)
  const id = await mark(page, 'eindrücklich', '4')
  const drawn = 'rgb(158, 148, 0)'
  assert.equal(await styleOf(page, `#article mark[data-annotations="${id}"]`, 'text-decoration-color'), drawn)
  assert.equal(await styleOf(page, `#article mark[data-annotations="${id}"]`, 'text-decoration-style'), 'dashed')
  assert.equal(await styleOf(page, '.overview path.hue-ffee00', 'stroke'), drawn)
  await dragOver(page, 'Moskau')
  assert.equal(await styleOf(page, '.tag-bar .hue-ffee00', 'text-decoration-color'), 'rgb(255, 238, 0)')
  await page.keyboard.press('Escape')
  await page.goto(`${desk}?theme=dark`)
  assert.equal(
    await styleOf(page, `#article mark[data-annotations="${id}"]`, 'text-decoration-color'),
    'rgb(255, 238, 0)',
  )
  await page.goto(`${desk}/profile`)
  assert.equal(await styleOf(page, '.chart .stroke.hue-ffee00', 'stroke'), 'rgb(255, 238, 0)')
  assert.deepEqual(troubles, [])
})

test('a tag retired while somebody marks with it: they are told, lose nothing, and save the mark under another tag', async (t) => {
  const ada = await startWithAda(t)
  const { page } = await openDesk(browser, ada.server.origin)
  const desk = page.url()
  await addIrony(page, ada)
  await publishAndMove(page, ada)
  await page.goto(desk)
  await mark(page, 'eindrücklich', '4')
  const manager = await page.context().newPage()
  await manager.goto(`${ada.server.origin}${CODEBOOK}`)
  await manager.click('main form button')
  await manager.getByRole('link', { name: 'Ironie' }).click()
  await manager.check('[name=retired]')
  await manager.click('[data-save]')
  await publishAndMove(manager, ada)
  await dragOver(page, 'Moskau')
  await page.keyboard.press('4')
  const aside = page.locator('[data-aside]')
  await aside.waitFor()
  assert.match(await aside.innerText(), /stillgelegt[\s\S]*Moskau/)
  assert.equal(await page.locator('[data-save-state]').getAttribute('data-save-state'), 'failed')
  await page.reload()
  await aside.waitFor()
  assert.equal(await page.getByRole('button', { name: /„Ironie“ speichern/ }).count(), 0)
  await page.getByRole('button', { name: 'Als „Redaktionelles Framing“ speichern' }).click()
  await saved(page)
  const stood = await annotationsIn(ada.data)
  assert.deepEqual(stood.map(({ quote, tag }) => [quote, tag]).sort(), [
    ['Moskau', 'framing'],
    ['eindrücklich', 'ironie'],
  ])
  // The mark that stands keeps its retired tag, and its card still says so.
  await page.locator('#article mark[data-tags="ironie"]').click()
  assert.match(await openCard(page).innerText(), /Ironie/)
})

test('two people edit a tag in two browsers: the second is told, sees both states, loses nothing, and chooses', async (t) => {
  const { server } = await startWithAda(t)
  const address = `${server.origin}${CODEBOOK}/draft/tags/framing`
  const [one, two] = [await openPage(browser), await openPage(browser)]
  for (const { page } of [one, two]) await signIn(page, server.origin)
  await one.page.goto(`${server.origin}${CODEBOOK}`)
  await one.page.click('main form button')
  for (const { page } of [one, two]) await page.goto(address)
  await one.page.fill('[name="label.de"]', 'Deutung')
  await one.page.click('[data-save]')
  await two.page.fill('[name="definition.de"]', 'Von der zweiten Person.')
  await two.page.click('[data-save]')
  const conflict = two.page.locator('[data-codebook-conflict]')
  assert.match(await conflict.innerText(), /Deutung[\s\S]*Von der zweiten Person/)
  assert.equal(await two.page.locator('[name="definition.de"]').inputValue(), 'Von der zweiten Person.')
  await two.page.reload()
  await one.page.reload()
  assert.equal(await one.page.locator('[name="label.de"]').inputValue(), 'Deutung', 'nothing was overwritten')
})
