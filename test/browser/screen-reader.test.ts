/** What a screen reader is told, by Chromium's accessibility tree. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragAcross, dragOver, follow, openBrowser, openPage, placeOf, press } from '../support/browser.ts'
import { deskOpener, openCard, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

interface Spoken {
  readonly role: string
  readonly name: string
  readonly focusable: boolean
}

/** The nodes of the accessibility tree that are not passed over, in the order of reading. */
async function spoken(page: Page): Promise<Spoken[]> {
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const inOrder = (id: string): typeof nodes => {
    const node = byId.get(id)
    return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : []
  }
  return inOrder(nodes[0]!.nodeId)
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: String(node.role?.value),
      name: String(node.name?.value ?? ''),
      focusable: node.properties?.some(({ name, value }) => name === 'focusable' && value.value === true) ?? false,
    }))
}

/** What is read aloud of the text, piece by piece. */
async function read(page: Page): Promise<string> {
  const nodes = await spoken(page)
  return nodes
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name.trim())
    .join(' | ')
}

async function mark(page: Page, words: string, key: string): Promise<void> {
  await dragOver(page, words)
  await page.keyboard.press(key)
  await saved(page)
}

async function retractAll(page: Page): Promise<void> {
  await page.locator('#article').focus()
  while ((await page.locator('#article mark').count()) > 0) {
    await press(page, 'Control+Home', 'n', 'Delete')
    await saved(page)
  }
}

const said = (page: Page) => page.locator('[data-announce]').textContent()
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)

test('marks say where they begin and end, also where they are cut, drawn by the server and by the page alike', async () => {
  const { page } = await openAda()
  await mark(page, 'Moskau nahm den Ball', '2')
  await mark(page, 'den Ball dankbar auf', '3')
  const expected =
    /Beginn Wiedergabe \| Moskau nahm \| Beginn Redaktionelles Framing \| den Ball \| Ende Wiedergabe \| dankbar auf \| Ende Redaktionelles Framing/
  // Which of two crossing marks is cut does not matter: each begins once and ends once.
  const edges = (text: string) => text.match(/(?:Beginn|Ende) (?:Wiedergabe|Redaktionelles Framing)/g)?.sort()
  const drawn = await read(page)
  assert.equal(edges(drawn)?.length, 4)
  assert.equal(new Set(edges(drawn)).size, 4)
  await page.reload()
  assert.deepEqual(edges(await read(page)), edges(drawn))
  assert.match(await read(page), expected)
  const texts = await page.locator('#article [data-start]').allTextContents()
  assert.ok(texts.some((text) => text.startsWith('Moskau nahm den Ball dankbar auf.')))
  assert.ok(texts.every((text) => !text.includes('Beginn')))
  await retractAll(page)
})

test('a mark over two paragraphs begins in the first and ends in the second', async () => {
  const { page } = await openAda()
  await dragAcross(page, 'erklärte Dong Jun', 'Besonders hellhörig')
  await press(page, '1')
  await saved(page)
  assert.match(await read(page), /Beginn Bericht \| erklärte Dong Jun\. \| Besonders hellhörig \| Ende Bericht/)
  await retractAll(page)
})

test('walking says the word, the marks that begin and end with it, and what is selected', async () => {
  const { page } = await openAda()
  await mark(page, 'nahm den Ball', '3')
  const { from } = await placeOf(page, 'Moskau nahm')
  await page.mouse.click(from.x, from.y)
  const heard: (string | null)[] = []
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight']) {
    await press(page, key)
    heard.push(await said(page))
  }
  assert.deepEqual(heard, [
    'Beginn Redaktionelles Framing, nahm',
    'den',
    'Ball, Ende Redaktionelles Framing',
    'dankbar',
    '„dankbar auf“ ausgewählt',
  ])
  await retractAll(page)
})

test('the list of marks leads to each mark, and opens at the mark from which one comes', async () => {
  const { page, troubles } = await openAda()
  await mark(page, 'Moskau nahm', '2')
  await mark(page, 'Satellitendaten versorge', '1')
  await page.locator('#article').focus()
  await press(page, 'Escape', 'Control+Home', 'l')
  await page.locator('.mark-list[open]').waitFor()
  const entry = () => page.evaluate(() => document.activeElement?.textContent)
  assert.match((await entry()) ?? '', /^Wiedergabe Moskau nahm$/)
  await press(page, 'ArrowDown', 'Enter')
  assert.equal(await focusedId(page), 'article')
  assert.equal(await said(page), 'Bericht, 2 von 2: „Satellitendaten versorge“')
  await openCard(page).waitFor()
  await press(page, 'l')
  assert.match((await entry()) ?? '', /^Bericht Satellitendaten versorge$/)
  await press(page, 'Escape')
  assert.equal(await focusedId(page), 'article')
  await page.locator('[data-list]').click()
  await page.locator('.mark-list').getByText('Moskau nahm').click()
  assert.equal(await said(page), 'Wiedergabe, 1 von 2: „Moskau nahm“')
  assert.deepEqual(troubles, [])
  await retractAll(page)
})

test('everything that can have the focus has a name, and Tab leads through all of it and out again', async () => {
  const { page } = await openAda()
  await mark(page, 'Moskau nahm', '2')
  const nameless = (await spoken(page)).filter(
    ({ role, name, focusable }) => focusable && name === '' && !['RootWebArea', 'generic', 'StaticText'].includes(role),
  )
  assert.deepEqual(nameless, [])
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const stops: string[] = []
  for (let n = 0; n < 120; n++) {
    await press(page, 'Tab')
    const at = await page.evaluate(() => {
      const { activeElement: here } = document
      const all = [...document.querySelectorAll('*')]
      return here === document.body || !here ? '' : String(all.indexOf(here))
    })
    if (at === stops[0] || at === '') break
    stops.push(at)
  }
  assert.ok(stops.length > 10 && stops.length < 120)
  assert.equal(new Set(stops).size, stops.length)
  await retractAll(page)
})

test('without scripts marks say where they begin and end too', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(origin)
  await page.click('[data-demo]')
  await follow(page.locator('[data-reference]'))
  assert.match(await read(page), /Beginn Redaktionelles Framing \| Schulterschluss \| Ende Redaktionelles Framing/)
})

test('what was done is said last, also where the focus comes back to the text', async () => {
  const { page } = await openAda()
  await mark(page, 'Moskau nahm', '3')
  await openCard(page).locator('[data-retract]').click()
  assert.equal(await said(page), 'Markierung zurückgenommen: „Moskau nahm“')
})
