/** What every command works on: the database, in the data folder or on a server, and its lock. */
import { mkdirSync } from 'node:fs'
import { startMeasuring } from '../agreement/measuring.ts'
import { startIntake } from '../articles/intake/intake.ts'
import { systemClock } from '../clock.ts'
import { type Config, databaseFile } from '../config.ts'
import { lockFolder } from '../database/lock.ts'
import { openDatabase } from '../database/open-database.ts'
import { CommandError } from '../errors.ts'
import { keepFrozen } from '../frozen.ts'
import type { Parts } from '../parts.ts'
import { keepLimits } from '../web/limits.ts'
import { startLive } from '../web/live.ts'
import { inWords } from './machine-words.ts'

/** Opens the database for writing, for this process alone. Throws CommandError where that cannot be. */
export async function openWorkplace(config: Config): Promise<Parts> {
  if (config.databaseUrl !== undefined) return partsOf(config, await openServer(config.databaseUrl, false))
  makeFolder(config.data)
  const unlock = takeLock(config.data)
  try {
    const database = await openDatabase({ engine: 'sqlite', file: databaseFile(config) })
    // Closing gives the folder back. Until then the database holds the lock: one that nobody holds is collected and lost.
    return partsOf(config, { ...database, close: () => database.close().finally(unlock) })
  } catch (error) {
    unlock()
    throw oneLine(config.data, error)
  }
}

/** Opens the database for reading, beside a server that may be running. */
export async function openForReading(config: Config): Promise<Parts> {
  if (config.databaseUrl !== undefined) return partsOf(config, await openServer(config.databaseUrl, true))
  try {
    return partsOf(config, await openDatabase({ engine: 'sqlite', file: databaseFile(config), readOnly: true }))
  } catch (error) {
    throw oneLine(config.data, error)
  }
}

/** On a server the database holds its own lock, and the data folder is not used. */
async function openServer(url: string, readOnly: boolean): Promise<Parts['database']> {
  try {
    return await openDatabase({ engine: 'postgres', url, readOnly })
  } catch (error) {
    if (error instanceof CommandError || !(error instanceof Error)) throw error
    // A name with several addresses fails with one error for each, and no words of its own.
    const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : error.message
    throw new CommandError(`DATABASE_URL: the database cannot be used: ${reason}`)
  }
}

function partsOf(config: Config, database: Parts['database']): Parts {
  const report = (error: unknown) =>
    void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return {
    config,
    database,
    clock: systemClock,
    frozen: keepFrozen(),
    limits: keepLimits(),
    intake: startIntake(),
    measuring: startMeasuring(),
    welcome: { token: undefined },
    live: startLive(report),
    report,
  }
}

function makeFolder(folder: string): void {
  // The database, its log and its copies are for this user alone, whoever made the folder.
  process.umask(0o077)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw oneLine(folder, error)
  }
}

function takeLock(folder: string): () => void {
  let unlock: (() => void) | undefined
  try {
    unlock = lockFolder(folder)
  } catch (error) {
    throw oneLine(folder, error)
  }
  if (!unlock)
    throw new CommandError(
      `${folder}: another Lesart is running on this folder; stop it first, or name another one with --data`,
    )
  return unlock
}

/** Errors of the machine in one line that names the folder. */
function oneLine(folder: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'SQLITE_NOTADB' || error.code === 'SQLITE_CORRUPT')
    return new CommandError(
      `${folder}: the database is damaged (${error.message}) and was left as it is; put a whole copy in its place`,
    )
  const uid = process.getuid?.()
  const who = uid === undefined ? '' : ` (as user ${uid})`
  return new CommandError(`${folder}: cannot be used as the data folder${who}: ${inWords(error)}`)
}
