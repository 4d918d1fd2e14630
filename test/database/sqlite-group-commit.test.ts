import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Database, Db } from '../../server/database/db.ts'
import { violationOf } from '../../server/database/violations.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { fillStorage, freshDatabase } from '../support/database.ts'

const study = (name: string, description?: string) => ({ id: name, slug: name, title: name, description })
const adding = (name: string, description?: string) => (db: Db) => addStudy(db, study(name, description), '2026')

async function names({ db }: Database): Promise<string[]> {
  return (await db.selectFrom('study').select('id').orderBy('id').execute()).map(({ id }) => id)
}

const codeOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'rejected' ? outcome.reason.code : 'done'

test('on a full disk the whole group is told so, keeps nothing, and the next one works once there is room', async (t) => {
  const database = await freshDatabase(t)
  await fillStorage(database, true)
  const outcomes = await Promise.allSettled([
    database.transact(adding('small')),
    database.transact(adding('large', 'x'.repeat(1_000_000))),
    database.transact(adding('later')),
  ])
  assert.deepEqual(outcomes.map(codeOf), ['SQLITE_FULL', 'SQLITE_FULL', 'SQLITE_FULL'])
  for (const outcome of outcomes) assert.equal(violationOf(outcome.status === 'rejected' && outcome.reason), 'full')
  assert.deepEqual(await names(database), [], 'reading goes on')

  await fillStorage(database, false)
  await database.transact(adding('large', 'x'.repeat(1_000_000)))
  assert.deepEqual(await names(database), ['large'])
})

test('a group that cannot be committed is refused whole with the reason, and the next one works', async (t) => {
  const database = await freshDatabase(t)
  const outcomes = await Promise.allSettled([
    database.transact(adding('innocent')),
    database.transact(async (db) => {
      await sql`PRAGMA defer_foreign_keys = ON`.execute(db)
      await db.insertInto('codebook').values({ id: 'c', study_id: 'nowhere' }).execute()
    }),
  ])
  assert.deepEqual(outcomes.map(codeOf), ['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY'])
  await database.transact(adding('next'))
  assert.deepEqual(await names(database), ['next'])
})
