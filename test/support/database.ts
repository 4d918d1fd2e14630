/** Databases for tests: a fresh one of each engine that the program knows. */
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import type { Database, Db } from '../../server/database/db.ts'
import { type DatabaseAddress, openDatabase } from '../../server/database/open-database.ts'
import { sha256 } from '../../server/digest.ts'
import { freshFolder } from './folders.ts'
import { POSTGRES } from './postgres.ts'
import type { Cleanup } from './whole-file.ts'

/** The engine that this run of a test file is about. */
export const ENGINE = process.env.LESART_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

/** A database with the program's schema in it, from which the others on the run's server are copied. */
const TEMPLATE = 'lesart_template'

/** Where a new database can be opened: a file that is not there yet, or an empty one on the server of the run. */
export async function freshAddress(t: Cleanup): Promise<DatabaseAddress> {
  if (ENGINE === 'sqlite') return { engine: 'sqlite', file: path.join(freshFolder(t), 'lesart.db') }
  return { engine: 'postgres', url: await freshPostgres(t, 'template0') }
}

/** An empty database with the program's schema. It goes with the test. */
export async function freshDatabase(t: Cleanup): Promise<Database> {
  const address: DatabaseAddress =
    ENGINE === 'sqlite' ? await freshAddress(t) : { engine: 'postgres', url: await freshPostgres(t, TEMPLATE) }
  const database = await openDatabase(address)
  t.after(() => database.close())
  return database
}

/** A SQLite database of its own with the same content as another one. It goes with the test. */
export async function copyOf({ db }: Database, t: Cleanup): Promise<Database> {
  const file = path.join(freshFolder(t), 'lesart.db')
  await sql`VACUUM INTO ${file}`.execute(db)
  const database = await openDatabase({ engine: 'sqlite', file })
  t.after(() => database.close())
  return database
}

let made = 0

/** The address of a new database on the server of the run. It goes with the test. */
export async function freshPostgres(t: Cleanup, template: string): Promise<string> {
  const name = `test_${process.pid}_${made++}`
  // Copied as files: the log of one copy after the other costs more than the copies.
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  t.after(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`))
  return addressOf(name)
}

/** Makes the template, once in a run. */
export async function makeTemplate(): Promise<void> {
  await onServer(`CREATE DATABASE ${TEMPLATE} TEMPLATE template0`)
  await (await openDatabase({ engine: 'postgres', url: addressOf(TEMPLATE) })).close()
}

function addressOf(name: string): string {
  return new URL(`/${name}`, serverOfRun()).href
}

function serverOfRun(): string {
  const url = process.env[POSTGRES]
  if (url === undefined) throw new Error('there is no PostgreSQL for this test: run it by npm test')
  return url
}

/** Runs a statement on the server of the run, in a database of nobody. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(serverOfRun())
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function tableNames(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables()
  return tables.filter((table) => !table.isView).map((table) => table.name)
}

/** SHA-256 of every row of every table: equal where nothing has been written. */
export async function contentDigest({ db }: Database): Promise<string> {
  const content: unknown[] = []
  for (const name of await tableNames(db)) {
    const { rows } = await sql`SELECT * FROM ${sql.table(name)}`.execute(db)
    content.push([name, rows.map((row) => JSON.stringify(row)).sort()])
  }
  return sha256(JSON.stringify(content))
}

/** Number of rows of a table. */
export async function countRows(
  { db }: Database,
  table: 'annotation_revision' | 'annotation_set' | 'annotator' | 'account' | 'session',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((q) => q.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Lets the database grow by so many pages and no further, as on a disk that is nearly full; or as far as it wants. */
export async function fillStorage(database: Database, full: boolean, pagesLeft = 0): Promise<void> {
  if (ENGINE === 'postgres') return full ? fillPostgres(database, pagesLeft) : emptyPostgres(database)
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(database.db)
  const most = full ? rows[0]!.page_count + pagesLeft : 1_073_741_823
  await sql.raw(`PRAGMA max_page_count = ${most}`).execute(database.db)
}

/** PostgreSQL knows no such limit: triggers let so many rows in, and then say what it says on a full disk. */
async function fillPostgres({ db, transact }: Database, rowsLeft: number): Promise<void> {
  const names = await tableNames(db)
  const triggers = names.map(
    (name) => `CREATE TRIGGER no_room BEFORE INSERT ON ${name}
    FOR EACH ROW EXECUTE FUNCTION no_room();`,
  )
  const script = `CREATE SEQUENCE row_written;
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('row_written') > ${rowsLeft} THEN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
      END IF;
      RETURN NEW;
    END $$;
    ${triggers.join('\n')}`
  await transact((db) => sql.raw(script).execute(db))
}

async function emptyPostgres({ transact }: Database): Promise<void> {
  await transact((db) => sql`DROP FUNCTION no_room CASCADE`.execute(db))
  await transact((db) => sql`DROP SEQUENCE row_written`.execute(db))
}

/** Lets the engine refuse every row of a table until what is returned is called. */
export async function refuseRows({ transact }: Database, table: string): Promise<() => Promise<void>> {
  const run = (script: string) => transact(async (db) => void (await sql.raw(script).execute(db)))
  if (ENGINE === 'sqlite') {
    await run(`CREATE TRIGGER refusal BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'refused'); END`)
    return () => run('DROP TRIGGER refusal')
  }
  await run(`CREATE FUNCTION refusal() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused'; END $$;
    CREATE TRIGGER refusal BEFORE INSERT ON ${table} EXECUTE FUNCTION refusal()`)
  return () => run('DROP FUNCTION refusal CASCADE')
}

/** The columns of a table that lead to another one. */
export async function foreignKeysOf(db: Db, table: string): Promise<{ to: string; column: string }[]> {
  const query =
    ENGINE === 'sqlite'
      ? sql`SELECT "table" AS "to", "from" AS "column" FROM pragma_foreign_key_list(${table})`
      : sql`
        SELECT k.confrelid::regclass::text AS "to", a.attname AS "column"
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
        WHERE k.contype = 'f' AND k.conrelid = ${table}::regclass`
  return (await sql<{ to: string; column: string }>`${query}`.execute(db)).rows
}
