import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openWorkplace } from '../../server/commands/workplace.ts'
import { readConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { addStudy } from '../../server/studies/study-store.ts'
import { freshPostgres, onServer } from '../support/database.ts'

const nameIn = (url: string) => new URL(url).pathname.slice(1)

for (const [set, found] of [
  ['off', 'on'],
  ['local', 'local'],
  ['remote_apply', 'remote_apply'],
])
  test(`where synchronous_commit is ${set}, it is ${found} for what is written`, async (t) => {
    const url = await freshPostgres(t, 'template0')
    await onServer(`ALTER DATABASE ${nameIn(url)} SET synchronous_commit = ${set}`)
    const { transact, close } = await openDatabase({ engine: 'postgres', url })
    t.after(close)
    const { rows } = await transact((db) => sql`SHOW synchronous_commit`.execute(db))
    assert.deepEqual(rows, [{ synchronous_commit: found }])
  })

test('nothing is written past a transaction', async (t) => {
  const { db, close } = await openDatabase({ engine: 'postgres', url: await freshPostgres(t, 'template0') })
  t.after(close)
  await assert.rejects(addStudy(db, { id: 's', slug: 's', title: 's' }, '2026'), { code: '25006' })
})

test('a database that cannot hold every script is refused', async (t) => {
  const url = await freshPostgres(t, "template0 ENCODING 'LATIN1'")
  await assert.rejects(openDatabase({ engine: 'postgres', url }), /has the encoding LATIN1, needed: UTF8$/)
})

test('opening for reading makes nothing', async (t) => {
  const url = await freshPostgres(t, 'template0')
  await assert.rejects(openDatabase({ engine: 'postgres', url, readOnly: true }), /start Lesart once with: npm start/)
  const { db, close } = await openDatabase({ engine: 'postgres', url })
  t.after(close)
  assert.deepEqual(await db.selectFrom('study').selectAll().execute(), [])
})

for (const address of ['postgres://rui:geheim@127.0.0.1:9/lesart', 'postgres://rui:geheim@nowhere.invalid/lesart'])
  test(`what cannot be reached is said in one line without the password: ${new URL(address).host}`, async () => {
    await assert.rejects(openWorkplace(readConfig({}, { DATABASE_URL: address })), (error: Error) => {
      assert.match(error.message, /^DATABASE_URL: the database cannot be used: .*(ECONNREFUSED|ENOTFOUND|EAI_AGAIN)/)
      assert.doesNotMatch(error.message, /geheim|\n/)
      return true
    })
  })
