/** The same tests once more, on PostgreSQL: every file in which a test opens a database in its own process. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const project = path.resolve(import.meta.dirname, '../..')
const OPENS_DATABASES = 'test/support/database.ts'
/** Processes of their own, with an engine of their own; and what asks for far more of HTTP than of storage. */
const ELSEWHERE = /^test\/(browser|commands|bench|permissions\.|rights\.|web\/(?!action-order))/
/** Tests of one engine alone. */
const ONE_ENGINE = /\/(sqlite|postgres)[^/]*$/

/** Writes a file for each of these test files that runs its tests on PostgreSQL, and returns these. */
export function onPostgres(files: readonly string[], folder: string): string[] {
  return files
    .filter((file) => isForPostgres(file) || (isForAll(file) && leadsTo(file, OPENS_DATABASES, new Set())))
    .map((file) => {
      const again = path.join(folder, file.replace(/\.ts$/, '.mjs'))
      mkdirSync(path.dirname(again), { recursive: true })
      writeFileSync(again, script(file))
      return again
    })
}

/** Whether a test file needs a PostgreSQL server, and is not run without one. */
export function isForPostgres(file: string): boolean {
  return ONE_ENGINE.exec(file)?.[1] === 'postgres'
}

function isForAll(file: string): boolean {
  return !ELSEWHERE.test(file) && !ONE_ENGINE.test(file)
}

function script(file: string): string {
  return `import { suite } from 'node:test'
process.env.LESART_TEST_ENGINE = 'postgres'
await suite('on PostgreSQL: ${file}', () => import('${pathToFileURL(path.join(project, file))}'))
`
}

/** Whether a file imports another one, directly or by others of the tests' own. */
function leadsTo(file: string, target: string, seen: Set<string>): boolean {
  if (file === target) return true
  if (seen.has(file)) return false
  seen.add(file)
  const imports = readFileSync(path.join(project, file), 'utf8').matchAll(/ from '(\.[^']+)'/g)
  return [...imports]
    .map(([, to]) => path.posix.join(path.posix.dirname(file), to!))
    .filter((to) => to.startsWith('test/'))
    .some((to) => leadsTo(to, target, seen))
}
