/** SQLite by better-sqlite3: one writing connection, settings that survive a power cut, checked after the first write. */
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, type SqliteStatement } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import { CommandError } from '../errors.ts'
import type { Database, Db } from './db.ts'
import { groupCommit } from './group-commit.ts'
import { checkMigrated, migrate } from './migrate.ts'
import { sqliteMigrating } from './sqlite-migrating.ts'
import { inTurns, MOST_SNAPSHOTS } from './turns.ts'

/** Below this version two connections can lose committed pages when one resets the write-ahead log (sqlite.org/wal.html). */
const OLDEST_SQLITE = [3, 51, 3]
/** „Lesa“: marks the file as ours. Written at every start, which makes it the first write after which settings are read. */
const APPLICATION_ID = 0x4c657361

/** Opens a SQLite file. Throws CommandError where the library is too old or the file is of a newer program. */
export async function openSqlite(file: string, readOnly: boolean): Promise<Database> {
  refuseOldLibrary(sqliteVersion())
  if (readOnly && !existsSync(file))
    throw new CommandError(`${file}: there is no database yet; start Lesart once with: npm start`)
  const connection = new Sqlite(file, { readonly: readOnly })
  try {
    configure(connection, readOnly)
    const db = builder(connection)
    const transact = groupCommit(db)
    const engine = sqliteMigrating(connection, file)
    const taken = inTurns(MOST_SNAPSHOTS)
    if (readOnly) {
      await checkMigrated(db, engine)
    } else {
      await migrate({ db, transact }, engine)
      checkSettings(connection)
    }
    return {
      db,
      transact,
      snapshot: (work) => taken(() => snapshot(file, work)),
      forget: () => forget(connection),
      close: () => db.destroy(),
    }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The version of the SQLite library, asked of a database in memory: a locked file would not answer. */
function sqliteVersion(): string {
  const memory = new Sqlite(':memory:')
  const version = memory.prepare('SELECT sqlite_version()').pluck().get() as string
  memory.close()
  return version
}

/** Throws CommandError where this SQLite may lose committed data. */
export function refuseOldLibrary(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0, oldestPatch = 0] = OLDEST_SQLITE
  const older =
    major !== oldestMajor ? major < oldestMajor : minor !== oldestMinor ? minor < oldestMinor : patch < oldestPatch
  if (older)
    throw new CommandError(
      `SQLite ${version} is too old (it can lose data); needed: ${OLDEST_SQLITE.join('.')} or newer`,
    )
}

function configure(connection: Sqlite.Database, readOnly: boolean): void {
  const pragmas = readOnly ? READ_PRAGMAS : [...WRITE_PRAGMAS, ...READ_PRAGMAS]
  for (const pragma of pragmas) connection.pragma(pragma)
}
const READ_PRAGMAS = ['busy_timeout = 5000', 'trusted_schema = OFF', 'temp_store = MEMORY']
const WRITE_PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'recursive_triggers = ON',
  'journal_size_limit = 67108864',
]

/** better-sqlite3 is built to lower `synchronous` at the first write in WAL mode, so the settings are read only after one. */
function checkSettings(connection: Sqlite.Database): void {
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  const expected = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }
  for (const [name, value] of Object.entries(expected)) {
    const found = connection.pragma(name, { simple: true })
    if (found !== value) throw new CommandError(`SQLite runs with ${name} = ${found}, needed: ${value}`)
  }
}

function builder(connection: Sqlite.Database): Db {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: withKeptStatements(connection) }) })
}

/** Preparing a statement costs as much as running it: each text of SQL is prepared once for a connection. */
function withKeptStatements(connection: Sqlite.Database) {
  const kept = new Map<string, SqliteStatement>()
  function prepare(sql: string): SqliteStatement {
    let statement = kept.get(sql)
    if (!statement) {
      statement = connection.prepare(sql) as unknown as SqliteStatement
      kept.set(sql, statement)
    }
    return statement
  }
  return { prepare, close: () => connection.close() }
}

/** `secure_delete` overwrites pages as they are freed; what the log before them holds goes with the log. */
async function forget(connection: Sqlite.Database): Promise<void> {
  while (connection.inTransaction) await setTimeout(1)
  connection.pragma('wal_checkpoint(TRUNCATE)')
}

/** A read transaction on a connection of its own: in WAL mode it sees one moment and stops nobody. */
async function snapshot<T>(file: string, work: (db: Db) => Promise<T>): Promise<T> {
  const connection = new Sqlite(file, { readonly: true })
  configure(connection, true)
  const db = builder(connection)
  try {
    return await db.transaction().execute(work)
  } finally {
    await db.destroy()
  }
}
