/** Databases for tests: a fresh one of each engine that the program knows. */
import path from 'node:path'
import { sql } from 'kysely'
import type { Database, Db } from '../../server/database/db.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { sha256 } from '../../server/digest.ts'
import { freshFolder } from './folders.ts'
import type { Cleanup } from './whole-file.ts'

export type Engine = 'sqlite'
export const ENGINES: readonly Engine[] = ['sqlite']

const OPEN: Readonly<Record<Engine, (t: Cleanup) => Promise<Database>>> = {
  sqlite: (t) => openDatabase({ engine: 'sqlite', file: path.join(freshFolder(t), 'lesart.db') }),
}

/** An empty database with the program's schema. It goes with the test. */
export async function freshDatabase(t: Cleanup, engine: Engine = 'sqlite'): Promise<Database> {
  const database = await OPEN[engine](t)
  t.after(() => database.close())
  return database
}

/** A database of its own with the same content. It goes with the test. */
export async function copyOf({ db }: Database, t: Cleanup): Promise<Database> {
  const file = path.join(freshFolder(t), 'lesart.db')
  await sql`VACUUM INTO ${file}`.execute(db)
  const database = await openDatabase({ engine: 'sqlite', file })
  t.after(() => database.close())
  return database
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
export async function fillStorage({ db }: Database, full: boolean, pagesLeft = 0): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`PRAGMA page_count`.execute(db)
  const most = full ? rows[0]!.page_count + pagesLeft : 1_073_741_823
  await sql.raw(`PRAGMA max_page_count = ${most}`).execute(db)
}
