/** A copy of a SQLite file while others write to it, and whether a file is sound. */
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** Writes one moment of a database to a file of its own, and waits until the disk has it. */
export function copySqlite(file: string, copy: string): void {
  // An empty file is good enough for SQLite, and where it cannot be made the system says why.
  writeFileSync(copy, '', { mode: 0o600 })
  const connection = new Sqlite(file, { readonly: true, timeout: 5_000 })
  try {
    connection.prepare('VACUUM INTO ?').run(copy)
  } finally {
    connection.close()
  }
  flush(copy)
}

/** Leaves one file that holds what its tables hold, and nothing of what was removed from them. */
export function compactSqlite(file: string): void {
  const connection = new Sqlite(file)
  try {
    connection.pragma('journal_mode = DELETE')
    connection.pragma('secure_delete = ON')
    connection.exec('VACUUM')
  } finally {
    connection.close()
  }
  flush(file)
}

function flush(file: string): void {
  const written = openSync(file, 'r+')
  fsyncSync(written)
  closeSync(written)
}

/** What SQLite finds wrong with a file: damaged pages, keys that lead nowhere. */
export function findDamage(file: string): string[] {
  const connection = new Sqlite(file, { readonly: true })
  try {
    const found = connection.pragma('integrity_check(10)') as readonly { integrity_check: string }[]
    const lost = connection.pragma('foreign_key_check') as readonly { table: string; parent: string }[]
    return [
      ...found.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
      ...lost.map(({ table, parent }) => `a row of ${table} names a row of ${parent} that is not there`),
    ]
  } finally {
    connection.close()
  }
}
