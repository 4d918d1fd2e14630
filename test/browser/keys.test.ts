/** Hands on the keyboard: walking, selecting, marking, answering, without the mouse. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, markedWords, openBrowser, placeOf, press } from '../support/browser.ts'
import { deskOpener, openCard, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server
const openAda = deskOpener(browser, origin)

/** Leads the cursor to words: a click moves it, and the next key shows its frame. */
async function cursorAt(page: Page, words: string): Promise<void> {
  const { from } = await placeOf(page, words)
  await page.mouse.click(from.x, from.y)
}

const said = (page: Page) => page.locator('[data-announce]').textContent()
const selected = (page: Page) => page.evaluate(() => String(getSelection()))
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName)

/** The words under the frame, found by where it lies on the screen. */
async function framed(page: Page): Promise<string> {
  return page.evaluate(() => {
    const box = document.querySelector('.word-frame div')?.getBoundingClientRect()
    if (!box) return ''
    const walker = document.createTreeWalker(document.querySelector('#article')!, NodeFilter.SHOW_TEXT)
    let words = ''
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
      for (let i = 0; i < node.length; i++) {
        const range = document.createRange()
        range.setStart(node, i)
        range.setEnd(node, i + 1)
        const { left, right, top, bottom } = range.getBoundingClientRect()
        const [x, y] = [(left + right) / 2, (top + bottom) / 2]
        if (box.left + 5 < x && x < box.right - 5 && box.top < y && y < box.bottom) words += node.data[i]
      }
    return words
  })
}

test('the text is one tab stop; the cursor begins where reading is and remembers its place', async () => {
  const { page, troubles } = await openAda()
  while ((await focused(page)) !== 'article') await press(page, 'Tab')
  assert.equal(await framed(page), 'Schulterschluss')
  await press(page, 'ArrowRight', 'ArrowRight')
  assert.equal(await framed(page), 'moderne')
  assert.equal(await said(page), 'moderne')
  await press(page, 'Tab')
  assert.notEqual(await focused(page), 'article')
  assert.equal(await framed(page), '')
  await press(page, 'Shift+Tab')
  assert.equal(await framed(page), 'moderne')
  assert.deepEqual(troubles, [])
})

test('on a page scrolled down, the cursor begins with the first word that can be seen', async () => {
  const { page } = await openAda()
  await placeOf(page, 'Besonders hellhörig')
  await page.locator('#article').focus()
  const top = await page.locator('.word-frame div').evaluate((box) => box.getBoundingClientRect().top)
  assert.ok(top > 56 && top < 200, `the frame stands at ${top}`)
})

const WALKS: Record<string, { from: string; keys: string[]; to: string }> = {
  right: { from: 'nahm den Ball', keys: ['ArrowRight'], to: 'den' },
  left: { from: 'nahm den Ball', keys: ['ArrowLeft'], to: 'Moskau' },
  'over a comma and quotation marks': { from: 'gemeinsam ihre', keys: ['ArrowLeft'], to: 'müssten' },
  'Ctrl+Home': { from: 'nahm den Ball', keys: ['Control+Home'], to: 'Schulterschluss' },
  'by characters into the word': { from: 'nahm den Ball', keys: ['Alt+ArrowRight'], to: 'n' },
  'by characters on': { from: 'nahm den Ball', keys: ['Alt+ArrowRight', 'Alt+ArrowRight'], to: 'a' },
  'by characters from the end of the word': { from: 'nahm den Ball', keys: ['Alt+ArrowLeft'], to: 'm' },
  'from a character to the next word': { from: 'nahm den Ball', keys: ['Alt+ArrowRight', 'ArrowRight'], to: 'den' },
  'down and up again': { from: 'nahm den Ball', keys: ['ArrowDown', 'ArrowUp'], to: 'nahm' },
  'over what cannot be marked': { from: 'das Gegenteil', keys: ['ArrowRight', 'ArrowRight'], to: 'In' },
}

for (const [name, { from, keys, to }] of Object.entries(WALKS))
  test(`walking: ${name}`, async () => {
    const { page } = await openAda()
    await cursorAt(page, from)
    await press(page, ...keys)
    assert.equal(await framed(page), to)
  })

test('up and down go by lines and keep the column, Home and End lead to the edges of the line', async () => {
  const { page } = await openAda()
  await cursorAt(page, 'Die Rhetorik aus Peking')
  const box = async () => (await page.locator('.word-frame div').first().boundingBox())!
  await press(page, 'End')
  const end = await box()
  await press(page, 'Home')
  const start = await box()
  assert.equal(start.y, end.y)
  assert.equal(await framed(page), 'Die')
  assert.ok(end.x - start.x > 300)
  await press(page, 'End', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp')
  assert.deepEqual(await box(), end)
})

const SELECTIONS: Record<string, { from: string; keys: string[]; words: string }> = {
  'Space takes the word': { from: 'nahm den Ball', keys: ['Space'], words: 'nahm' },
  'Shift takes words along': {
    from: 'nahm den Ball',
    keys: ['Shift+ArrowRight', 'Shift+ArrowRight'],
    words: 'nahm den Ball',
  },
  'Shift backwards': { from: 'den Ball', keys: ['Shift+ArrowLeft'], words: 'nahm den' },
  'Shift there and back': {
    from: 'den Ball',
    keys: ['Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft'],
    words: 'nahm den',
  },
  'Alt gives one character back': { from: 'nahm den', keys: ['Space', 'Alt+Shift+ArrowLeft'], words: 'nah' },
  'Alt takes one character more': { from: 'Ball dankbar', keys: ['Space', 'Alt+Shift+ArrowRight'], words: 'Ball d' },
  'a part of a word': {
    from: 'hellhörig',
    keys: ['Alt+ArrowLeft', ...Array(4).fill('Alt+Shift+ArrowLeft')],
    words: 'hörig',
  },
  'S takes the sentence': {
    from: 'hellhörig',
    keys: ['s'],
    words: 'Besonders hellhörig dürfte man im Westen bei der Begründung werden.',
  },
  'A takes the quotation': {
    from: 'ihre Fähigkeit',
    keys: ['a'],
    words: '„gemeinsam ihre Fähigkeit stärken, auf verschiedene Risiken und Herausforderungen zu reagieren“',
  },
  'walking on lets go': { from: 'nahm den Ball', keys: ['Shift+ArrowRight', 'ArrowRight'], words: '' },
}

for (const [name, { from, keys, words }] of Object.entries(SELECTIONS))
  test(`selecting: ${name}`, async () => {
    const { page } = await openAda()
    await cursorAt(page, from)
    await press(page, ...keys)
    assert.equal(await selected(page), words)
  })

test('S once more takes the next sentence too, also over the end of a paragraph', async () => {
  const { page } = await openAda()
  await cursorAt(page, 'hellhörig')
  await press(page, 's', 's')
  assert.match(await selected(page), /^Besonders hellhörig .* werden\. Beide Länder .*\.$/)
})

test('letters and digits do nothing outside the text, and are text where somebody types', async () => {
  const { page } = await openAda()
  await page.locator('.top a.brand').focus()
  await press(page, '1', 's', 'n')
  assert.equal(await selected(page), '')
  assert.equal(await page.locator('#article mark').count(), 0)
})

test('a paragraph is annotated by keys only: tag, answer, note, next, retract', async () => {
  const { page, troubles } = await openAda()
  while ((await focused(page)) !== 'article') await press(page, 'Tab')
  // Down to the paragraph, one word, then a sentence.
  for (let line = 0; line < 40 && (await framed(page)) !== 'Besonders'; line++) await press(page, 'ArrowDown', 'Home')
  await press(page, 'ArrowRight', '3')
  await saved(page)
  assert.equal(await markedWords(page, '[data-tags="framing"]'), 'hellhörig')
  assert.match((await said(page)) ?? '', /markiert: „hellhörig“/)
  await press(page, 'ArrowRight', 's', '1')
  await saved(page)
  assert.equal(await page.locator('#article mark[data-tags="reporting"]').count(), 1)
  assert.equal(await focused(page), 'article')

  // Back to the word, into its card, an answer and a note, and back to the text.
  await press(page, 'n')
  assert.match((await said(page)) ?? '', /^Redaktionelles Framing, 2 von 2: „hellhörig“$/)
  await press(page, 'Enter')
  await openCard(page).locator('input:focus').waitFor()
  await press(page, 'Space')
  await saved(page)
  while ((await focused(page)) !== 'textarea') await press(page, 'Tab')
  await page.keyboard.type('12 s?')
  await press(page, 'Escape')
  await saved(page)
  assert.equal(await focused(page), 'article')
  assert.equal(await framed(page), 'hellhörig')
  await page.reload()
  await page.locator('#article').focus()
  await press(page, 'Control+Home', 'n', 'n')
  const framing = page.locator('.card.framing[data-open]')
  assert.equal(await framing.locator('textarea').inputValue(), '12 s?')
  assert.equal(await framing.locator('input[name=device]:checked').count(), 1)

  await press(page, 'Delete')
  await saved(page)
  assert.equal(await page.locator('#article mark[data-tags="framing"]').count(), 0)
  await press(page, 'p', 'Delete')
  await saved(page)
  assert.equal(await page.locator('#article mark').count(), 0)
  assert.equal(await focused(page), 'article')
  assert.deepEqual(troubles, [])
})

test('keys go by what they write: capital letters and other layouts are the same keys', async () => {
  const { page } = await openAda()
  await cursorAt(page, 'hellhörig')
  await page.keyboard.press('CapsLock')
  await page.evaluate(() => {
    const event = { key: 'S', code: 'KeyÜ', bubbles: true, cancelable: true }
    document.querySelector('#article')!.dispatchEvent(new KeyboardEvent('keydown', event))
  })
  assert.match(await selected(page), /^Besonders hellhörig/)
})

test('from right to left the left arrow leads on', async () => {
  const { page } = await openAda()
  await page.evaluate(() => {
    for (const block of document.querySelectorAll('#article [data-start]')) block.setAttribute('dir', 'rtl')
  })
  await cursorAt(page, 'nahm den Ball')
  await press(page, 'ArrowLeft')
  assert.equal(await framed(page), 'den')
  await press(page, 'ArrowRight')
  assert.equal(await framed(page), 'nahm')
})

const dialog = (page: Page) => page.locator('dialog[aria-labelledby="keys-title"]')
const keyFor = (page: Page, command: string) => dialog(page).locator(`button[data-command="${command}"]`)

test('? and a button list all keys, Escape closes the list and leads back', async () => {
  const { page, troubles } = await openAda()
  await cursorAt(page, 'nahm den Ball')
  await press(page, '?')
  await dialog(page).waitFor()
  for (const words of ['Ein Wort nach links', 'Den Satz auswählen', 'Zurücknehmen', 'Wiedergabe'])
    assert.ok((await dialog(page).innerText()).includes(words), words)
  await press(page, 'Escape')
  assert.equal(await dialog(page).isVisible(), false)
  assert.equal(await focused(page), 'article')
  await page.locator('[data-keys]').click()
  await dialog(page).waitFor()
  await press(page, 'Escape')
  assert.equal(await page.evaluate(() => document.activeElement?.hasAttribute('data-keys')), true)
  assert.deepEqual(troubles, [])
})

test('a key can be changed, is remembered by this browser, and can be reset', async () => {
  const { page } = await openAda()
  await cursorAt(page, 'hellhörig')
  await press(page, '?')
  await keyFor(page, 'sentence').focus()
  await press(page, 'Enter', 'x')
  assert.match(await dialog(page).innerText(), /„Den Satz auswählen, dann den nächsten dazu“ liegt jetzt auf X\./)
  await press(page, 'Escape', 's')
  assert.equal(await selected(page), '')
  await press(page, 'x')
  assert.match(await selected(page), /^Besonders hellhörig/)
  await page.reload()
  await cursorAt(page, 'hellhörig')
  await press(page, 'x')
  assert.match(await selected(page), /^Besonders hellhörig/)
  await page.locator('[data-keys]').click()
  await dialog(page).getByText('Alle Tasten zurücksetzen').click()
  await press(page, 'Escape')
  await cursorAt(page, 'nahm den Ball')
  await press(page, 's')
  assert.match(await selected(page), /^Moskau nahm den Ball/)
})

const REFUSED: Record<string, { key: string; because: RegExp }> = {
  'of another command': { key: 'n', because: /N ist schon vergeben: „Zur nächsten Markierung“/ },
  'of a tag in the codebook': { key: '2', because: /2 ist schon vergeben: „Wiedergabe“/ },
  'with which words are taken along': { key: 'Shift+ArrowLeft', because: /schon vergeben: „Ein Wort nach links“/ },
}

for (const [name, { key, because }] of Object.entries(REFUSED))
  test(`a key is refused ${name}`, async () => {
    const { page } = await openAda()
    await page.locator('[data-keys]').click()
    await keyFor(page, 'sentence').click()
    await press(page, key)
    assert.match(await dialog(page).innerText(), because)
    await press(page, 'Escape')
    assert.equal(await keyFor(page, 'sentence').innerText(), 'S')
    assert.equal(await dialog(page).isVisible(), true)
  })

test('where the browser keeps nothing, changed keys live until the page goes', async () => {
  const { page, troubles } = await openAda()
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await page.reload()
  await page.locator('[data-keys]').click()
  await keyFor(page, 'sentence').click()
  await press(page, 'x', 'Escape')
  await cursorAt(page, 'hellhörig')
  await press(page, 'x')
  assert.match(await selected(page), /^Besonders hellhörig/)
  assert.deepEqual(troubles, [])
})

const banner = (page: Page) => page.locator('.staying')

test('staying with one tag, each selection is a mark at once, until Escape', async () => {
  const { page, troubles } = await openAda()
  await dragOver(page, 'dankbar auf')
  await page.locator('.tag-bar [data-stay]').click()
  assert.match(await banner(page).innerText(), /Die Art, die als nächste gewählt wird, bleibt/)
  await press(page, '3')
  assert.match(await banner(page).innerText(), /Redaktionelles Framing\s+für jede Auswahl/)
  await dragOver(page, 'Besonders hellhörig')
  assert.equal(await page.locator('.tag-bar').isVisible(), false)
  await cursorAt(page, 'Milliardenprojekte')
  await press(page, 'Space', 'ArrowRight')
  await page.keyboard.down('Shift')
  await press(page, 'ArrowRight', 'ArrowRight')
  await page.keyboard.up('Shift')
  await saved(page)
  const MADE = ['Besonders hellhörig', 'dankbar auf', 'Milliardenprojekte', 'Dass diese Partnerschaft']
  assert.deepEqual(await page.locator('#article mark[data-tags="framing"]').allTextContents(), MADE)
  await press(page, 'Escape')
  assert.equal(await banner(page).isVisible(), false)
  await dragOver(page, 'Peking helfe aktiv')
  assert.equal(await page.locator('.tag-bar').isVisible(), true)
  assert.equal(await page.locator('#article mark').count(), MADE.length)
  for (const _ of MADE) await press(page, 'Control+Home', 'n', 'Delete')
  await saved(page)
  assert.deepEqual(troubles, [])
})
