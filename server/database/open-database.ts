/** The factory of databases: the only file that names an engine. */
import type { Database } from './db.ts'
import { openSqlite } from './sqlite.ts'

/** Where the data lie. */
export type DatabaseAddress = {
  /** Open for reading only, beside a server that writes. */
  readonly readOnly?: boolean
} & (
  | { readonly engine: 'sqlite' /** Path of the database file. */; readonly file: string }
  | { readonly engine: 'postgres' /** `postgres://…`, perhaps with a password in it. */; readonly url: string }
)

/** Opens the database at an address and brings it to this program's schema, unless it is opened for reading only. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const readOnly = address.readOnly ?? false
  if (address.engine === 'sqlite') return openSqlite(address.file, readOnly)
  // Its driver is read only where it is needed: a start on SQLite must not wait for it.
  const { openPostgres } = await import('./postgres.ts')
  return openPostgres(address.url, readOnly)
}
