import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dragOver, markedWords, openBrowser, openPage } from '../support/browser.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart, startServer } from '../support/program.ts'

const WORDS = 'wie eine direkte Kampfansage an die westliche Sicherheitsarchitektur klingt'

test('from the first start to an exported dataset: welcome, mark, reload, take out', async (t) => {
  const data = freshFolder(t)
  const server = await startServer(t, data)
  const { page, troubles } = await openPage(await openBrowser(t))
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))

  await page.goto(server.printed.href)
  await page.fill('[name=name]', 'Ada')
  await page.fill('[name=password]', 'lang genug für hier')
  await page.click('main button')
  await page.waitForURL(`${server.origin}/`)

  await page.click('[data-demo]')
  await dragOver(page, WORDS)
  await page.keyboard.press('3')
  assert.equal(await markedWords(page, '[data-tags="framing"]'), WORDS, 'the mark stands at once')
  await page.locator('[data-save-state="saved"]').waitFor()

  await page.reload()
  assert.equal(await markedWords(page, '[data-tags="framing"]'), WORDS, 'the mark is there after a reload')

  const exported = await lesart(['export', '--data', data, '--format', 'lesart', '--out', '-'])
  assert.equal(exported.code, 0, exported.stderr)
  const [, article] = exported.stdout.split('\n').map((line) => (line ? JSON.parse(line) : undefined))
  const own = article.annotationSets.find((set: { annotator: string }) => set.annotator === 'a1')
  assert.deepEqual(
    own.annotations.map(({ tag, quote, start, end }: Record<string, unknown>) => ({ tag, quote, start, end })),
    [{ tag: 'framing', quote: WORDS, start: 1550, end: 1625 }],
  )
  assert.deepEqual(troubles, [])
  assert.deepEqual(
    requests.filter((url) => !url.startsWith(server.origin)),
    [],
    'nothing leaves for elsewhere',
  )
})
