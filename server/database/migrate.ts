/** Brings a database to this program's schema: migrations in order, each once; then the guards, always anew. */
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { CommandError } from '../errors.ts'
import type { Db } from './db.ts'

const folder = new URL('../../db/', import.meta.url)

/**
 * Applies what is missing in one transaction: after a crash the schema is the old one or the new one. A database that
 * holds data is copied first, to `FILE.before-MIGRATION`. Throws CommandError where the database is of a newer program.
 * @param run runs several statements of SQL at once on the connection that holds the transaction
 */
export async function migrate(db: Db, file: string, run: (script: string) => void): Promise<void> {
  const applied = await appliedMigrations(db)
  refuseNewer(applied, file)
  const missing = migrationNames().filter((name) => !applied.includes(name))
  if (applied.length > 0 && missing.length > 0)
    run(`VACUUM INTO '${`${file}.before-${missing[0]}`.replaceAll("'", "''")}'`)
  await db.transaction().execute(async (db) => {
    if (applied.length === 0)
      run(strict('CREATE TABLE migration (\n  name TEXT NOT NULL PRIMARY KEY,\n  applied_at TEXT NOT NULL\n);'))
    for (const name of missing) {
      run(strict(readFileSync(new URL(`migrations/${name}.sql`, folder), 'utf8')))
      await db.insertInto('migration').values({ name, applied_at: new Date().toISOString() }).execute()
    }
    await dropGuards(db, run)
    run(readFileSync(new URL('guards/sqlite.sql', folder), 'utf8'))
  })
}

/** Throws CommandError unless the database has exactly this program's migrations. */
export async function checkMigrated(db: Db, file: string): Promise<void> {
  const applied = await appliedMigrations(db)
  refuseNewer(applied, file)
  if (migrationNames().some((name) => !applied.includes(name)))
    throw new CommandError(`${file}: the database is of an older version; start Lesart once with: npm start`)
}

function refuseNewer(applied: readonly string[], file: string): void {
  const known = migrationNames()
  const unknown = applied.find((name) => !known.includes(name))
  if (unknown)
    throw new CommandError(
      `${file}: the database is of a newer version of Lesart (it has ${unknown}); update the program`,
    )
}

function migrationNames(): string[] {
  return readdirSync(new URL('migrations/', folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort()
}

async function appliedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'migration')) return []
  return (await db.selectFrom('migration').select('name').execute()).map((row) => row.name)
}

async function dropGuards(db: Db, run: (script: string) => void): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'trigger'`.execute(db)
  for (const { name } of rows) run(`DROP TRIGGER "${name}"`)
}

/** The migrations are written in what SQLite and PostgreSQL share; SQLite checks types only in tables that ask for it. */
function strict(script: string): string {
  return script.replace(/(CREATE TABLE [^;]*)\);/g, '$1) STRICT;')
}
