/** 500 acts on a bad network, with a reload and a browser that is killed, arrive exactly once and equal the model. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { chromium, type Page } from 'playwright-core'
import { randomFrom } from '../bench/support/corpus.ts'
import { startBadNetwork } from '../support/bad-network.ts'
import { launchOptions } from '../support/browser.ts'
import { annotationsIn, signIn, startWithAda } from '../support/desk.ts'
import { freshFolder } from '../support/folders.ts'

const ACTS = 500
const TAGS = { 1: 'reporting', 2: 'attribution', 3: 'framing' } as const
type Key = keyof typeof TAGS
const KEYS = [1, 2, 3] as const

interface Mark {
  readonly n: number
  readonly quote: string
  readonly tag: string
}

/** What a person does, and what should come of it: every state that there was, and which of them holds. */
function createModel() {
  let states: (readonly Mark[])[] = [[]]
  let now = 0
  let made = 0
  const marks = () => states[now]!
  const next = (state: readonly Mark[]) => {
    states = [...states.slice(0, now + 1), state]
    now++
  }
  return {
    marks,
    make: (quote: string, key: Key) => next([...marks(), { n: ++made, quote, tag: TAGS[key] }]),
    retag: (key: Key) => next(marks().map((mark) => (mark.n === made ? { ...mark, tag: TAGS[key] } : mark))),
    retract: () => next(marks().filter(({ n }) => n !== made)),
    undo: () => void now--,
    redo: () => void now++,
    mayUndo: () => now > 0,
    mayRedo: () => now < states.length - 1,
  }
}

/** Runs in a page: resolves when all is on the disk that it has asked its browser to keep, since that comes in order. */
function keepAll(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('lesart')
    opening.onerror = reject
    opening.onsuccess = () => {
      const last = opening.result.transaction(['entries', 'acts'], 'readwrite', { durability: 'strict' })
      last.objectStore('acts').count().onerror = reject
      last.oncomplete = resolve
    }
  })
}

/** Ends a browser as a power cut would: all its processes at once. */
function kill(profile: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const command = (() => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      } catch {
        return ''
      }
    })()
    if (command.includes(profile)) process.kill(Number(pid), 'SIGKILL')
  }
}

test('500 acts on a bad network, a reload and a killed browser: each arrives once, and all equal the model', async (t) => {
  const ada = await startWithAda(t)
  const random = randomFrom(7)
  const network = await startBadNetwork(t, ada.server.origin, random)
  const profile = freshFolder(t)
  const model = createModel()
  const pick = (below: number) => Math.floor(random() * below)

  async function open(): Promise<Page> {
    const context = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'de-DE' })
    t.after(() => context.close().catch(() => undefined))
    const page = await context.newPage()
    await signIn(page, network.origin)
    await page.click('[data-demo]')
    await page.waitForLoadState('load')
    return page
  }

  /** Selects a few words somewhere in the text and returns them. */
  async function select(page: Page): Promise<string> {
    return page.evaluate(
      async ([block, word, words]) => {
        const blocks = document.querySelectorAll('#article p[data-start]')
        const selection = document.getSelection()!
        selection.setPosition(blocks[block! % blocks.length]!, 0)
        for (let n = 0; n < word!; n++) selection.modify('move', 'forward', 'word')
        const told = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }))
        for (let n = 0; n < words!; n++) selection.modify('extend', 'forward', 'word')
        await told
        await new Promise((resolve) => setTimeout(resolve))
        return String(selection).trim()
      },
      [pick(40), 1 + pick(12), 1 + pick(4)],
    )
  }

  async function press(page: Page, key: string): Promise<void> {
    await page.locator('#article').press(key)
  }

  /** One to two acts; returns how many. */
  async function act(page: Page): Promise<number> {
    const what = random()
    if (what < 0.15 && model.mayUndo()) {
      await press(page, 'Control+z')
      model.undo()
      return 1
    }
    if (what < 0.25 && model.mayRedo()) {
      await press(page, 'Control+Shift+z')
      model.redo()
      return 1
    }
    const quote = await select(page)
    if (!/^[\p{L}\d].*[\p{L}\d]$/u.test(quote)) return 0
    const key = KEYS[pick(3)]!
    await press(page, String(key))
    model.make(quote, key)
    if (what < 0.6) return 1
    if (what < 0.75) {
      await press(page, 'Delete')
      model.retract()
    } else {
      const other = KEYS[key % 3]!
      await press(page, String(other))
      model.retag(other)
    }
    return 2
  }

  async function until(page: Page, done: number, acts: number): Promise<number> {
    let n = done
    while (n < acts) {
      n += await act(page)
      // A network that comes back as often as it goes.
      if (n % 5 === 0) await page.evaluate(() => dispatchEvent(new Event('online')))
    }
    return n
  }

  const first = await open()
  const third = await until(first, 0, ACTS / 3)
  await first.reload()
  await first.locator('[data-undo]:enabled').waitFor()
  const twoThirds = await until(first, third, (ACTS * 2) / 3)
  const waiting = await first.locator('[data-save-state]').getAttribute('data-save-state')
  // All acts are on the disk by then; what has not been sent is not.
  await first.evaluate(keepAll)
  kill(profile)
  const second = await open()
  await second.locator('[data-undo]:enabled').waitFor()
  await until(second, twoThirds, ACTS)
  // A network that goes on coming back, for as long as this page is there.
  await second.evaluate(() => setInterval(() => dispatchEvent(new Event('online')), 200))
  await second.locator('[data-save-state="saved"]').waitFor({ timeout: 120_000 })
  network.heal()

  const plain = (marks: readonly { quote?: unknown; tag?: unknown }[]) =>
    marks.map(({ quote, tag }) => `${tag} ${quote}`).sort()
  assert.deepEqual(plain(await annotationsIn(ada.data)), plain(model.marks()))
  assert.equal(await second.locator('[data-conflict], [data-aside]').count(), 0)
  const shown = await second
    .locator('#article mark')
    .evaluateAll((marks) => new Set(marks.map((mark) => mark.getAttribute('data-annotations'))).size)
  assert.equal(shown, model.marks().length)
  for (const [fault, times] of Object.entries(network.faults)) assert.ok(times > 50, `${fault}: ${times}`)
  t.diagnostic(`${JSON.stringify(network.faults)}, ${model.marks().length} marks, before the kill: ${waiting}`)
})
