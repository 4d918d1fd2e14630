import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../../server/database/open-database.ts'
import { refuseOldLibrary } from '../../server/database/sqlite.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { freshDatabase } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'

const SETTINGS = { synchronous: 2, journal_mode: 'wal', foreign_keys: 1, recursive_triggers: 1, secure_delete: 1 }

for (const [name, expected] of Object.entries(SETTINGS))
  test(`after the first writes ${name} is ${expected}`, async (t) => {
    const { db, transact } = await freshDatabase(t)
    await transact((db) => addStudy(db, { id: 's', slug: 's', title: 'Study' }, '2026-11-24T08:00:00.000Z'))
    const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)
    assert.deepEqual(rows, [{ [name]: expected }])
  })

const VERSIONS: readonly (readonly [version: string, isRefused: boolean])[] = [
  ['3.51.2', true],
  ['3.7.17', true],
  ['2.99.99', true],
  ['3.9.0', true],
  ['3.51.3', false],
  ['3.51.10', false],
  ['3.60.0', false],
  ['4.0.0', false],
]

for (const [version, isRefused] of VERSIONS)
  test(`SQLite ${version} is ${isRefused ? 'refused' : 'good enough'}`, () => {
    if (isRefused) assert.throws(() => refuseOldLibrary(version), /^Error: SQLite .* is too old .* 3\.51\.3 or newer$/)
    else refuseOldLibrary(version)
  })

test('a value of another type than its column is refused', async (t) => {
  const { db } = await freshDatabase(t)
  const insert = sql`INSERT INTO study (id, slug, title, created_at) VALUES ('s', 's', x'00ff', '')`
  await assert.rejects(insert.execute(db), { code: 'SQLITE_CONSTRAINT_DATATYPE' })
})

for (const readOnly of [false, true])
  test(`a file that is no database is refused and left as it is${readOnly ? ', for reading too' : ''}`, async (t) => {
    const folder = freshFolder(t)
    const file = path.join(folder, 'lesart.db')
    const content = 'no database at all, but long enough to have a header '.repeat(100)
    writeFileSync(file, content)
    await assert.rejects(openDatabase({ engine: 'sqlite', file, readOnly }), { code: 'SQLITE_NOTADB' })
    assert.equal(readFileSync(file, 'utf8'), content)
  })

test('opening for reading makes nothing', async (t) => {
  const folder = freshFolder(t)
  const file = path.join(folder, 'lesart.db')
  await assert.rejects(openDatabase({ engine: 'sqlite', file, readOnly: true }), /there is no database yet/)
  assert.deepEqual(readdirSync(folder), [])
  assert.ok(!existsSync(file))
})
