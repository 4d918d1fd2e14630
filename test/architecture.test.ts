/** The map as a test: which file may import which, by its role and its domain. ARCHITECTURE.md says it in words. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

const project = path.resolve(import.meta.dirname, '..')

/** Left may never import right. */
const ORDER = [
  ['text'],
  ['charts'],
  ['accounts'],
  ['studies'],
  ['articles', 'codebook'],
  ['rounds'],
  ['questions'],
  ['annotations'],
  ['suggestions'],
  ['agreement'],
  ['qualification'],
  ['exchange'],
  ['team'],
  ['managing'],
  ['workshops'],
  ['trials'],
  ['help'],
  ['home'],
]
const rankOf = (domain: string) => ORDER.findIndex((row) => row.includes(domain))

/** Files whose role their name does not say. */
const ROLES: Readonly<Record<string, Role>> = {
  'server/accounts/password.ts': 'helper',
  'server/codebook/markdown.ts': 'markdown',
  'server/workshops/joining/qr.ts': 'qr',
  'server/agreement/measuring.ts': 'helper',
  'server/agreement/worker.ts': 'helper',
  'server/articles/intake/intake.ts': 'helper',
  'server/articles/intake/worker.ts': 'helper',
  'server/exchange/formats/index.ts': 'format',
  'server/exchange/format.ts': 'format',
  'server/exchange/formats/shared/zip.ts': 'zip',
  'server/exchange/formats/shared/parquet-writer.ts': 'parquet-writer',
  'server/exchange/files/packing.ts': 'files',
  'server/exchange/files/recoding.ts': 'files',
  'server/exchange/files/unpacking.ts': 'files',
  'server/exchange/files/recognising.ts': 'files',
  'server/exchange/files/opening.ts': 'files',
  'server/random.ts': 'pure',
  'server/digest.ts': 'digest',
  'server/errors.ts': 'errors',
  'server/parts.ts': 'parts',
  'server/clock.ts': 'clock',
  'server/route.ts': 'route',
  'server/version.ts': 'version',
  'server/frozen.ts': 'parts',
  'server/config.ts': 'config',
  'server/web/fields.ts': 'input',
  'server/web/reasons.ts': 'input',
  'server/web/list-fields.ts': 'input',
  'server/web/list.ts': 'pure',
  'server/web/settings.ts': 'pure',
  'server/web/answer.ts': 'answer',
  'server/web/reader.ts': 'answer',
  'server/web/local-path.ts': 'answer',
  'server/web/limits.ts': 'helper',
  'server/web/live.ts': 'helper',
  'server/database/violations.ts': 'db',
  'server/database/db.ts': 'db',
  'server/database/portions.ts': 'pure',
  'db/schema.ts': 'db',
  'db/schema-articles.ts': 'db',
  'db/schema-people.ts': 'db',
  'db/schema-workshops.ts': 'db',
}

const MAY_IMPORT = {
  pure: ['pure'],
  browser: ['pure', 'browser', 'type input', 'type page', 'type words', 'idb'],
  words: ['words'],
  page: ['pure', 'page', 'type format'],
  input: ['pure', 'input', 'zod', 'format'],
  store: ['pure', 'db', 'kysely', 'store'],
  actions: [
    'pure',
    'page',
    'input',
    'store',
    'actions',
    'helper',
    'markdown',
    'qr',
    'format',
    'files',
    'db',
    'digest',
    'errors',
    'parts',
    'version',
    'node:',
  ],
  routes: ['pure', 'page', 'input', 'store', 'actions', 'format', 'errors', 'parts', 'route', 'answer'],
  format: ['pure', 'input', 'format', 'zip', 'parquet-writer', 'digest', 'zod', 'csv-parse/sync', 'saxes'],
  zip: ['format', 'node:'],
  'parquet-writer': ['hyparquet-writer'],
  files: ['pure', 'format', 'files', 'reader', 'zip', 'node:', 'yauzl'],
  markdown: ['pure', 'markdown-it'],
  qr: ['pure', 'uqr'],
  reader: ['pure', 'reader', 'node:', 'chardet', 'csv-parse/sync', 'markdown-it', 'linkedom', '@mozilla/readability'],
  helper: ['node:', '@node-rs/argon2', 'rate-limiter-flexible', 'errors', 'pure', 'reader'],
} as const satisfies Record<string, readonly string[]>

type Role = string

function roleOf(file: string): Role {
  const named = ROLES[file]
  if (named) return named
  if (file.startsWith('public/browser/')) return 'browser'
  if (file.startsWith('server/exchange/formats/')) return 'format'
  const [top, folder, rest] = file.split('/')
  if (top === 'server' && folder === 'words') return 'words'
  if (top !== 'server' || rest === undefined || rankOf(folder!) === -1) return 'shell'
  return /-(page|input|store|actions|routes|reader)\.ts$/.exec(file)?.[1] ?? 'pure'
}

interface Import {
  readonly to: string
  readonly isType: boolean
}

/** All imports of a file: static, dynamic, bare, and re-exports. */
function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(project, file), 'utf8')
  const found = source.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/gm,
  )
  return [...found].map(([, type, fixed, dynamic]) => {
    const to = (fixed ?? dynamic)!
    return { isType: type !== undefined, to: to.startsWith('.') ? path.posix.join(path.posix.dirname(file), to) : to }
  })
}

function targetOf(to: string): string {
  if (to.startsWith('node:')) return 'node:'
  return to.endsWith('.ts') ? roleOf(to) : to
}

const files = globSync(['server/**/*.ts', 'public/browser/**/*.ts', 'db/*.ts'], { cwd: project }).sort()

test('there are files to look at', () => assert.ok(files.length > 60))

for (const file of files) {
  const role = roleOf(file)
  const allowed: readonly string[] | undefined = MAY_IMPORT[role as keyof typeof MAY_IMPORT]
  test(`${file} imports only what a ${role} file may`, () => {
    for (const { to, isType } of importsOf(file)) {
      const target = targetOf(to)
      if (allowed) {
        const isAllowed = allowed.includes(target) || (isType && allowed.includes(`type ${target}`))
        assert.ok(isAllowed, `${file} (${role}) must not import ${to} (${target})`)
      }
      const [from, onto] = [domainOf(file), domainOf(to)]
      if (from && onto && from !== onto)
        assert.ok(rankOf(onto) < rankOf(from), `${from} must not depend on ${onto}: ${file} imports ${to}`)
    }
  })
}

function domainOf(file: string): string | undefined {
  const [top, folder] = file.split('/')
  return top === 'server' && folder && rankOf(folder) !== -1 ? folder : undefined
}

test('web/ and database/ know no domain', () => {
  for (const file of files.filter((file) => /^server\/(web|database)\//.test(file)))
    for (const { to } of importsOf(file)) {
      const domain = domainOf(to)
      assert.ok(domain === undefined || domain === 'text', `${file} must not import ${to}`)
    }
})

test('only files of an engine name its driver', () => {
  for (const file of files) {
    const names = importsOf(file).filter(({ to }) => to === 'better-sqlite3' || to === 'pg')
    if (names.length > 0) assert.match(file, /^server\/database\/(sqlite|postgres|lock)[^/]*\.ts$/)
  }
})

test('no file is longer than 300 lines', () => {
  for (const file of files) {
    const lines = readFileSync(path.join(project, file), 'utf8').split('\n').length
    assert.ok(lines <= 300, `${file} has ${lines} lines: is it one idea?`)
  }
})
