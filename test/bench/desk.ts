/** What the first article's desk costs to load. */
import { gzipSync } from 'node:zlib'
import { openBrowser, openPage } from '../support/browser.ts'
import { freshFolder } from '../support/folders.ts'
import { startServer } from '../support/program.ts'
import { demonstrationPath } from './support/instance.ts'
import type { Question } from './support/measure.ts'

export const desk: Question = async (t) => {
  const { origin } = await startServer(t, freshFolder(t))
  const { page } = await openPage(await openBrowser(t))
  const files: Promise<{ isScript: boolean; body: Buffer }>[] = []
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    files.push(response.body().then((body) => ({ isScript, body })))
  })
  await page.goto(origin + (await demonstrationPath(origin)), { waitUntil: 'networkidle' })
  const loaded = await Promise.all(files)
  const scripts = loaded.filter(({ isScript }) => isScript)
  const kilobytes = (sizes: readonly number[]) => `${(sizes.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB`
  return [
    {
      question: 'desk of the first article: our scripts, gzip',
      measured: kilobytes(scripts.map(({ body }) => gzipSync(body).length)),
      reach: '<= 45 kB',
    },
    { question: 'desk of the first article: requests', measured: String(loaded.length), reach: '<= 12' },
    {
      question: 'desk of the first article: bytes in all',
      measured: kilobytes(loaded.map(({ body }) => body.length)),
    },
  ]
}
