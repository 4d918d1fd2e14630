/** A whole article without scripts: tagged, changed, taken back, asked about, skipped, opened again and finished. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { de } from '../../server/words/de.ts'
import { follow, openBrowser, openPage } from '../support/browser.ts'
import { annotationsIn, signIn, startWithAda } from '../support/desk.ts'

test('people who have no scripts mark, change, ask, skip, open again and finish by forms', async (t) => {
  const { server, data } = await startWithAda(t)
  const { page, troubles } = await openPage(await openBrowser(t), { javaScriptEnabled: false })
  const marks = async () =>
    (await annotationsIn(data)).map(({ tag, quote, note, attributes }) => ({ tag, quote, note, attributes }))
  await signIn(page, server.origin)
  await page.click('[data-demo]')
  await page.getByText(de.forms.toForms).first().click()

  const sentence = page.locator('.sentence', { hasText: 'Moskau nahm den Ball dankbar auf.' })
  await follow(sentence.locator('button[value="framing"]'))
  await follow(sentence.locator('button[value="attribution"]'))
  assert.equal(await sentence.locator('.sentence-marks li').count(), 2)
  assert.equal(await sentence.locator('mark').count(), 2)
  assert.match(page.url(), /\/sentences#s\d+$/)

  const attribution = sentence.locator('li', { hasText: 'Wiedergabe' })
  await attribution.getByText(de.forms.change).click()
  await page.locator('input[name="attribute.type"][value="indirect"]').check()
  await page.fill('#note', 'Erste Zeile\nzweite Zeile')
  await page.getByText(de.forms.save).click()
  await follow(sentence.locator('li', { hasText: 'Redaktionelles Framing' }).getByText(de.script.retract))
  const quote = 'Moskau nahm den Ball dankbar auf.'
  assert.deepEqual(await marks(), [
    { tag: 'attribution', quote, note: 'Erste Zeile\nzweite Zeile', attributes: { type: 'indirect' } },
  ])

  await sentence.getByText(de.script.ask.open).click()
  assert.equal(await page.locator('.marked-words').innerText(), quote)
  await page.fill('#text', 'Wer sagt das?')
  await page.getByText(de.script.ask.send).click()
  await page.locator('.question', { hasText: 'Wer sagt das?' }).waitFor()
  await page.getByText(de.flow.back).click()

  await page.locator('.skip-article summary').click()
  await page.fill('#reason', 'Nur eine Probe')
  await page.locator('.skip-article button').click()
  await page.locator('.closed', { hasText: 'Nur eine Probe' }).first().waitFor()
  await page.locator('.closed button').first().click()
  await page.locator('.end button[data-finish="marks"]').click()
  await page.locator('.closed', { hasText: de.flow.finished }).first().waitFor()
  await follow(page.getByText(de.forms.toForms).first())
  assert.equal(await page.locator('.tag-form').count(), 0)
  assert.equal((await marks()).length, 1)
  assert.deepEqual(troubles, [])
})

test('a class without scripts is led, marks, looks and marks again by forms', async (t) => {
  const { server } = await startWithAda(t)
  const browser = await openBrowser(t)
  const [{ page: ada }, { page: pupil, troubles }] = [
    await openPage(browser, { javaScriptEnabled: false }),
    await openPage(browser, { javaScriptEnabled: false }),
  ]
  await signIn(ada, server.origin)
  await ada.click('[data-demo-workshop]')
  const code = await ada.locator('[data-join-code]').innerText()
  const next = async () => {
    await ada.click('[data-next-phase]')
    await pupil.goto(server.origin + workshop)
  }
  await pupil.goto(`${server.origin}/join`)
  await pupil.fill('[name=code]', code)
  await pupil.press('[name=code]', 'Enter')
  await pupil.locator('[data-workshop-phase]').waitFor()
  await pupil.waitForLoadState('load')
  const workshop = new URL(pupil.url()).pathname
  assert.equal(await pupil.locator('a[href$="/sentences"]').count(), 0)

  await next()
  await follow(pupil.locator('a[href$="/sentences"]'))
  const sentence = pupil.locator('.sentence', { hasText: 'Moskau nahm den Ball dankbar auf.' })
  await follow(sentence.locator('button[value="framing"]'))
  assert.equal(await sentence.locator('.sentence-marks li').count(), 1)
  assert.equal(await pupil.getByText(de.script.ask.open).count(), 0)
  await follow(pupil.getByText(de.forms.toDesk))
  assert.equal(new URL(pupil.url()).pathname, workshop)
  await follow(pupil.locator('button[data-finish="marks"]'))
  assert.equal(new URL(pupil.url()).pathname, workshop)

  await next()
  await pupil.locator('[data-workshop-phase="neighbours"]').waitFor()
  await next()
  await pupil.locator('[data-workshop-phase="together"]').waitFor()
  assert.equal(await pupil.locator('#article mark').count(), 1)
  assert.equal(await pupil.locator('a[href$="/sentences"]').count(), 0)
  await next()
  await follow(pupil.locator('a[href$="/sentences"]'))
  await follow(sentence.locator('button[value="attribution"]'))
  await pupil.goto(server.origin + workshop)
  assert.equal(await pupil.locator('#article mark').count(), 2)
  assert.deepEqual(troubles, [])
})
