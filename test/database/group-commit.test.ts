import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Database, Db } from '../../server/database/db.ts'
import { violationOf } from '../../server/database/violations.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { freshDatabase } from '../support/database.ts'

const study = (name: string, description?: string) => ({ id: name, slug: name, title: name, description })
const adding = (name: string, description?: string) => (db: Db) => addStudy(db, study(name, description), '2026')

async function names({ db }: Database): Promise<string[]> {
  return (await db.selectFrom('study').select('id').orderBy('id').execute()).map(({ id }) => id)
}

const reasonOf = (outcome: PromiseSettledResult<unknown>) =>
  outcome.status === 'rejected' ? (violationOf(outcome.reason) ?? outcome.reason.message) : 'done'

test('what waits together is done in its order, and each gets its own answer', async (t) => {
  const database = await freshDatabase(t)
  const order: number[] = []
  const many = Array.from({ length: 200 }, (_, n) => n)
  const answers = await Promise.all(
    many.map((n) =>
      database.transact(async (db) => {
        await addStudy(db, study(`s${n}`), '2026')
        order.push(n)
        return n * 2
      }),
    ),
  )
  assert.deepEqual(order, many)
  assert.deepEqual(
    answers,
    many.map((n) => n * 2),
  )
  assert.equal((await names(database)).length, 200)
})

test('work that fails takes nothing of the others in its group along, and leaves nothing behind', async (t) => {
  const database = await freshDatabase(t)
  const outcomes = await Promise.allSettled([
    database.transact(adding('before')),
    database.transact(async (db) => {
      await adding('half')(db)
      throw new Error('given up')
    }),
    database.transact(adding('before')),
    database.transact(adding('after')),
  ])
  assert.deepEqual(outcomes.map(reasonOf), ['done', 'given up', 'unique', 'done'])
  assert.deepEqual(await names(database), ['after', 'before'])
})

test('work that goes on after the engine has refused something keeps either all of it or nothing', async (t) => {
  const database = await freshDatabase(t)
  await database.transact(adding('there'))
  const [outcome] = await Promise.allSettled([
    database.transact(async (db) => {
      await adding('half')(db)
      await adding('there')(db).catch(() => undefined)
    }),
  ])
  assert.deepEqual(await names(database), outcome!.status === 'fulfilled' ? ['half', 'there'] : ['there'])
})
