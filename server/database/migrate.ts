/** Brings a database to this program's schema: migrations in order, each once; then the guards, always anew. */
import { readdirSync, readFileSync } from 'node:fs'
import { CommandError } from '../errors.ts'
import type { Database, Db } from './db.ts'

const folder = new URL('../../db/', import.meta.url)

/** How one engine is migrated. */
export interface Migrating {
  /** The database in what people read: a file, or a name and a host. */
  readonly place: string
  /** File in `db/guards/`. */
  readonly guards: string
  listTables(db: Db): Promise<string[]>
  /** A script in the SQL that all engines read → the same with this engine's own checks. */
  adapt(script: string): string
  /** Runs several statements at once on the connection that holds the transaction. */
  run(db: Db, script: string): Promise<void>
  dropGuards(db: Db): Promise<void>
  /** Keeps a copy of a database that holds data, where the engine can. */
  keepCopy?(firstMigration: string): void
}

/**
 * Applies what is missing in one transaction: after a crash the schema is the old one or the new one. Throws
 * CommandError where the database is of a newer program.
 */
export async function migrate({ db, transact }: Pick<Database, 'db' | 'transact'>, engine: Migrating): Promise<void> {
  const applied = await appliedMigrations(db, engine)
  refuseNewer(applied, engine.place)
  const missing = migrationNames().filter((name) => !applied.includes(name))
  if (applied.length > 0 && missing.length > 0) engine.keepCopy?.(missing[0]!)
  await transact(async (db) => {
    // Without the guards, for a migration may have to touch what is frozen.
    await engine.dropGuards(db)
    if (applied.length === 0)
      await engine.run(
        db,
        engine.adapt('CREATE TABLE migration (\n  name TEXT NOT NULL PRIMARY KEY,\n  applied_at TEXT NOT NULL\n);'),
      )
    for (const name of missing) {
      await apply(db, name, engine)
      await db.insertInto('migration').values({ name, applied_at: new Date().toISOString() }).execute()
    }
    await engine.run(db, readFileSync(new URL(`guards/${engine.guards}`, folder), 'utf8'))
  })
}

async function apply(db: Db, name: string, { place, adapt, run }: Migrating): Promise<void> {
  const script = adapt(readFileSync(new URL(`migrations/${name}.sql`, folder), 'utf8'))
  try {
    await run(db, script)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(`${place}: the change ${name} failed, and the database was left as it is: ${reason}`)
  }
}

/** Throws CommandError unless the database has exactly this program's migrations. */
export async function checkMigrated(db: Db, engine: Migrating): Promise<void> {
  const applied = await appliedMigrations(db, engine)
  refuseNewer(applied, engine.place)
  if (migrationNames().some((name) => !applied.includes(name)))
    throw new CommandError(`${engine.place}: the database is of an older version; start Lesart once with: npm start`)
}

function refuseNewer(applied: readonly string[], place: string): void {
  const known = migrationNames()
  const unknown = applied.find((name) => !known.includes(name))
  if (unknown)
    throw new CommandError(
      `${place}: the database is of a newer version of Lesart (it has ${unknown}); update the program`,
    )
}

function migrationNames(): string[] {
  return readdirSync(new URL('migrations/', folder))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .sort()
}

async function appliedMigrations(db: Db, { listTables }: Migrating): Promise<string[]> {
  if (!(await listTables(db)).includes('migration')) return []
  return (await db.selectFrom('migration').select('name').execute()).map((row) => row.name)
}
