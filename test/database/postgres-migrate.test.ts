import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../server/database/db.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { violationOf } from '../../server/database/violations.ts'
import { testClock } from '../support/clock.ts'
import { contentDigest, freshPostgres } from '../support/database.ts'
import { take } from '../support/exchange.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { projectCopy } from '../support/project-copy.ts'
import { type Cleanup, wholeFile } from '../support/whole-file.ts'

/** A later version of the program: a clone with one more migration. */
const later = projectCopy(wholeFile())
const migration = path.join(later, 'db/migrations/9999-later.sql')
const factory = path.join(later, 'server/database/open-database.ts')
const { openDatabase: openLater }: { openDatabase: typeof openDatabase } = await import(factory)

const GOOD = 'CREATE TABLE later (\n  id TEXT NOT NULL PRIMARY KEY,\n  number INTEGER\n);\n'

async function within<T>(opening: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opening
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function databaseWithData(t: Cleanup) {
  const address = { engine: 'postgres', url: await freshPostgres(t, 'template0') } as const
  const digest = await within(openDatabase(address), async (database) => {
    await take({ database, clock: testClock() }, closed(madeUp()))
    return contentDigest(database)
  })
  return { address, digest }
}

test('a migration that fails leaves the old schema, the data and the guards, and says which one it is', async (t) => {
  const { address, digest } = await databaseWithData(t)
  writeFileSync(migration, `${GOOD}INSERT INTO nowhere VALUES (1);\n`)
  await assert.rejects(openLater(address), /9999-later failed, .* left as it is: relation "nowhere" does not exist/)
  await within(openDatabase(address), async (database) => {
    assert.equal(await contentDigest(database), digest)
    await assert.rejects(
      database.transact((db) => sql`DELETE FROM annotation_revision`.execute(db)),
      (error) => violationOf(error) === 'guard',
    )
  })
})

test('a migration is applied once, and may touch what is frozen; other programs are told what to do', async (t) => {
  const { address } = await databaseWithData(t)
  writeFileSync(migration, `${GOOD}UPDATE annotation_revision SET note = 'migrated';\n`)
  await assert.rejects(openLater({ ...address, readOnly: true }), /of an older version; start Lesart once/)
  for (const _ of ['at first', 'again'])
    await within(openLater(address), async ({ db }) => {
      const notes = await db.selectFrom('annotation_revision').select('note').distinct().execute()
      assert.deepEqual(notes, [{ note: 'migrated' }])
    })
  for (const readOnly of [false, true])
    await assert.rejects(openDatabase({ ...address, readOnly }), /of a newer version of Lesart \(it has 9999-later\)/)
})

test('killed at any moment of a migration, the database is the old one or the new one', async (t) => {
  const { address } = await databaseWithData(t)
  writeFileSync(migration, `${GOOD}INSERT INTO later SELECT n, n FROM generate_series(1, 200000) AS n;\n`)
  const program = `const { openDatabase } = await import(${JSON.stringify(factory)})
    process.stdout.write('begun')
    await openDatabase(${JSON.stringify(address)})`
  for (const delay of [20, 100, 200]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const exited = once(child, 'exit')
    await once(child.stdout, 'data')
    await pause(delay)
    child.kill('SIGKILL')
    await exited
  }
  await within(openLater(address), async ({ db }) => {
    const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM later`.execute(db)
    assert.deepEqual(rows, [{ n: 200_000 }])
  })
  rmSync(migration)
})
