/**
 * Runs all tests, or those whose path contains one of the words given; those that open a database on SQLite and on
 * PostgreSQL.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { needChromium } from './support/chromium-path.ts'
import { makeTemplate } from './support/database.ts'
import { FOLDER_OF_RUN } from './support/folders.ts'
import { isForPostgres, onPostgres } from './support/on-postgres.ts'
import { POSTGRES, startPostgres } from './support/postgres.ts'

const project = path.resolve(import.meta.dirname, '..')
const words = process.argv.slice(2)
const files = globSync('test/**/*.test.ts', { cwd: project })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort()

needChromium()
const folder = mkdtempSync(path.join(tmpdir(), 'lesart-tests-'))
process.env[FOLDER_OF_RUN] = folder
const everywhere = files.filter((file) => !isForPostgres(file))
const again = onPostgres(files, folder)
const server = again.length > 0 ? await startPostgres() : undefined
if (typeof server === 'string') {
  const code = await run(everywhere, `Not run on PostgreSQL: ${again.length} of ${everywhere.length} files. ${server}.`)
  finish(process.env.CI ? code || 1 : code)
} else if (server) {
  process.env[POSTGRES] = server.url
  await makeTemplate()
  const code = await run([...everywhere, ...again])
  await server.stop()
  finish(code)
} else finish(await run(everywhere))

/** @param remark stands before the runner's closing lines */
async function run(files: readonly string[], remark?: string): Promise<number> {
  const args = ['--test', '--test-concurrency=2', '--test-timeout=300000', '--test-reporter=spec', ...files]
  const child = spawn(process.execPath, args, {
    cwd: project,
    stdio: ['inherit', remark === undefined ? 'inherit' : 'pipe', 'inherit'],
    // Whatever a developer has set for an instance of their own is not for tests.
    env: { ...process.env, DATABASE_URL: '' },
  })
  const exited = once(child, 'exit')
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout })) {
      if (/ℹ tests \d/.test(line)) process.stdout.write(`${remark}\n`)
      process.stdout.write(`${line}\n`)
    }
  const [code] = await exited
  return code ?? 1
}

function finish(code: number): never {
  rmSync(folder, { recursive: true })
  process.exit(code)
}
