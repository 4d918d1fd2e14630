/** The migrations, one after the other, on both engines: what comes out must be the same. */
import assert from 'node:assert/strict'
import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '../../server/database/db.ts'
import type { DatabaseAddress, openDatabase } from '../../server/database/open-database.ts'
import { freshPostgres } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'
import { projectCopy } from '../support/project-copy.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
const copy = projectCopy(cleanup)
const { openDatabase: openCopy }: { openDatabase: typeof openDatabase } = await import(
  path.join(copy, 'server/database/open-database.ts')
)
const migrations = path.join(copy, 'db/migrations')
const aside = freshFolder(cleanup)
const names = readdirSync(migrations).sort()
for (const name of names) renameSync(path.join(migrations, name), path.join(aside, name))
// The guards are those of the newest schema: they would name tables that are not there yet.
for (const guards of ['sqlite.sql', 'postgres.sql']) writeFileSync(path.join(copy, 'db/guards', guards), '-- none')

const sqlite: DatabaseAddress = { engine: 'sqlite', file: path.join(freshFolder(cleanup), 'lesart.db') }
const postgres: DatabaseAddress = { engine: 'postgres', url: await freshPostgres(cleanup, 'template0') }

for (const name of names)
  test(`after ${name} both engines have the same tables, keys and indexes`, async () => {
    renameSync(path.join(aside, name), path.join(migrations, name))
    const [expected, found] = [await schemaOf(sqlite, SQLITE), await schemaOf(postgres, POSTGRES)]
    assert.ok(expected.columns.length > 0)
    assert.deepEqual(found, expected)
  })

type Queries = Readonly<Record<'columns' | 'keys' | 'references', string>>

async function schemaOf(address: DatabaseAddress, queries: Queries) {
  const { db, close } = await openCopy(address)
  const listed = async (query: string) =>
    (await sql.raw<{ line: string }>(query).execute(db)).rows.map(({ line }) => line).sort()
  try {
    return {
      columns: await listed(queries.columns),
      keys: await listed(queries.keys),
      references: await listed(queries.references),
    }
  } finally {
    await close()
  }
}

/**
 * Every table or view with its columns: name, type, whether it must be there. Every index with its columns; a primary key
 * of one whole number is no index of its own in SQLite.
 */
const SQLITE: Queries = {
  columns: `
    SELECT t.name || '.' || c.name || ' ' || lower(c.type) ||
      CASE WHEN t.type = 'table' AND c."notnull" THEN ' needed' ELSE '' END AS line
    FROM sqlite_master t JOIN pragma_table_info(t.name) c
    WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite%'`,
  keys: `
    SELECT t.name || CASE WHEN i."unique" THEN ' unique ' ELSE ' ' END ||
      (SELECT group_concat(name, ', ' ORDER BY seqno) FROM pragma_index_info(i.name)) AS line
    FROM sqlite_master t JOIN pragma_index_list(t.name) i
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'
    UNION ALL
    SELECT t.name || ' unique ' || c.name
    FROM sqlite_master t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND c.pk = 1 AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) WHERE origin = 'pk')`,
  references: `
    SELECT t.name || ' (' || group_concat(f."from", ', ' ORDER BY f.seq) || ') → ' || f."table" || ' ' || lower(f.on_delete)
      AS line
    FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f
    WHERE t.type = 'table'
    GROUP BY t.name, f.id`,
}

const POSTGRES: Queries = {
  columns: `
    SELECT t.relname || '.' || c.attname ||
      CASE c.atttypid WHEN 'text'::regtype THEN ' text' WHEN 'bigint'::regtype THEN ' integer' ELSE ' ' || c.atttypid::regtype::text END ||
      CASE WHEN c.atttypid = 'text'::regtype AND c.attcollation <> '"C"'::regcollation THEN ' by some language' ELSE '' END ||
      CASE WHEN c.attnotnull THEN ' needed' ELSE '' END COLLATE "C" AS line
    FROM pg_class t JOIN pg_attribute c ON c.attrelid = t.oid
    WHERE t.relkind IN ('r', 'v') AND t.relnamespace = current_schema()::regnamespace AND c.attnum > 0 AND NOT c.attisdropped`,
  keys: `
    SELECT t.relname || CASE WHEN i.indisunique THEN ' unique ' ELSE ' ' END ||
      (SELECT string_agg(replace(pg_get_indexdef(i.indexrelid, n::int, false), '"', ''), ', ' ORDER BY n)
        FROM generate_series(1, i.indnkeyatts) n) COLLATE "C" AS line
    FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
    WHERE t.relnamespace = current_schema()::regnamespace`,
  references: `
    SELECT t.relname || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
        FROM unnest(f.conkey) WITH ORDINALITY k (number, place)
        JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number) || ') → ' || f.confrelid::regclass ||
      CASE f.confdeltype WHEN 'a' THEN ' no action' WHEN 'c' THEN ' cascade' ELSE f.confdeltype::text END COLLATE "C" AS line
    FROM pg_constraint f JOIN pg_class t ON t.oid = f.conrelid
    WHERE f.contype = 'f' AND t.relnamespace = current_schema()::regnamespace`,
}

/** The newest schema with its guards, to see that both engines take them. */
test('the guards fit the newest schema on both engines', async () => {
  const { openDatabase } = await import('../../server/database/open-database.ts')
  const opened: Database[] = [await openDatabase(sqlite), await openDatabase(postgres)]
  for (const database of opened) await database.close()
})
