/** How long a long article with many marks takes to show, against the same article without marks; and to show one more. */
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage } from '../support/browser.ts'
import { saved, signIn } from '../support/desk.ts'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import { writeCorpus } from './support/corpus.ts'
import { addAccount, importFile, newActions, readDesk, startClients } from './support/instance.ts'
import { type Finding, inMilliseconds, inTurns, median, medianRatio, type Question } from './support/measure.ts'
import { longestScript } from './support/script-time.ts'

const WORDS = 10_000
/** Three people read the same article: nobody's marks are another's. */
const READERS = { Ada: 0, Ben: 500, Cleo: 5_000 }
type Reader = keyof typeof READERS
const ROUNDS = 15
const KEYS = 15

export const marks: Question = async (t) => {
  const data = freshFolder(t)
  const tokens = { Ada: '', Ben: '', Cleo: '' }
  for (const reader of Object.keys(READERS) as Reader[]) tokens[reader] = await addAccount(data, reader)
  const file = path.join(freshFolder(t), 'corpus.lesart.jsonl')
  const plan = { roundKind: 'demonstration', wordsPerArticle: WORDS, annotators: 0, annotationsPerSet: 0 } as const
  const { paths } = await writeCorpus(file, { ...plan, articles: 1 })
  await importFile(data, file)
  const { origin } = await startServer(t, data)
  const deliver = startClients(t)
  for (const [reader, amount] of Object.entries(READERS) as [Reader, number][]) {
    const token = tokens[reader]
    await deliver({ origin, token, clients: 32, actions: newActions(await readDesk(origin, paths[0]!, token), amount) })
  }
  const browser = await openBrowser(t)
  const pages = {
    Ada: await pageOf(browser, origin, 'Ada'),
    Ben: await pageOf(browser, origin, 'Ben'),
    Cleo: await pageOf(browser, origin, 'Cleo'),
  }
  const address = origin + paths[0]
  for (const page of Object.values(pages)) await show(page, address)
  const desk = await readDesk(origin, paths[0]!, tokens.Cleo)
  const times = await inTurns(ROUNDS, {
    Ada: () => show(pages.Ada, address),
    Ben: () => show(pages.Ben, address),
    Cleo: () => show(pages.Cleo, address),
    changed: async () => {
      await deliver({ origin, token: tokens.Cleo, clients: 1, actions: newActions(desk, 1) })
      return show(pages.Cleo, address)
    },
  })
  const shown = (marks: string, taken: readonly number[], reach: string): Finding => ({
    question: `${WORDS} words with ${marks}: from an empty page to the second frame`,
    measured: inMilliseconds(median(taken)),
    baseline: inMilliseconds(median(times.Ada)),
    ratio: medianRatio(taken, times.Ada),
    reach,
  })
  const few = await markSome(pages.Ada)
  const many = await markSome(pages.Cleo)
  const longest = await longestScript(pages.Cleo, () => workThrough(pages.Cleo))
  const marked = (question: string, measure: (times: KeyTimes) => number, reach: string): Finding => ({
    question: `one more mark among ${READERS.Cleo}: ${question}`,
    measured: inMilliseconds(median(many.map(measure))),
    baseline: inMilliseconds(median(few.map(measure))),
    ratio: median(many.map(measure)) / median(few.map(measure)),
    reach,
  })
  return [
    shown(`${READERS.Ben} marks`, times.Ben, ''),
    shown(`${READERS.Cleo} marks`, times.Cleo, '<= 1.6'),
    shown(`${READERS.Cleo} marks, one of them new`, times.changed, '<= 1.6'),
    marked('script, key to mark', ({ mark }) => mark, ''),
    marked('script, key to painted frame', ({ mark, frame }) => mark + frame, '<= 16 ms'),
    marked('key to painted frame', ({ painted }) => painted, ''),
    {
      question: `scrolling, opening cards and marking among ${READERS.Cleo}: longest script of a frame`,
      measured: inMilliseconds(longest),
      reach: '<= 50 ms',
    },
  ]
}

interface KeyTimes {
  /** Script from the key to the change in the text. */
  readonly mark: number
  /** Script of the frame that paints it: the margin follows the mark. */
  readonly frame: number
  /** All the time from the key until that frame is ready. */
  readonly painted: number
}

declare global {
  var secondFrame: Promise<number>
  var keyTimes: Promise<KeyTimes>
}

async function pageOf(browser: Browser, origin: string, reader: Reader): Promise<Page> {
  const { page } = await openPage(browser)
  await signIn(page, origin, reader)
  await page.addInitScript(watch)
  return page
}

/** Runs in the page, before its own scripts. */
function watch(): void {
  globalThis.secondFrame = new Promise((resolve) => {
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))))
  })
  const watchKey = () => {
    const pressed = performance.now()
    const text = document.querySelector('#article')!
    globalThis.keyTimes = new Promise((resolve) => {
      let frameBegan = 0
      requestAnimationFrame(() => {
        frameBegan = performance.now()
      })
      const observer = new MutationObserver(() => {
        observer.disconnect()
        const mark = performance.now() - pressed
        // Asked for after the page has asked for its own: the last script of the same frame.
        requestAnimationFrame(() => {
          const now = performance.now()
          resolve({ mark, frame: now - frameBegan, painted: now - pressed })
        })
      })
      observer.observe(text, { childList: true, subtree: true })
    })
  }
  addEventListener('keydown', watchKey, { capture: true })
}

/** Milliseconds from navigation to the second frame after everything has loaded. Clearing away another page is no part of it. */
async function show(page: Page, address: string): Promise<number> {
  await page.goto('about:blank')
  const response = await page.goto(address, { waitUntil: 'load' })
  if (!response?.ok()) throw new Error(`the desk answers with ${response?.status()}`)
  return page.evaluate(() => globalThis.secondFrame)
}

/** Marks four words in paragraphs all over the article, one after the other. */
async function markSome(page: Page): Promise<KeyTimes[]> {
  const times: KeyTimes[] = []
  for (let index = 0; index < KEYS; index++) {
    await page.evaluate(selectWords, index / KEYS)
    await page.keyboard.press('3')
    times.push(await page.evaluate(() => globalThis.keyTimes))
    await saved(page)
  }
  return times
}

/** Goes through the article by the wheel, opens cards and marks words on the way. */
async function workThrough(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  for (let index = 0; index < KEYS; index++) {
    for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 300)
    await page.mouse.click(620, 450)
    await page.evaluate(selectWords, index / KEYS)
    await page.keyboard.press('3')
    await page.keyboard.press('Escape')
    await saved(page)
  }
}

/** Runs in the page: selects four words of a paragraph, and waits until the page has settled there. */
async function selectWords(share: number): Promise<void> {
  const blocks = [...document.querySelectorAll('#article p[data-start]')]
  const block = blocks[Math.floor(share * blocks.length)]!
  block.scrollIntoView({ block: 'center' })
  const selection = document.getSelection()!
  selection.setPosition(block, 0)
  for (let word = 0; word < 3; word++) selection.modify('move', 'forward', 'word')
  for (let word = 0; word < 4; word++) selection.modify('extend', 'forward', 'word')
  for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
}
