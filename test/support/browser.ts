/** Real Chromium, and the hands of a person in it. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { findChromium } from './chromium-path.ts'
import type { Cleanup } from './whole-file.ts'

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launchOptions(args: readonly string[] = []) {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('there is no Chromium')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath, args: [...QUIET, ...asRoot, ...args] }
}

export async function openBrowser(t: Cleanup, args: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch(launchOptions(args))
  t.after(() => browser.close())
  return browser
}

/** A page in a browser of its own, and what went wrong in it: scripts that throw, requests that fail, what the console says. */
export async function openPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; troubles: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'de-DE', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  return { page, troubles }
}

/** Clicks what leads to another page, and waits until that one is there whole: it comes in pieces. */
export async function follow(link: Locator): Promise<void> {
  await link.click()
  await link.page().waitForLoadState('load')
}

/** Lets a page's browser forget what it keeps of these origins: half the price of a new one. Its cookies stay. */
export async function forgetKept(page: Page, origins: readonly string[]): Promise<void> {
  await page.unrouteAll()
  // A script that still runs would keep it anew.
  await page.goto('about:blank')
  const session = await page.context().newCDPSession(page)
  for (const origin of origins)
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb,local_storage' })
  await session.detach()
}

/** Where words stand on the screen: the middle of their first and of their last letter. */
export async function placeOf(page: Page, words: string, { scroll = true } = {}) {
  return page.evaluate(
    ([words, scroll]) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('#article [data-start]')]
      const block = blocks.find((block) => block.textContent.includes(words))
      if (!block) throw new Error(`the article does not say: ${words}`)
      if (scroll) block.scrollIntoView({ block: 'center' })
      const letter = (offset: number) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        let left = offset
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (left < node.length) {
            const range = document.createRange()
            range.setStart(node, left)
            range.setEnd(node, left + 1)
            const { left: x, top, width, height } = range.getBoundingClientRect()
            return { x: x + width / 2, y: top + height / 2 }
          }
          left -= node.length
        }
        throw new Error('outside the block')
      }
      const start = block.textContent.indexOf(words)
      return { from: letter(start), to: letter(start + words.length - 1) }
    },
    [words, scroll] as const,
  )
}

/** Drags over words with the mouse, from the first letter to the last. */
export async function dragOver(page: Page, words: string): Promise<void> {
  // The scripts have run by then, and late fonts move no words under the pointer.
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  const { from, to } = await placeOf(page, words)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Drags from the first letter of some words to the last of others further down, which the screen shows too. */
export async function dragAcross(page: Page, first: string, last: string): Promise<void> {
  const { from } = await placeOf(page, first)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const { to } = await placeOf(page, last, { scroll: false })
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The words inside the marks that name an id, or carry a tag, in the order of the text. */
export async function markedWords(page: Page, selector: string): Promise<string> {
  return (await page.locator(`#article mark${selector}`).allTextContents()).join('')
}
