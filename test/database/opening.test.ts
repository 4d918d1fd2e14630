import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../../server/database/open-database.ts'
import { violationOf } from '../../server/database/violations.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { freshAddress, freshDatabase } from '../support/database.ts'

test('what is stored is there when the database is opened again', async (t) => {
  const address = await freshAddress(t)
  const first = await openDatabase(address)
  await first.transact((db) => addStudy(db, { id: 's', slug: 's', title: 'Straße 😃' }, '2026'))
  await first.close()
  for (const readOnly of [false, true]) {
    const { db, close } = await openDatabase({ ...address, readOnly })
    assert.deepEqual(await db.selectFrom('study').select('title').execute(), [{ title: 'Straße 😃' }])
    await close()
  }
})

test('a database that is open for reading cannot be written, and goes on being read beside one that writes', async (t) => {
  const address = await freshAddress(t)
  const writer = await openDatabase(address)
  t.after(writer.close)
  const reader = await openDatabase({ ...address, readOnly: true })
  t.after(reader.close)
  await assert.rejects(sql`DELETE FROM study`.execute(reader.db))
  await assert.rejects(reader.transact((db) => sql`DELETE FROM study`.execute(db)))
  await writer.transact((db) => addStudy(db, { id: 's', slug: 's', title: 's' }, '2026'))
  assert.equal((await reader.db.selectFrom('study').select('id').execute()).length, 1)
})

test('a foreign key that leads nowhere is refused', async (t) => {
  const { transact } = await freshDatabase(t)
  const codebook = { id: 'c', study_id: 'nowhere' }
  await assert.rejects(
    transact((db) => db.insertInto('codebook').values(codebook).execute()),
    (error) => violationOf(error) === 'foreign-key',
  )
})

test('text is sorted by code points, and told apart by case', async (t) => {
  const { db, transact } = await freshDatabase(t)
  const slugs = ['b', 'B', 'a', 'ä', 'Z', 'ß', 'é', 'e\u0301', '\uff21', '😃', 'a b', 'a-b', 'ab', '_', '0', '10', '9']
  await transact(async (db) => {
    for (const slug of slugs) await addStudy(db, { id: slug, slug, title: slug }, '2026')
  })
  const rows = await db.selectFrom('study').select('slug').orderBy('slug').execute()
  const byBytes = slugs.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  assert.deepEqual(
    rows.map(({ slug }) => slug),
    byBytes,
  )
})

test('whole numbers come back as numbers, sums and counts too', async (t) => {
  const { db } = await freshDatabase(t)
  const { rows } = await sql<Record<string, unknown>>`
    SELECT count(*) AS n, sum(length(name)) AS total, max(length(name)) AS most FROM migration`.execute(db)
  for (const value of Object.values(rows[0]!)) assert.equal(typeof value, 'number')
})

test('a snapshot shows one moment while others write, and holds nobody up', async (t) => {
  const database = await freshDatabase(t)
  const add = (id: string) => database.transact((db) => addStudy(db, { id, slug: id, title: id }, '2026'))
  const count = async (db: typeof database.db) => (await db.selectFrom('study').select('id').execute()).length
  await add('first')
  await database.snapshot(async (db) => {
    assert.equal(await count(db), 1)
    await add('second')
    assert.equal(await count(db), 1)
  })
  assert.equal(await count(database.db), 2)
})
