/** Questions about the whole article at its end: one press each, never lost, asked for before finishing. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { de } from '../../server/words/de.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { mark, saved, signIn, startWithAda } from '../support/desk.ts'
import { articlesWithQuestions } from '../support/document-questions.ts'
import { lesart } from '../support/program.ts'
import { deskOf } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const browser = await openBrowser(wholeFile())

async function scene(t: TestContext, options: Parameters<typeof openPage>[1] = {}) {
  const { server, data } = await startWithAda(t, {}, articlesWithQuestions(2))
  const { page, troubles } = await openPage(browser, options)
  t.after(() => page.context().close())
  await signIn(page, server.origin)
  await page.goto(server.origin + deskOf(1))
  await page.waitForLoadState('load')
  const answers = async () => {
    const { stdout } = await lesart([
      'export',
      '--study',
      'mehrere-artikel',
      '--data',
      data,
      '--format',
      'lesart',
      '--out',
      '-',
    ])
    return JSON.parse(stdout.split('\n')[1]!).annotationSets[0]?.answers
  }
  return { page, troubles, answers, origin: server.origin }
}

const field = (page: Page, id: string) => page.locator(`[id="answer.${id}"]`)
const choose = (page: Page, id: string, words: string) => field(page, id).getByText(words, { exact: true }).click()
const chosen = (page: Page, id: string) =>
  field(page, id)
    .locator('input:checked')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))

test('each is answered in one press, asks on where it depends, and holds after a reload', async (t) => {
  const { page, troubles, answers } = await scene(t)
  await saved(page)
  await choose(page, 'tone', 'aufgeregt')
  await choose(page, 'voices', 'Regierung')
  await choose(page, 'voices', 'Fachleute')
  await choose(page, 'balance', '2')
  assert.equal(await field(page, 'which').count(), 0)
  await choose(page, 'missing', 'ja')
  await field(page, 'which').locator('textarea').fill('Die Opposition')
  await field(page, 'which').locator('textarea').press('Enter')
  await page.keyboard.type('im Landtag')
  await page.keyboard.press('Tab')
  await choose(page, 'balance', '2')
  await saved(page)
  const expected = {
    tone: 'loud',
    voices: ['government', 'experts'],
    missing: true,
    which: 'Die Opposition\nim Landtag',
  }
  assert.deepEqual(await answers(), expected, 'pressed again, an answer is taken back')
  await page.reload()
  assert.deepEqual(await chosen(page, 'voices'), ['government', 'experts'])
  assert.equal(await field(page, 'which').locator('textarea').inputValue(), expected.which)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const paper = await page.locator('.notes').innerText()
  for (const words of ['aufgeregt', 'Regierung, Fachleute', 'Die Opposition']) assert.ok(paper.includes(words), words)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  assert.equal(await page.locator('.notes').count(), 0)
  assert.deepEqual(troubles, [])
})

test('without a network answers wait with the marks, stand after a reload, and are sent in order', async (t) => {
  const { page, answers } = await scene(t)
  await saved(page)
  await page.route('**/api/v1/{actions,answers}/*', (route) => route.abort())
  await choose(page, 'tone', 'sachlich')
  await choose(page, 'missing', 'nein')
  await page.getByText('2 warten auf Verbindung').waitFor()
  await page.reload()
  await page.getByText('2 warten auf Verbindung').waitFor()
  assert.deepEqual([await chosen(page, 'tone'), await chosen(page, 'missing')], [['calm'], ['false']])
  await choose(page, 'tone', 'aufgeregt')
  await page.unroute('**/api/v1/{actions,answers}/*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await saved(page)
  assert.deepEqual(await answers(), { tone: 'loud', missing: false })
})

test('answers that were changed elsewhere meanwhile become a choice', async (t) => {
  const { page, answers } = await scene(t)
  await saved(page)
  // Looked at again when the other window closes, the page would learn of the change before it is in the way.
  await page.route('**/reading', (route) => route.abort())
  const other = await page.context().newPage()
  await other.goto(page.url())
  await saved(other)
  await choose(other, 'tone', 'sachlich')
  await saved(other)
  await other.close()
  for (const [side, held] of [
    ['[data-take-there]', 'calm'],
    ['[data-keep-here]', 'loud'],
  ] as const) {
    if (side === '[data-keep-here]') {
      const another = await page.context().newPage()
      await another.goto(page.url())
      await saved(another)
      await choose(another, 'balance', '5')
      await saved(another)
      await another.close()
    }
    await choose(page, 'tone', 'aufgeregt')
    const conflict = page.locator('[data-conflict]')
    await conflict.getByText(de.script.documentAnswers.changedElsewhere).waitFor()
    assert.match(await conflict.innerText(), /sachlich/)
    await conflict.locator(side).click()
    await saved(page)
    assert.deepEqual(await chosen(page, 'tone'), [held])
    assert.equal((await answers()).tone, held)
  }
})

test('finishing asks for what is required, leads there, and then shows what was answered', async (t) => {
  const { page, origin } = await scene(t)
  await saved(page)
  await mark(page, 'gefährliche Wende', '3')
  await page.keyboard.press('Control+Enter')
  await page.getByText(de.script.flow.unfinished).waitFor()
  await page.setViewportSize({ width: 360, height: 640 })
  await page.locator('[data-finish="marks"]:visible').last().click()
  await page.waitForFunction((words) => {
    const status = document.querySelector('[data-flow-status]')!
    const { top, bottom } = status.getBoundingClientRect()
    return status.textContent === words && top > 0 && bottom < innerHeight
  }, de.script.flow.unfinished)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.click('[data-open-answer="tone"]')
  assert.ok(await field(page, 'tone').evaluate((field) => field.contains(document.activeElement)))
  await page.keyboard.press('2')
  await page.locator('[data-open-answer]').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await page.waitForURL((url) => url.pathname === deskOf(2))
  await page.goto(origin + deskOf(1))
  assert.match(await page.locator('#document').innerText(), /Wie klingt der Artikel\?\s+aufgeregt/)
  assert.equal(await field(page, 'tone').count(), 0)
})

test('without scripts a form keeps the answers, and finishing keeps them too', async (t) => {
  const { page, answers, origin } = await scene(t, { javaScriptEnabled: false })
  await page.check('[name="answer.missing"][value="true"]')
  await page.click('[data-document-save]')
  await page.fill('[name="answer.which"]', 'Die Opposition')
  await page.check('[name="answer.tone"][value="calm"]')
  await page.click('.end button[value="nothing"]')
  await page.waitForURL((url) => url.pathname === deskOf(2))
  assert.deepEqual(await answers(), { tone: 'calm', missing: true, which: 'Die Opposition' })
  await page.goto(`${origin}${deskOf(1)}/sentences`)
  assert.match(await page.locator('#document').innerText(), /sachlich/)
})

test('an answer is undone and done again like a mark, by key and button, after a reload, from the next article', async (t) => {
  const { page, answers, origin } = await scene(t)
  await choose(page, 'tone', 'aufgeregt')
  await choose(page, 'balance', '2')
  await saved(page)
  await page.reload()
  await saved(page)
  await page.locator('#article').focus()
  await page.keyboard.press('Control+z')
  assert.match(await page.locator('[data-announce]').innerText(), /^Rückgängig: Antwort zum Artikel geändert, „/)
  assert.deepEqual(await chosen(page, 'balance'), [])
  assert.deepEqual(await chosen(page, 'tone'), ['loud'])
  await page.keyboard.press('Control+Shift+z')
  assert.deepEqual(await chosen(page, 'balance'), ['2'])
  await saved(page)
  await page.goto(origin + deskOf(2))
  await page.locator('[data-undo]').click()
  await page.locator('[data-undo]').click()
  await saved(page)
  assert.equal(await answers(), undefined)
  await page.goto(origin + deskOf(1))
  // The page may have been loaded before; then it is brought up to date.
  await field(page, 'tone').locator('input:checked').waitFor({ state: 'detached' })
})

test('an answer that was changed elsewhere meanwhile is not undone, and that is said', async (t) => {
  const { page, origin } = await scene(t)
  await choose(page, 'tone', 'aufgeregt')
  await saved(page)
  const { page: other } = await openPage(await openBrowser(t))
  await signIn(other, origin)
  await other.goto(origin + deskOf(1))
  await choose(other, 'balance', '3')
  await saved(other)
  await page.reload()
  await saved(page)
  await page.locator('#article').focus()
  await page.keyboard.press('Control+z')
  assert.match(await page.locator('[data-announce]').innerText(), /^Nicht mehr rückgängig zu machen/)
  assert.deepEqual(await chosen(page, 'tone'), ['loud'])
  assert.deepEqual(await chosen(page, 'balance'), ['3'])
})

test('what is being typed while the same answer changes elsewhere is not lost: it becomes a choice', async (t) => {
  const { page, answers } = await scene(t)
  await saved(page)
  await choose(page, 'missing', 'ja')
  await saved(page)
  // The page learns of the change while somebody types, not before, when the other window closes.
  await page.route('**/reading', (route) => route.abort())
  const other = await page.context().newPage()
  await other.goto(page.url())
  await saved(other)
  await field(other, 'which').locator('textarea').fill('Von dort')
  await other.keyboard.press('Tab')
  await saved(other)
  await other.close()
  const area = field(page, 'which').locator('textarea')
  await area.fill('Von hier, eben getippt')
  await page.unroute('**/reading')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  const conflict = page.locator('[data-conflict]')
  await conflict.waitFor()
  assert.match(
    await conflict.innerText(),
    /Von hier, eben getippt[\s\S]*Von dort|Von dort[\s\S]*Von hier, eben getippt/,
  )
  await conflict.locator('[data-keep-here]').click()
  await saved(page)
  assert.equal((await answers()).which, 'Von hier, eben getippt')
})
