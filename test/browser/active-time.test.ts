/** Active time in the browser, by a clock that the test turns: silence, the background and pauses do not count. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser.ts'
import { mark, openDesk, startWithAda } from '../support/desk.ts'
import { lesart } from '../support/program.ts'

test('signs of life count, silence of over a minute and a pause do not, and the sum reaches the set', async (t) => {
  const { server, data } = await startWithAda(t)
  const { page, troubles } = await openDesk(await openBrowser(t), server.origin)
  const shown = page.locator('[data-active-minutes]')
  await shown.waitFor()
  await mark(page, 'Das Ergebnis', '3')
  await page.clock.install()
  const sign = () => page.evaluate(() => dispatchEvent(new Event('scroll')))
  const pass = async (seconds: number) => {
    await page.clock.fastForward(seconds * 1000)
    await sign()
  }
  await sign()
  for (let n = 0; n < 4; n++) await pass(50)
  assert.match(await shown.innerText(), /: 3 min/)
  await pass(600)
  assert.match(await shown.innerText(), /: 3 min/)
  const button = page.locator('[data-active-time] button')
  await button.click()
  assert.match(await shown.innerText(), /angehalten/)
  for (let n = 0; n < 4; n++) await pass(50)
  const answered = page.waitForResponse((response) => response.url().includes('/api/v1/visits/'))
  await button.click()
  for (let n = 0; n < 2; n++) await pass(50)
  assert.ok((await answered).ok())
  assert.match(await shown.innerText(), /: 5 min/)
  await page.close()
  const { stdout } = await lesart(['export', '--data', data, '--out', '-'])
  const article = JSON.parse(stdout.split('\n')[1]!)
  const own = article.annotationSets.find((set: { annotator: string }) => set.annotator === 'a1')
  assert.ok(own.activeSeconds >= 200 && own.activeSeconds < 600, String(own.activeSeconds))
  assert.deepEqual(troubles, [])
})
