/**
 * Runs all tests, or those whose path contains one of the words given; those that open a database on SQLite and on
 * PostgreSQL.
 */
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { needChromium } from './support/chromium-path.ts'
import { makeTemplate } from './support/database.ts'
import { FOLDER_OF_RUN, roomiest } from './support/folders.ts'
import { isForPostgres, onPostgres } from './support/on-postgres.ts'
import { POSTGRES, startPostgres } from './support/postgres.ts'

const project = path.resolve(import.meta.dirname, '..')
/** No more than PostgreSQL has connections for. */
const AT_ONCE = Math.min(8, Math.max(2, availableParallelism()))
const words = process.argv.slice(2)
const files = globSync('test/**/*.test.ts', { cwd: project })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort((a, b) => lengthOf(b) - lengthOf(a))

needChromium()
const folder = mkdtempSync(path.join(roomiest(), 'lesart-tests-'))
process.env[FOLDER_OF_RUN] = folder
process.env.TMPDIR = folder
// Whatever a developer has set for an instance of their own is not for tests.
process.env.DATABASE_URL = ''
const everywhere = files.filter((file) => !isForPostgres(file))
const again = onPostgres(files, folder)
const server = again.length > 0 ? await startPostgres() : undefined
if (typeof server === 'string') {
  const remark = `Not run on PostgreSQL: ${again.length} of ${everywhere.length} files. ${server}.`
  finish((await passes(everywhere, remark)) && !process.env.CI)
} else if (server) {
  process.env[POSTGRES] = server.url
  await makeTemplate()
  const passed = await passes([...everywhere, ...again])
  await server.stop()
  finish(passed)
} else finish(await passes(everywhere))

/** How long a file may take, beside others: those that drive browsers and programs begin, lest one of them ends alone. */
function lengthOf(file: string): number {
  const drives = /^test\/(browser|commands)\//.test(file)
  return statSync(path.join(project, file)).size + (drives ? 1_000_000 : 0)
}

/** @param remark stands before the closing lines */
async function passes(files: readonly string[], remark?: string): Promise<boolean> {
  const events = run({ files: [...files], cwd: project, concurrency: AT_ONCE, timeout: 300_000 })
  let passed = false
  events.on('test:summary', ({ file, success }) => {
    if (file === undefined) passed = success
  })
  for await (const chunk of events.compose(spec)) {
    const line = String(chunk)
    if (remark !== undefined && /ℹ tests \d/.test(line)) process.stdout.write(`${remark}\n`)
    process.stdout.write(line)
  }
  // Into a pipe, what has been written may still be on its way.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()))
  return passed
}

function finish(passed: boolean): never {
  rmSync(folder, { recursive: true })
  process.exit(passed ? 0 : 1)
}
