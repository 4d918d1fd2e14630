/** A plain-http address that is not localhost is no secure context: much of the browser is missing there, and nobody notices on localhost. */
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { dragOver, markedWords, openBrowser, openPage } from '../support/browser.ts'
import { PASSWORD, saved, signIn } from '../support/desk.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

for (const named of [true, false])
  test(`people mark on a host name that is not localhost, ${named ? 'named in LESART_URL' : 'named nowhere'}`, async (t) => {
    const data = freshFolder(t)
    await lesart(['account', 'add', 'Ada', '--data', data], PASSWORD)
    const port = await freePort()
    const origin = `http://lesart.test:${port}`
    await startServer(t, data, named ? { LESART_URL: origin } : {}, ['--port', String(port)])
    const { page, troubles } = await openPage(await openBrowser(t, ['--host-resolver-rules=MAP lesart.test 127.0.0.1']))
    await signIn(page, origin)
    assert.equal(await page.evaluate(() => isSecureContext), false, 'the test means nothing in a secure context')

    await page.click('[data-demo]')
    await dragOver(page, 'Moskau nahm den Ball dankbar auf')
    await page.keyboard.press('3')
    await saved(page)
    await page.reload()
    assert.equal(await markedWords(page, '[data-tags="framing"]'), 'Moskau nahm den Ball dankbar auf')
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'lesart')
    assert.deepEqual([cookie?.httpOnly, cookie?.secure, cookie?.sameSite], [true, false, 'Lax'])
    assert.deepEqual(
      troubles.filter((text) => !/Cross-Origin-Opener-Policy|Origin-Agent-Cluster/.test(text)),
      [],
    )
  })
