/** Migrating PostgreSQL: text that is ordered as SQLite orders it, and numbers as large. */
import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Migrating } from './migrate.ts'

export function postgresMigrating(place: string): Migrating {
  return { place, guards: 'postgres.sql', listTables, adapt, run, dropGuards }
}

/** Without values it goes to the server as one text, of any number of statements. */
async function run(db: Db, script: string): Promise<void> {
  await sql.raw(script).execute(db)
}

async function listTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`.execute(db)
  return rows.map(({ name }) => name)
}

/** Text is compared by its bytes in UTF-8, that is by code points, whatever language the server speaks. */
function adapt(script: string): string {
  return script.replace(/(?<!\bAS )\bTEXT\b/g, 'TEXT COLLATE "C"').replace(/\bINTEGER\b/g, 'BIGINT')
}

async function dropGuards(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string; table: string }>`
    SELECT tgname AS name, relname AS table FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace AND starts_with(tgname, 'guard_')
    ORDER BY tgname`.execute(db)
  for (const { name, table } of rows) await run(db, `DROP TRIGGER "${name}" ON "${table}"`)
}
