/** Migrating SQLite: strict tables, and a copy of what was there before. */
import { renameSync, rmSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { Migrating } from './migrate.ts'

export function sqliteMigrating(connection: Sqlite.Database, file: string): Migrating {
  return {
    place: file,
    guards: 'sqlite.sql',
    listTables: (db) => namesOf(db, 'table'),
    adapt: strict,
    run: async (_db, script) => void connection.exec(script),
    async dropGuards(db) {
      for (const name of await namesOf(db, 'trigger')) connection.exec(`DROP TRIGGER "${name}"`)
    },
    keepCopy(firstMigration) {
      const copy = `${file}.before-${firstMigration}`
      // The copy appears whole, by rename; one that an earlier try left behind is replaced.
      const unfinished = `${copy}.part`
      rmSync(unfinished, { force: true })
      connection.prepare('VACUUM INTO ?').run(unfinished)
      renameSync(unfinished, copy)
    },
  }
}

async function namesOf(db: Db, type: 'table' | 'trigger'): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = ${type}`.execute(db)
  return rows.map(({ name }) => name)
}

/** SQLite checks types only in tables that ask for it. */
function strict(script: string): string {
  return script.replace(/(CREATE TABLE [^;]*)\);/g, '$1) STRICT;')
}
