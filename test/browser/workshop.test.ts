/** A workshop on a school's network: an instructor and three phones, each a browser of its own, on a name that is not localhost. */
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dragOver, openBrowser, openPage } from '../support/browser.ts'
import { PASSWORD, saved, signInByHand, startWithAda } from '../support/desk.ts'
import { fingerOn } from '../support/fingers.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'

const RULES = ['--host-resolver-rules=MAP lesart.test 127.0.0.1']
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Chromium says that it heeds no header of a plain address, and that a stream was cut. */
const IDLE = /Cross-Origin-Opener-Policy|Origin-Agent-Cluster|ERR_INTERNET_DISCONNECTED|ERR_INCOMPLETE_CHUNKED/

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function startSchool(t: TestContext): Promise<string> {
  const data = freshFolder(t)
  await lesart(['account', 'add', 'Ines', '--data', data], PASSWORD)
  const port = await freePort()
  const origin = `http://lesart.test:${port}`
  await startServer(t, data, { LESART_URL: origin }, ['--port', String(port)])
  return origin
}

async function join(page: Page, origin: string, code: string): Promise<void> {
  await page.goto(`${origin}/join`)
  await page.fill('[name=code]', code)
  await page.locator('[name=code]').press('Enter')
  await page.locator('#article').waitFor()
}

/** The phase on an instructor's or a participant's page. */
const inPhase = (page: Page, phase: string) =>
  page.locator(`[data-phase="${phase}"], [data-workshop-phase="${phase}"]`).waitFor()

test('a class joins, marks, looks together and ends, on three phones at once', async (t) => {
  const origin = await startSchool(t)
  const desktop = await openPage(await openBrowser(t, RULES))
  const { page: ines } = desktop
  await signInByHand(ines, origin, 'Ines')
  await ines.click('[data-demo-workshop]')
  await inPhase(ines, 'lobby')
  const code = (await ines.locator('[data-join-code]').textContent())!
  assert.match(code, /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)

  const phones = []
  for (let number = 0; number < 3; number++) phones.push(await openPage(await openBrowser(t, RULES), PHONE))
  await Promise.all(
    phones.map(({ page }, n) => join(page, origin, n === 0 ? code : ` ${code.toLowerCase().replace('-', ' ')} `)),
  )
  for (const { page } of phones) {
    assert.equal(await page.evaluate(() => isSecureContext), false)
    await page.locator('[data-lock="waiting"]').waitFor()
  }
  await ines.locator('[data-count="joined"]', { hasText: /^27$/ }).waitFor()

  await ines.click('[data-next-phase]')
  await inPhase(ines, 'marking')
  await Promise.all(phones.map(({ page }) => inPhase(page, 'marking')))
  const [first, second, third] = phones.map(({ page }) => page)
  for (const page of [first!, second!]) {
    await page.locator('.desk-foot').waitFor({ state: 'attached' })
    const finger = await fingerOn(page)
    await finger.tap('gewohnt')
    await page.locator('[data-sheet] [data-tag="framing"]').click()
    await saved(page)
  }
  await third!.context().setOffline(true)
  await dragOver(third!, 'gewohnt diplomatisch verpackt')
  await third!.keyboard.press('3')
  await third!.locator('[data-save-state="waiting"]').waitFor()
  await third!.locator('[data-lost]:not([hidden])').waitFor()

  const pseudonym = await first!.locator('.pseudonym').first().textContent()
  await first!.reload()
  await first!.locator('#article mark').first().waitFor()
  assert.equal(await first!.locator('.pseudonym').first().textContent(), pseudonym)
  await ines.locator('tr', { hasText: pseudonym! }).locator('td', { hasText: /^1$/ }).waitFor()

  await ines.click('[data-next-phase]')
  await inPhase(ines, 'neighbours')
  await Promise.all([first!, second!].map((page) => inPhase(page, 'neighbours')))
  await third!.context().setOffline(false)
  await inPhase(third!, 'neighbours')
  await saved(third!)
  await third!.locator('#article mark').first().waitFor()

  for (const phase of ['together', 'second-marking', 'reference', 'ended']) {
    await ines.click('[data-next-phase]')
    await inPhase(ines, phase)
    await Promise.all(phones.map(({ page }) => inPhase(page, phase)))
  }
  assert.equal(await ines.locator('[data-next-phase]').count(), 0)
  for (const { troubles } of [desktop, ...phones])
    assert.deepEqual(
      troubles.filter((trouble) => !IDLE.test(trouble)),
      [],
    )
})

test('phones say what has become of who holds them: with whom they compare, taken out, erased elsewhere', async (t) => {
  const { server } = await startWithAda(t)
  const { origin } = server
  const browser = await openBrowser(t)
  const { page: ada } = await openPage(browser)
  await signInByHand(ada, origin)
  await ada.click('[data-demo-workshop]')
  await inPhase(ada, 'lobby')
  const code = (await ada.locator('[data-join-code]').textContent())!
  const console = ada.url()
  const phones = []
  for (let number = 0; number < 3; number++) {
    const { page } = await openPage(browser, PHONE)
    await join(page, origin, code)
    phones.push(page)
  }
  const [first, second, third] = phones as [Page, Page, Page]
  const nameOf = (page: Page) => page.locator('.whoami .pseudonym').innerText()
  const names = [await nameOf(first), await nameOf(second), await nameOf(third)]
  const place = () => second.evaluate(() => scrollY)
  await ada.click('[data-next-phase]')
  await inPhase(second, 'marking')
  const timer = second.locator('[data-timer]')
  await timer.waitFor()
  await ada.click('[data-stop-timer]')
  await timer.waitFor({ state: 'hidden' })
  await second.evaluate(() => scrollTo(0, 900))
  await ada.locator('[data-phase="marking"] [data-next-phase]').click()

  await t.test('the partner stands in sight from the beginning of the article to its end', async () => {
    await inPhase(second, 'neighbours')
    const partner = second.locator('[data-partner]', { hasText: names[0]! })
    await partner.waitFor()
    assert.equal(await place(), 0, 'what is new begins at the top')
    await second.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
    assert.ok(await partner.evaluate((line) => line.getBoundingClientRect().top >= 0))
  })

  await t.test('one’s own sheet is read on a phone without going sideways', async () => {
    await second.goto(`${console}/own/sheet`)
    await second.locator('.report-line').first().waitFor()
    const outside = await second.evaluate(
      () =>
        [...document.querySelectorAll('.sheet-page, .report-line > span')].filter((one) => {
          const { left, right } = one.getBoundingClientRect()
          return left < 0 || right > innerWidth
        }).length,
    )
    assert.equal(outside, 0)
    await second.goto(`${console}/desk`)
    await second.locator('#article').waitFor()
  })

  await t.test('who is taken out reads so, and why', async () => {
    await ada.goto(console)
    await ada.locator('tr', { hasText: names[2]! }).locator('[value=remove]').click()
    await third.locator('[data-left="removed"]').waitFor()
  })

  await t.test('a phone whose participant was erased on another one asks for no password', async () => {
    await first.goto(`${console}/own`)
    await first.locator('form[action$="/own/recovery"] button').click()
    const own = await first.locator('[data-recovery-code]').innerText()
    await first.goto(`${console}/desk`)
    const { page: other } = await openPage(browser, PHONE)
    await join(other, origin, own)
    await other.goto(`${console}/own`)
    await other.check('[name=sure]')
    await other.locator('form[action$="/own/erasure"] button').click()
    await first.locator('[data-left="gone"]').waitFor()
    await second.locator('#article').waitFor()
  })
})
