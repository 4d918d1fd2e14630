import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../server/database/db.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { testClock } from '../support/clock.ts'
import { contentDigest } from '../support/database.ts'
import { take } from '../support/exchange.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { projectCopy } from '../support/project-copy.ts'
import { type Cleanup, wholeFile } from '../support/whole-file.ts'

/** A later version of the program: a clone with one more migration. */
const later = projectCopy(wholeFile())
const migration = path.join(later, 'db/migrations/9999-later.sql')
const { openDatabase: openLater }: { openDatabase: typeof openDatabase } = await import(
  path.join(later, 'server/database/open-database.ts')
)

const GOOD = 'CREATE TABLE later (\n  id TEXT NOT NULL PRIMARY KEY,\n  number INTEGER\n);\n'
const BROKEN = `${GOOD}INSERT INTO later (id) SELECT id FROM study;\nINSERT INTO nowhere VALUES (1);\n`

/** Works on an open database, and closes it. */
async function within<T>(opening: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opening
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const tables = ({ db }: Database) => db.introspection.getTables().then((all) => all.map(({ name }) => name))

/** A database with research data in it, and what is in it. */
async function databaseWithData(t: Cleanup): Promise<{ file: string; digest: string }> {
  const file = path.join(freshFolder(t), "o'brien.db")
  const digest = await within(openDatabase({ engine: 'sqlite', file }), async (database) => {
    await take({ database, clock: testClock() }, closed(madeUp()))
    return contentDigest(database)
  })
  return { file, digest }
}

test('a migration that fails leaves the old schema and the data, says which one it is, and keeps a copy', async (t) => {
  const { file, digest } = await databaseWithData(t)
  writeFileSync(migration, BROKEN)
  await assert.rejects(
    openLater({ engine: 'sqlite', file }),
    /9999-later failed, .* left as it is: no such table: nowhere/,
  )
  await within(openDatabase({ engine: 'sqlite', file }), async (database) => {
    assert.equal(await contentDigest(database), digest)
    assert.ok(!(await tables(database)).includes('later'))
    await assert.rejects(sql`DELETE FROM annotation_revision`.execute(database.db), /guard/, 'the guards stand again')
  })
  const copy = `${file}.before-9999-later`
  assert.equal(await within(openDatabase({ engine: 'sqlite', file: copy }), contentDigest), digest)

  writeFileSync(migration, GOOD)
  writeFileSync(`${copy}.part`, 'what a try that was killed has left behind')
  await within(openLater({ engine: 'sqlite', file }), async (database) =>
    assert.ok((await tables(database)).includes('later'), 'neither copy hinders the next try'),
  )
  assert.equal(await within(openDatabase({ engine: 'sqlite', file: copy }), contentDigest), digest)
})

test('a migration is applied once, to strict tables, and may touch what is frozen', async (t) => {
  const { file, digest } = await databaseWithData(t)
  writeFileSync(migration, `${GOOD}UPDATE annotation_revision SET note = 'migrated';\n`)
  for (const _ of ['at first', 'again'])
    await within(openLater({ engine: 'sqlite', file }), async ({ db }) => {
      const notes = await db.selectFrom('annotation_revision').select('note').distinct().execute()
      assert.deepEqual(notes, [{ note: 'migrated' }])
      await assert.rejects(sql`INSERT INTO later VALUES ('a', 'b')`.execute(db), { code: 'SQLITE_CONSTRAINT_DATATYPE' })
    })
  const copy = `${file}.before-9999-later`
  assert.equal(await within(openDatabase({ engine: 'sqlite', file: copy }), contentDigest), digest)
})

test('a database without data is made without a copy', async (t) => {
  writeFileSync(migration, GOOD)
  const folder = freshFolder(t)
  await within(openLater({ engine: 'sqlite', file: path.join(folder, 'lesart.db') }), async () => undefined)
  assert.deepEqual(readdirSync(folder), ['lesart.db'])
})

test('a database of a newer program is refused, for reading too, and left as it is', async (t) => {
  const { file } = await databaseWithData(t)
  writeFileSync(migration, GOOD)
  const digest = await within(openLater({ engine: 'sqlite', file }), contentDigest)
  for (const readOnly of [false, true])
    await assert.rejects(
      openDatabase({ engine: 'sqlite', file, readOnly }),
      /the database is of a newer version of Lesart \(it has 9999-later\); update the program$/,
    )
  assert.equal(await within(openLater({ engine: 'sqlite', file }), contentDigest), digest)
})

test('a database of an older program is refused for reading, with what to do', async (t) => {
  const { file, digest } = await databaseWithData(t)
  writeFileSync(migration, GOOD)
  await assert.rejects(openLater({ engine: 'sqlite', file, readOnly: true }), /of an older version; start Lesart once/)
  assert.equal(await within(openDatabase({ engine: 'sqlite', file }), contentDigest), digest)
})

test('killed at any moment of a migration, the database is the old one or the new one', async (t) => {
  const { file } = await databaseWithData(t)
  const count = 'WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 200000) SELECT n, n FROM n'
  writeFileSync(migration, `${GOOD}INSERT INTO later ${count};\n`)
  const program = `const { openDatabase } = await import(${JSON.stringify(path.join(later, 'server/database/open-database.ts'))})
    process.stdout.write('begun')
    await openDatabase({ engine: 'sqlite', file: ${JSON.stringify(file)} })
    process.stdout.write('done')`
  const seen = new Set<string>()
  for (const delay of [0, 20, 80, 160, 240]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(child, 'exit')
    await once(child.stdout, 'data')
    await pause(delay)
    child.kill('SIGKILL')
    await exited
    const { names, integrity } = await within(openWithoutMigrating(file), async (database) => ({
      names: await tables(database),
      integrity: (await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(database.db)).rows,
    }))
    assert.deepEqual(integrity, [{ integrity_check: 'ok' }])
    seen.add(names.includes('later') ? 'new' : 'old')
  }
  await within(openLater({ engine: 'sqlite', file }), async ({ db }) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM later`.execute(db)
    assert.deepEqual(rows, [{ n: 200_000 }])
  })
  assert.ok(!existsSync(`${file}.before-9999-later.part`), 'no unfinished copy is left')
  assert.ok(statSync(`${file}.before-9999-later`).size > 0)
  t.diagnostic(`after the kills: ${[...seen].join(', ')}`)
  rmSync(migration)
})

/** By whichever program has the schema that is found. */
async function openWithoutMigrating(file: string): Promise<Database> {
  const isNew = await openLater({ engine: 'sqlite', file, readOnly: true }).then(
    (database) => database.close().then(() => true),
    () => false,
  )
  return (isNew ? openLater : openDatabase)({ engine: 'sqlite', file })
}
