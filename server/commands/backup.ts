/** `backup`: a copy of the whole database, checked after it is written, beside a running server too. */
import { createReadStream, realpathSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkRecords } from '../annotations/checking-actions.ts'
import { systemClock } from '../clock.ts'
import { CONFIG_OPTIONS, type Config, databaseFile, readArguments, readConfig } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { compactSqlite, copySqlite, findDamage } from '../database/sqlite-backup.ts'
import { newSha256 } from '../digest.ts'
import { CommandError } from '../errors.ts'
import { endAllTrials } from '../trials/trial-actions.ts'
import { emptyAll } from '../workshops/emptying/emptying-actions.ts'
import { listFilled } from '../workshops/emptying/emptying-store.ts'
import { newTarget, writeWhole } from './targets.ts'
import { openForReading } from './workplace.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  json: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const

interface Report {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly articles: number
  readonly revisions: number
}

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const [typed, ...more] = positionals
  if (typed === undefined || typed === '-' || more.length > 0)
    throw new CommandError('usage: lesart backup FILE [--force] [--json]', 2)
  const config = readConfig(values)
  if (config.databaseUrl !== undefined)
    throw new CommandError(
      'backup: PostgreSQL makes copies of its own: pg_dump --format=custom --file=FILE "$DATABASE_URL"',
    )
  // It says in one line where there is no database, or one of another version.
  await (await openForReading(config)).database.close()
  const target = newTarget(typed, values.force)
  refuseDatabase(config, target, typed)
  // The copy is for this user alone, like what it is a copy of.
  process.umask(0o077)
  const report = await writeWhole(target, (file) => copyChecked(databaseFile(config), file, target))
  await flushFolder(path.dirname(target))
  process.stdout.write(
    values.json
      ? `${JSON.stringify(report)}\n`
      : `${typed}: ${report.articles} articles, ${report.revisions} revisions, ${report.bytes} bytes, checked\n`,
  )
}

/** With --force too, a database is not replaced by its own copy while somebody may be using it. */
function refuseDatabase(config: Config, target: string, typed: string): void {
  const folder = realpathSync(config.data)
  const isThere = path.dirname(target) === config.data || realFolder(target) === folder
  if (isThere && /^lesart\.(db(-wal|-shm|-journal)?|lock)$/i.test(path.basename(target)))
    throw new CommandError(`${typed}: is the database itself; name another file`)
}

function realFolder(file: string): string | undefined {
  try {
    return realpathSync(path.dirname(file))
  } catch {
    return undefined
  }
}

async function copyChecked(database: string, file: string, target: string): Promise<Report> {
  copySqlite(database, file)
  const whole = await sound(database, file)
  const { articles, revisions } = (await leaveGuestsOut(file)) ? await sound(database, file) : whole
  const hash = newSha256()
  await pipeline(createReadStream(file), hash)
  return { file: target, bytes: statSync(file).size, sha256: hash.digest('hex'), articles, revisions }
}

async function sound(database: string, file: string): Promise<Pick<Report, 'articles' | 'revisions'>> {
  const { faults, ...counts } = await check(file)
  if (faults.length === 0) return counts
  throw new CommandError(
    `${database}: ${faults.length} faults were found, and no copy was kept; the first one: ${faults[0]}`,
  )
}

/** What goes from the database by itself must not wait in a copy of it. Whether there was anything to leave out. */
async function leaveGuestsOut(file: string): Promise<boolean> {
  const database = await openDatabase({ engine: 'sqlite', file })
  const isFilled = (await listFilled(database.db)).length > 0
  if (isFilled) await emptyAll({ clock: systemClock, database })
  const hadVisitors = await endAllTrials({ clock: systemClock, database })
  await database.close()
  compactSqlite(file)
  return isFilled || hadVisitors
}

async function check(file: string): Promise<Pick<Report, 'articles' | 'revisions'> & { faults: readonly string[] }> {
  const damage = findDamage(file)
  if (damage.length > 0) return { articles: 0, revisions: 0, faults: damage }
  const { db, close } = await openDatabase({ engine: 'sqlite', file, readOnly: true })
  try {
    return await checkRecords(db)
  } finally {
    await close()
  }
}

/** So that the new name outlives a power cut. Windows has no such thing, and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
