/** The desk under a finger: real touch events, on phones upright and across, on a tablet, and with large text. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { dragOver, markedWords, openBrowser, placeOf } from '../support/browser.ts'
import { openCard, openDesk, saved, startWithAda } from '../support/desk.ts'
import { fingerOn } from '../support/fingers.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const ada = await startWithAda(file)
const browser = await openBrowser(file)
const { origin } = ada.server

const SCREENS = [
  { name: 'a small phone', width: 360, height: 640 },
  { name: 'a phone', width: 390, height: 844 },
  { name: 'a phone held across', width: 844, height: 390 },
  { name: 'a tablet', width: 820, height: 1180 },
  { name: 'a phone with text twice as large', width: 390, height: 844, text: '200%' },
]
const PHONE = SCREENS[1]!

async function touchDesk(t: TestContext, { width, height, text }: { width: number; height: number; text?: string }) {
  const options = { viewport: { width, height }, hasTouch: true, isMobile: true }
  const { page, troubles } = await openDesk(browser, origin, options)
  t.after(async () => {
    await page.evaluate(() => scrollTo(0, 0))
    await retractAll(page)
    await page.context().close()
  })
  if (text) await page.evaluate((text) => document.documentElement.style.setProperty('font-size', text), text)
  await page.locator('.desk-foot').waitFor({ state: 'attached' })
  return { page, troubles, finger: await fingerOn(page), sheet: page.locator('[data-sheet]') }
}

/** Every test begins with a text without marks. */
async function retractAll(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.reload()
  await page.locator('#article').focus()
  while ((await page.locator('#article mark').count()) > 0)
    for (const key of ['Control+Home', 'n', 'Delete']) await page.keyboard.press(key)
  await saved(page)
}

const tag = (sheet: Locator, id: string) => sheet.locator(`[data-tag="${id}"]`)
const framing = (page: Page) => markedWords(page, '[data-tags="framing"]')

async function shows(sheet: Locator, words: string): Promise<void> {
  await sheet.page().waitForFunction((words) => document.querySelector('.sheet-quote')?.textContent === words, words)
  assert.ok(await sheet.isVisible())
}

function showsMarks(page: Page, selector: string, words: string): Promise<void> {
  return holds(page, `mark${selector}`, words)
}

function showsParts(page: Page, role: string, words: string): Promise<void> {
  return holds(page, `.part-${role}`, words)
}

/** Waits until these elements of the text hold exactly these words. */
async function holds(page: Page, selector: string, words: string): Promise<void> {
  await page.waitForFunction(
    ([selector, words]) => {
      const found = [...document.querySelectorAll(`#article ${selector}`)]
      return found.map((one) => one.textContent).join('') === words
    },
    [selector, words] as const,
  )
}

/** What a thumb must hit and cannot: smaller than 44 pixels, or behind something else. */
async function hardToHit(root: Locator): Promise<string[]> {
  return root.evaluate((root) => {
    const targets = [...root.querySelectorAll<HTMLElement>('button, input:not([type=text]), textarea')]
    return targets.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      if (width === 0) return []
      return Math.min(width, height) > 43.9 ? [] : [`${target.outerHTML.slice(0, 90)} ${width} × ${height}`]
    })
  })
}

for (const screen of SCREENS)
  test(`${screen.name}: words are tapped, extended, tagged, undone`, async (t) => {
    const { page, troubles, finger, sheet } = await touchDesk(t, screen)
    assert.equal(await sheet.isVisible(), false)
    await finger.tap('Moskau nahm den')
    await shows(sheet, 'Moskau')
    await sheet.locator('[data-nudge="forward"]').tap()
    await sheet.locator('[data-nudge="forward"]').tap()
    await shows(sheet, 'Moskau nahm den')
    const { foot, lowest } = await page.evaluate(() => ({
      foot: document.querySelector('.desk-foot')!.getBoundingClientRect(),
      lowest: getSelection()!.getRangeAt(0).getBoundingClientRect().bottom,
    }))
    assert.ok(foot.height <= screen.height * 0.45 + 1, `the sheet takes ${foot.height} of ${screen.height}`)
    assert.ok(lowest < foot.top, 'the selection stands above the sheet')
    assert.deepEqual(await hardToHit(page.locator('.desk-foot')), [])
    await tag(sheet, 'framing').tap()
    await showsMarks(page, '[data-tags="framing"]', 'Moskau nahm den')
    await saved(page)
    await sheet.locator('[data-card][data-open]').waitFor()
    assert.equal(await tag(sheet, 'framing').isVisible(), false)
    assert.deepEqual(await hardToHit(page.locator('.desk-foot')), [])
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1),
      false,
      'the page scrolls sideways',
    )
    await page.locator('[data-undo]').tap()
    await showsMarks(page, '[data-tags="framing"]', '')
    assert.equal(await sheet.isVisible(), false)
    await page.locator('.said:not(:empty)').waitFor()
    await saved(page)
    const bar = (await page.locator('.thumb-bar').boundingBox())!
    assert.ok(screen.text || bar.height < 60, `the bar that says what was undone is ${bar.height} pixels high`)
    assert.deepEqual(troubles, [])
  })

test('a finger that rests draws over words, and the page stays where it is', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await placeOf(page, 'Moskau nahm den')
  const before = await page.evaluate(() => scrollY)
  const from = (await placeOf(page, 'nahm den Ball', { scroll: false })).from
  await finger.down(from)
  await page.waitForTimeout(600)
  await finger.moveTo((await placeOf(page, 'Ball dank', { scroll: false })).to)
  assert.equal(await page.evaluate(() => String(getSelection())), 'nahm den Ball dankbar')
  assert.equal(await sheet.isVisible(), false, 'it counts when the finger is lifted')
  await finger.up()
  await shows(sheet, 'nahm den Ball dankbar')
  assert.equal(await page.evaluate(() => scrollY), before)
})

test('of words that are drawn over further than can be seen above the sheet, the end stays in sight', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, { width: 844, height: 390 })
  await finger.draw('Besonders hellhörig', 'Ball dankbar')
  await sheet.waitFor()
  await page.waitForFunction(() => {
    const { bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect()
    return bottom > 0 && bottom < document.querySelector('.desk-foot')!.getBoundingClientRect().top
  })
})

test('a finger that scrolls selects nothing', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  const { from } = await placeOf(page, 'Moskau nahm den')
  const before = await page.evaluate(() => scrollY)
  await finger.swipe(from, { x: from.x, y: from.y - 200 })
  await page.waitForFunction((before) => scrollY > before + 50, before)
  assert.equal(await sheet.isVisible(), false)
  assert.equal(await page.evaluate(() => String(getSelection())), '')
})

test('grips of the selection are wide, follow the finger, and take what is drawn when it is lifted', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await finger.tap('Ball dankbar')
  await shows(sheet, 'Ball')
  for (const [edge, words] of [
    ['end', 'dankbar auf'],
    ['start', 'Moskau nahm'],
  ] as const) {
    const box = (await page.locator(`[data-grip="${edge}"]`).boundingBox())!
    assert.ok(box.width >= 44 && box.height >= 44)
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const line = (await placeOf(page, 'Ball dankbar', { scroll: false })).from
    const to = await placeOf(page, words, { scroll: false })
    await finger.swipe(middle, { x: edge === 'end' ? to.to.x : to.from.x, y: middle.y + to.to.y - line.y })
  }
  await shows(sheet, 'Moskau nahm den Ball dankbar auf')
  await tag(sheet, 'framing').tap()
  await showsMarks(page, '[data-tags="framing"]', 'Moskau nahm den Ball dankbar auf')
})

test('a grip that is held at the edge of the sheet moves the text under it, and takes more of it', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await finger.tap('Moskau nahm')
  await shows(sheet, 'Moskau')
  const grip = (await page.locator('[data-grip="end"]').boundingBox())!
  const foot = (await page.locator('.desk-foot').boundingBox())!
  const before = await page.evaluate(() => scrollY)
  await finger.down({ x: grip.x + grip.width / 2, y: grip.y + grip.height / 2 })
  await finger.moveTo({ x: 200, y: foot.y - 10 })
  await page.waitForFunction((before) => scrollY > before + 100, before)
  await finger.up()
  await page.waitForFunction(() => String(getSelection()).length > 60)
  const still = await page.evaluate(() => scrollY)
  await page.waitForTimeout(200)
  assert.equal(await page.evaluate(() => scrollY), still, 'it stops when the finger is lifted')
})

test('buttons move the end, the start and both: by word, by sentence, by quotation', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  const nudge = (direction: 'back' | 'forward') => sheet.locator(`[data-nudge="${direction}"]`).tap()
  await finger.tap('nahm den Ball')
  await nudge('forward')
  await nudge('forward')
  await nudge('back')
  await shows(sheet, 'nahm den')
  await sheet.locator('[data-edge="start"]').tap()
  await nudge('back')
  await shows(sheet, 'Moskau nahm den')
  await nudge('forward')
  await shows(sheet, 'nahm den')
  await sheet.locator('[data-edge="end"]').tap()
  const back = (await sheet.locator('[data-nudge="back"]').boundingBox())!
  await finger.down({ x: back.x + 20, y: back.y + 20 })
  await page.waitForTimeout(700)
  await finger.up()
  await shows(sheet, 'Moskau nahm den')
  await sheet.locator('[data-sentence]').tap()
  await shows(sheet, 'Moskau nahm den Ball dankbar auf.')
  assert.equal(await sheet.locator('[data-quotation]').isDisabled(), true, 'there is none')
  await sheet.locator('[data-cancel]').tap()
  await sheet.waitFor({ state: 'hidden' })
  await finger.tap('Herausforderungen der Zeit')
  await sheet.locator('[data-quotation]').tap()
  await shows(sheet, '„Herausforderungen der Zeit“')
})

test('words in hand after others find the sheet at its top', async (t) => {
  const { finger, sheet } = await touchDesk(t, { width: 360, height: 640 })
  await finger.tap('nahm den Ball')
  await shows(sheet, 'nahm')
  const body = sheet.locator('.sheet-body')
  const rolled = await body.evaluate((body) => {
    body.scrollTop = 100
    return body.scrollTop
  })
  assert.ok(rolled > 0)
  await sheet.locator('[data-cancel]').tap()
  await sheet.waitFor({ state: 'hidden' })
  await finger.tap('Ball dankbar')
  await shows(sheet, 'Ball')
  assert.equal(await body.evaluate((body) => body.scrollTop), 0)
})

test('a word under six marks: each tap opens the next outer one, then takes the word', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  const spans = [
    'Ball',
    'Ball dankbar',
    'Ball dankbar auf',
    'den Ball dankbar auf',
    'nahm den Ball dankbar auf',
    'Moskau nahm den Ball dankbar auf',
  ]
  for (const [index, span] of spans.entries()) {
    await finger.draw(index === 0 ? 'Ball dankbar' : span, index === 0 ? 'den Ball' : span)
    await tag(sheet, 'framing').tap()
    await openCard(page).waitFor()
  }
  await openCard(page).locator('.close').tap()
  await sheet.waitFor({ state: 'hidden' })
  for (const span of spans) {
    await finger.tap('all dankbar')
    await shows(sheet, span)
  }
  await finger.tap('all dankbar')
  await shows(sheet, 'Ball')
  assert.ok(await tag(sheet, 'reporting').isVisible())
})

test('a mark is opened by a tap, changed, moved and retracted', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await finger.tap('Schulterschluss')
  await tag(sheet, 'reporting').tap()
  await openCard(page).locator('.close').tap()
  await sheet.waitFor({ state: 'hidden' })
  await finger.tap('Schulterschluss')
  await openCard(page).locator('.choice', { hasText: 'Framing' }).first().tap()
  await showsMarks(page, '[data-tags="framing"]', 'Schulterschluss')
  await sheet.locator('[data-nudge="forward"]').tap()
  await showsMarks(page, '[data-tags="framing"]', 'Schulterschluss gegen')
  await shows(sheet, 'Schulterschluss gegen')
  const note = openCard(page).locator('textarea').last()
  await note.tap()
  // As when the keyboard comes up.
  await page.setViewportSize({ width: PHONE.width, height: 340 })
  await page.waitForFunction(
    (field) => {
      const { top, bottom, height } = field!.getBoundingClientRect()
      const seen = document.querySelector('.sheet-body')!.getBoundingClientRect()
      return height > 20 && seen.top <= top && bottom <= seen.bottom && seen.bottom <= innerHeight
    },
    await note.elementHandle(),
  )
  await page.setViewportSize(PHONE)
  await openCard(page).locator('[data-retract]').tap()
  await showsMarks(page, '', '')
  await sheet.waitFor({ state: 'hidden' })
  await page.locator('[data-undo]').tap()
  await showsMarks(page, '[data-tags="framing"]', 'Schulterschluss gegen')
  await saved(page)
})

test('the parts of an attribution are given by touch', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await finger.draw('Das russische Verteidigungsministerium', 'ministerium begrüßte')
  await tag(sheet, 'attribution').tap()
  await openCard(page).waitFor()
  await finger.draw('Das russische Verteidigungsministerium', 'russische Verteidigungsministerium')
  await sheet.locator('.roles [data-role="source"]').tap()
  await showsParts(page, 'source', 'Das russische Verteidigungsministerium')
  // A tap on the open mark takes the word: there is no further mark under it.
  await finger.tap('begrüßte')
  await shows(sheet, 'begrüßte')
  await sheet.locator('.roles [data-role="cue"]').tap()
  await showsParts(page, 'cue', 'begrüßte')
  await saved(page)
})

test('staying with a tag: each stretch that is drawn is a mark when the finger is lifted', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await page.locator('[data-stay]').tap()
  await finger.tap('Moskau nahm')
  await tag(sheet, 'framing').tap()
  await showsMarks(page, '[data-tags="framing"]', 'Moskau')
  await finger.draw('den Ball', 'den Ball')
  await showsMarks(page, '[data-tags="framing"]', 'Moskauden Ball')
  await page.locator('[data-stay]').tap()
  await finger.draw('dankbar auf', 'dankbar auf')
  await shows(sheet, 'dankbar auf')
  assert.equal(await framing(page), 'Moskauden Ball')
})

test('a tap beside the text lets go, first of the words, then of the mark', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await finger.tap('Moskau nahm')
  await tag(sheet, 'framing').tap()
  await openCard(page).waitFor()
  await finger.tap('begrüßte')
  await shows(sheet, 'begrüßte')
  const beside = async () => ({ x: 386, y: (await placeOf(page, 'entwickle.', { scroll: false })).to.y })
  await finger.tapAt(await beside())
  await shows(sheet, 'Moskau')
  await finger.tapAt(await beside())
  await sheet.waitFor({ state: 'hidden' })
})

test('in a tunnel everything goes on, and is saved at its end', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, PHONE)
  await page.context().setOffline(true)
  await finger.tap('Moskau nahm')
  await tag(sheet, 'framing').tap()
  await showsMarks(page, '[data-tags="framing"]', 'Moskau')
  await page.locator('.thumb-bar [data-save-state="waiting"]').waitFor()
  await page.context().setOffline(false)
  await saved(page)
})

test('a tablet held across: the sheet for words, the margin for cards, and a button for staying', async (t) => {
  const { page, finger, sheet } = await touchDesk(t, { width: 1180, height: 820 })
  await finger.tap('Moskau nahm')
  await sheet.locator('[data-stay]').tap()
  await tag(sheet, 'framing').tap()
  await page.locator('.margin [data-card][data-open]').waitFor()
  await sheet.waitFor({ state: 'hidden' })
  await finger.draw('den Ball', 'den Ball')
  await showsMarks(page, '[data-tags="framing"]', 'Moskauden Ball')
})

test('without fingers: a narrow window has the sheet, a wide one the bar beside the selection', async () => {
  const { page } = await openDesk(browser, origin)
  const bar = page.locator('.tag-bar')
  const sheet = page.locator('[data-sheet]')
  await dragOver(page, 'Moskau nahm den Ball')
  await bar.waitFor()
  assert.equal(await sheet.count(), 0)
  await page.setViewportSize({ width: 600, height: 800 })
  await shows(sheet, 'Moskau nahm den Ball')
  await tag(sheet, 'framing').click()
  await sheet.locator('[data-card][data-open]').waitFor()
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.locator('.margin [data-card][data-open]').waitFor()
  await sheet.waitFor({ state: 'hidden' })
  await dragOver(page, 'dankbar auf')
  await page.locator('main > .tag-bar').waitFor()
  await page.keyboard.press('Escape')
  await saved(page)
  await retractAll(page)
  await page.context().close()
})
