/** Brings a database to this program's schema: migrations in order, each once; then the guards, always anew. */
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { sql } from 'kysely'
import { CommandError } from '../errors.ts'
import type { Database, Db } from './db.ts'

const folder = new URL('../../db/', import.meta.url)

/**
 * Applies what is missing in one transaction: after a crash the schema is the old one or the new one. A database that
 * holds data is copied first, to `FILE.before-MIGRATION`. Throws CommandError where the database is of a newer program.
 * @param run runs several statements of SQL at once on the connection that holds the transaction
 */
export async function migrate(
  { db, transact }: Pick<Database, 'db' | 'transact'>,
  file: string,
  run: (script: string) => void,
): Promise<void> {
  const applied = await appliedMigrations(db)
  refuseNewer(applied, file)
  const missing = migrationNames().filter((name) => !applied.includes(name))
  if (applied.length > 0 && missing.length > 0) keepCopy(`${file}.before-${missing[0]}`, run)
  await transact(async (db) => {
    // Without the guards, for a migration may have to touch what is frozen.
    await dropGuards(db, run)
    if (applied.length === 0)
      run(strict('CREATE TABLE migration (\n  name TEXT NOT NULL PRIMARY KEY,\n  applied_at TEXT NOT NULL\n);'))
    for (const name of missing) {
      apply(file, name, run)
      await db.insertInto('migration').values({ name, applied_at: new Date().toISOString() }).execute()
    }
    run(readFileSync(new URL('guards/sqlite.sql', folder), 'utf8'))
  })
}

/** The copy appears whole, by rename; one that an earlier try left behind is replaced. */
function keepCopy(copy: string, run: (script: string) => void): void {
  const unfinished = `${copy}.part`
  rmSync(unfinished, { force: true })
  run(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`)
  renameSync(unfinished, copy)
}

function apply(file: string, name: string, run: (script: string) => void): void {
  const script = strict(readFileSync(new URL(`migrations/${name}.sql`, folder), 'utf8'))
  try {
    run(script)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${file}: the change ${name} failed, and the database was left as it is: ${reason}`)
  }
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
