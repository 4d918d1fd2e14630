/** A round's agreement in Chromium: its passages are walked by key, and what is measured long is followed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser, openPage } from '../support/browser.ts'
import { signIn, startWithAda } from '../support/desk.ts'
import { readByTwo } from '../support/read-by-two.ts'
import { severalArticles } from '../support/several-articles.ts'
import { wholeFile } from '../support/whole-file.ts'

const file = wholeFile()
const { server } = await startWithAda(file, {}, readByTwo(severalArticles(2)))
const browser = await openBrowser(file)

test('n and p walk through the passages while these have the focus, and are no keys elsewhere or with Ctrl', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/studies/mehrere-artikel/agreement`)
  await page.waitForLoadState('load')
  const followed = await page.evaluateHandle(() => {
    const links: string[] = []
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('.passages a[rel]')
      if (!link) return
      event.preventDefault()
      links.push(link.rel)
    })
    return links
  })
  await page.keyboard.press('n')
  await page.locator('.passage-title').click()
  await page.keyboard.press('Control+n')
  assert.deepEqual(await followed.jsonValue(), [])
  await page.keyboard.press('n')
  assert.deepEqual(await followed.jsonValue(), ['next'])
  await page.reload()
  await page.locator('.passage-title').click()
  for (const [key, passage] of [
    ['n', '2'],
    ['n', '3'],
    ['p', '2'],
  ] as const) {
    await page.keyboard.press(key)
    await page.waitForURL(new RegExp(`passage=${passage}`))
    await page.waitForLoadState('load')
  }
})

test('γ is followed while it is measured: its numbers come by themselves, and stand in the methods', async () => {
  const { page } = await openPage(browser)
  await signIn(page, server.origin)
  await page.goto(`${server.origin}/studies/mehrere-artikel/agreement`)
  await page.locator('form[action$="/gamma/begin"] button').click()
  await page.locator('section[aria-labelledby="gamma"] strong').waitFor()
  await page.locator('.methods', { hasText: 'Mathet 2017' }).waitFor()
  assert.equal(await page.locator('section[aria-labelledby="gamma"] [role="status"]').count(), 0)
})
