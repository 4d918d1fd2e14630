/** Texts that break tools: what is marked in Chromium is what the server stores, whatever the script and the shape of the text. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { plainBlocks } from '../../server/text/blocks.ts'
import { dragOver, markedWords, openBrowser, openPage } from '../support/browser.ts'
import { openCard, saved, signIn, startWithAda } from '../support/desk.ts'
import { fingerOn } from '../support/fingers.ts'
import { closed, firstArticle, id, sha256, takenApart } from '../support/lesart-file.ts'
import { wholeFile } from '../support/whole-file.ts'

const CASES = [
  {
    name: 'emoji families and flags',
    body: 'Die 👩‍👩‍👧‍👦 traf 🇩🇪 und sagte 👍🏽 laut.\n\nDann ging sie heim.',
    words: 'traf 🇩🇪 und',
  },
  { name: 'combining marks', body: 'Việt Nam q\u0323 \u0301 und Zürich: nagỹ vera.\n\nEnde', words: 'Zürich: nagỹ' },
  {
    name: 'right to left',
    body: 'قال الوزير إن الاتفاق «ممتاز» للبلدين.\n\nשלום לכל העולם והמדינות.',
    words: 'الوزير إن الاتفاق',
  },
  {
    name: 'both directions',
    body: 'Der Minister sagte „שלום לכל“ und lächelte 😃 dabei, heißt قال الوزير in der Quelle.\n\nEnde',
    words: 'sagte „שלום לכל“ und',
  },
  { name: 'Hangul', body: '한국 정부는 새로운 계획을 발표했다.\n\n끝', words: '정부는 새로운' },
  {
    name: 'markup and templates',
    body: '<b>fett</b> & <script>alert(1)</script> <%= 7*7 %> {{x}} </script>\n\nEnde &amp; aus',
    words: 'alert',
  },
  { name: 'a long word', body: `Das ${'Donaudampfschifffahrt'.repeat(12)} fährt nicht.\n\nEnde`, words: 'fährt nicht' },
  {
    name: 'lines and spaces inside a block',
    body: 'Eins  zwei\tdrei\nvier   fünf sechs\n\nEnde',
    words: 'zwei\tdrei\nvier   fünf',
  },
  { name: 'two characters', body: 'Ab', words: 'Ab' },
] as const

const STUDY = id(2)
const ROUND = id(3)

const file = wholeFile()
const { server } = await startWithAda(file, {}, dataset())
const { origin } = server
const browser = await openBrowser(file)

/** A study with the cases as articles and a demonstration round, on the first article's codebook. */
function dataset(): string {
  const { header } = takenApart(firstArticle)
  const [first] = header.codebooks
  const long = { id: 'long', label: { de: 'Donaudampfschifffahrt'.repeat(4), en: 'long' } }
  const more = Array.from({ length: 7 }, (_, n) => ({
    id: `more-${n}`,
    label: { de: `Prägung ${n}`, en: `Kind ${n}` },
  }))
  const codebook = { ...first!, id: id(1), tags: [...first!.tags, long, ...more] }
  const round = {
    id: ROUND,
    title: 'Demonstration',
    kind: 'demonstration',
    codebook: codebook.id,
    codebookVersion: codebook.version,
  } as const
  const articles = CASES.map(({ name, body: raw }, index) => {
    const body = raw.normalize('NFC')
    return {
      type: 'article',
      id: id(100 + index),
      language: 'de',
      title: name,
      source: {},
      body,
      sha256: sha256(body),
      blocks: plainBlocks(body),
      annotationSets: [],
    } as const
  })
  const study = { id: STUDY, title: 'Awkward' }
  return closed({
    header: { ...header, study, codebooks: [codebook], annotators: [], rounds: [round] },
    articles: articles.map((article) => ({ ...article, annotationSets: [] })),
  })
}

/** What the server has stored of an article, as the dataset says it that is downloaded by who marked it. */
async function stored(page: Page, index: number) {
  const dataset = await page.request.get(`${origin}/studies/${STUDY}/datasets/lesart`)
  const article = takenApart(await dataset.text()).articles[index]!
  return { body: article.body, annotations: article.annotationSets[0]!.annotations }
}

/** A page for all cases, at whose articles Ada is signed in; it says what went wrong in it. */
async function openForAll(options?: Parameters<typeof openPage>[1]) {
  const { page, troubles } = await openPage(browser, options)
  page.on('dialog', (dialog) => {
    troubles.push(`it says: ${dialog.message()}`)
    void dialog.dismiss()
  })
  await signIn(page, origin)
  return { page, troubles }
}

async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
}

const desktop = await openForAll()

for (const [index, { name, body, words }] of CASES.entries())
  test(`${name}: shown exactly, marked exactly, stored exactly`, async () => {
    const { page, troubles } = desktop
    await page.goto(`${origin}/rounds/${ROUND}/articles/${id(100 + index)}`)
    const texts = await page
      .locator('#article [data-start]')
      .evaluateAll((blocks) => blocks.map((block) => [(block as HTMLElement).dataset.start, block.textContent]))
    for (const [start, text] of texts)
      assert.equal([...body.normalize('NFC')].slice(Number(start), Number(start) + [...text!].length).join(''), text)
    await dragOver(page, words.normalize('NFC'))
    await page.keyboard.press('3')
    await saved(page)
    await openCard(page).waitFor()
    const marked = await markedWords(page, '[data-tags="framing"]')
    assert.ok(marked.includes(words.normalize('NFC')), `${JSON.stringify(marked)} holds ${JSON.stringify(words)}`)
    const article = await stored(page, index)
    const [annotation] = article.annotations
    assert.equal(annotation?.quote, marked)
    assert.equal([...article.body].slice(annotation!.start, annotation!.end).join(''), marked)
    assert.deepEqual(troubles, [])
    assert.equal(await isTooWide(page), false, 'the page scrolls sideways')
  })

const phone = await openForAll({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
const finger = await fingerOn(phone.page)

for (const [index, { name, words }] of CASES.entries())
  test(`${name}: marked exactly by a finger, and a step and the step back change nothing`, async () => {
    const { page, troubles } = phone
    await page.goto(`${origin}/rounds/${ROUND}/articles/${id(100 + index)}`)
    await page.locator('.desk-foot').waitFor()
    const drawn = words.normalize('NFC')
    await finger.draw(drawn, drawn)
    const quote = page.locator('.sheet-quote')
    await quote.waitFor()
    const selected = await page.evaluate(() => String(getSelection()))
    for (const direction of ['forward', 'back']) await page.locator(`[data-nudge="${direction}"]`).tap()
    assert.equal(await page.evaluate(() => String(getSelection())), selected)
    await page.locator('[data-sheet] [data-tag="reporting"]').tap()
    await saved(page)
    const marked = await markedWords(page, '[data-tags="reporting"]')
    assert.ok(marked.includes(drawn), `${JSON.stringify(marked)} holds ${JSON.stringify(drawn)}`)
    const { annotations } = await stored(page, index)
    assert.equal(annotations.find(({ tag }) => tag === 'reporting')?.quote, marked)
    assert.deepEqual(troubles, [])
    assert.equal(await isTooWide(page), false, 'the page scrolls sideways')
  })

test('where tags are many, one is found by its name, with the words in hand, and comes first the next time', async () => {
  const { page, troubles } = desktop
  await page.goto(`${origin}/rounds/${ROUND}/articles/${id(100)}`)
  const field = page.locator('.tag-filter')
  await field.waitFor({ state: 'attached' })
  await page.locator('#article').focus()
  const first = page.locator('.tag-bar [data-tag]:visible').first()
  const taken = async (name: string) => {
    await page.keyboard.press('#')
    await field.waitFor()
    await page.keyboard.type(name)
  }
  await page.keyboard.press('Control+Home')
  await taken('pragung 5')
  assert.equal(await first.getAttribute('data-tag'), 'more-5')
  await page.keyboard.press('Escape')
  assert.equal(await page.evaluate(() => `${document.activeElement?.id} ${getSelection()}`), 'article Die')
  await taken('pragung 5')
  await page.keyboard.press('Enter')
  await page.locator('#article mark[data-tags="more-5"]').waitFor()
  assert.equal(await markedWords(page, '[data-tags="more-5"]'), 'Die')
  await page.keyboard.press('ArrowRight')
  await taken('')
  assert.equal(await first.getAttribute('data-tag'), 'more-5')
  await saved(page)
  assert.deepEqual(troubles, [])
})

test('a long word and a long name of a tag break wherever they are shown', async () => {
  const { page } = phone
  const index = CASES.findIndex(({ name }) => name === 'a long word')
  for (const path of ['', '/sentences', '/profile?reading=own']) {
    await page.goto(`${origin}/rounds/${ROUND}/articles/${id(100 + index)}${path}`)
    assert.equal(await isTooWide(page), false, path)
  }
})

test('where both directions meet in a line, all of a word can be tapped', async () => {
  const { page } = phone
  const index = CASES.findIndex(({ name }) => name === 'both directions')
  await page.goto(`${origin}/rounds/${ROUND}/articles/${id(100 + index)}`)
  await page.locator('.desk-foot').waitFor()
  for (const word of ['قال', 'الوزير', 'heißt'])
    for (const part of [0.12, 0.88]) {
      await finger.tapAt(await partOf(page, word, part))
      await page.waitForFunction((word) => String(getSelection()) === word, word)
      await page.locator('[data-cancel]').tap()
      await page.locator('[data-sheet]').waitFor({ state: 'hidden' })
    }
})

/** A place on a word, so far from its left side to its right one. */
function partOf(page: Page, word: string, part: number) {
  return page.evaluate(
    ([word, part]) => {
      const walker = document.createTreeWalker(document.querySelector('#article')!, NodeFilter.SHOW_TEXT)
      while (!walker.nextNode()?.textContent?.includes(word));
      const range = document.createRange()
      const start = walker.currentNode.textContent!.indexOf(word)
      range.setStart(walker.currentNode, start)
      range.setEnd(walker.currentNode, start + word.length)
      const { left, width, top, height } = range.getBoundingClientRect()
      return { x: left + width * part, y: top + height / 2 }
    },
    [word, part] as const,
  )
}
