/** The factory of databases: the only file that names an engine. */
import type { Database } from './db.ts'
import { openSqlite } from './sqlite.ts'

/** Where the data lie. PostgreSQL joins here as a second kind. */
export interface DatabaseAddress {
  readonly engine: 'sqlite'
  /** Path of the database file. */
  readonly file: string
  /** Open for reading only, beside a server that writes. */
  readonly readOnly?: boolean
}

/** Opens the database at an address and brings it to this program's schema, unless it is opened for reading only. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  return openSqlite(address.file, address.readOnly ?? false)
}
