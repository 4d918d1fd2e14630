/** The margin: cards in the order of the text, beside their passage, none over another, for what is on the screen only. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { DeskData } from '../../server/annotations/annotation-page.ts'
import { systemClock } from '../../server/clock.ts'
import { indexText } from '../../server/text/code-points.ts'
import { openBrowser } from '../support/browser.ts'
import { openCard, openDesk, saved, startWithAda } from '../support/desk.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file)
const browser = await openBrowser(file)

/** Marks every word of the longest paragraph, so that three lines of the margin would have to stand beside each other. */
async function markEveryWord(page: Page): Promise<number> {
  const desk: DeskData = JSON.parse((await page.locator('#desk-data').textContent()) ?? '')
  const body = indexText(desk.article.body)
  const [longest] = desk.article.blocks.toSorted((a, b) => b.end - b.start - (a.end - a.start))
  const words = [...body.slice(longest!.start, longest!.end).matchAll(/\p{L}+/gu)]
  const actions = words.map(({ 0: quote, index }) => {
    const start = longest!.start + indexText(body.slice(longest!.start, longest!.end)).toCodePoints(index)
    const place = { round: desk.round, article: desk.article.id, start, end: start + [...quote].length, quote }
    return [
      systemClock.newId(),
      { ...place, annotation: systemClock.newId(), kind: 'make', base: 0, tag: 'framing' },
    ] as const
  })
  await page.evaluate(async (actions) => {
    for (const [id, action] of actions) {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(`/api/v1/actions/${id}`, { method: 'PUT', headers, body: JSON.stringify(action) })
      if (answer.status !== 201) throw new Error(await answer.text())
    }
  }, actions)
  return actions.length
}

interface Box {
  readonly id: string | undefined
  readonly top: number
  readonly bottom: number
}

/** What the margin shows, from top to bottom, when nothing moves any more. */
async function boxes(page: Page): Promise<Box[]> {
  return page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((animation) => animation.finished))
    return [...document.querySelectorAll<HTMLElement>('.margin > :not([hidden])')]
      .map((one) => ({ id: one.dataset.card, ...one.getBoundingClientRect().toJSON() }) as Box)
      .sort((a, b) => a.top - b.top)
  })
}

function assertApart(boxes: readonly Box[]): void {
  for (const [index, { id, top }] of boxes.slice(1).entries())
    assert.ok(top >= boxes[index]!.bottom - 0.5, `${id} begins above the end of ${boxes[index]!.id}`)
}

test('beside a paragraph where every word is marked, cards stand apart and in the order of the text', async () => {
  const { page, troubles } = await openDesk(browser, server.origin, { reducedMotion: 'reduce' })
  const count = await markEveryWord(page)
  await page.reload()
  const first = page.locator('#article mark').first()
  await first.scrollIntoViewIfNeeded()
  await page.locator('[data-card]').first().waitFor()
  const closed = await boxes(page)
  assertApart(closed)
  assert.ok(closed.length < count, 'more lines than there is room for')

  for (const share of [0, 0.5, 0.99]) {
    await page
      .locator('#article mark')
      .nth(Math.floor(share * count))
      .click()
    await openCard(page).waitFor()
    const open = await boxes(page)
    assertApart(open)
    assert.match((await page.locator('.margin .more').textContent()) ?? '', /\d+/)
    const inText = await page
      .locator('#article mark')
      .evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset.annotations))
    const inMargin = open.flatMap(({ id }) => id ?? [])
    assert.deepEqual(
      inMargin,
      inText.filter((id) => inMargin.includes(id!)),
    )
    await page.keyboard.press('Escape')
  }
  await saved(page)
  assert.deepEqual(troubles, [])
})

test('a passage that is not on the screen has no card', async () => {
  const { page } = await openDesk(browser, server.origin, { viewport: { width: 1440, height: 300 } })
  const passage = page.locator('#article mark').first()
  const cards = page.locator('[data-card]')
  for (const top of [0, 1e6]) {
    await passage.scrollIntoViewIfNeeded()
    await cards.first().waitFor()
    await page.evaluate((top) => scrollTo(0, top), top)
    await cards.first().waitFor({ state: 'detached' })
  }
})
