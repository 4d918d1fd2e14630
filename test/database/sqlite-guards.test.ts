import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../../server/database/open-database.ts'
import { violationOf } from '../../server/database/violations.ts'
import { contentDigest } from '../support/database.ts'
import { freshFolder } from '../support/folders.ts'
import { fillWithFrozenRows } from '../support/frozen-rows.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
const file = path.join(freshFolder(cleanup), 'lesart.db')
const database = await openDatabase({ engine: 'sqlite', file })
cleanup.after(() => database.close())
await fillWithFrozenRows(database)
const before = await contentDigest(database)

/** A connection as other programs open one: without our settings, so that REPLACE does not ask the guards on removal. */
const foreign = new Sqlite(file)
cleanup.after(() => foreign.close())
foreign.pragma('foreign_keys = OFF')
foreign.pragma('recursive_triggers = OFF')

/** A row again, with some columns changed, in place of the one that is there. */
function replacing(table: string, changes: Readonly<Record<string, string>>): string {
  const columns = foreign.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[]
  const values = columns.map((name) => changes[name] ?? name)
  return `INSERT OR REPLACE INTO ${table} (${columns}) SELECT ${values} FROM ${table} LIMIT 1`
}

const ACTS: Readonly<Record<string, string>> = {
  'replacing an article': replacing('article', { body: "'other'" }),
  'replacing an article by its place': replacing('article', { id: "'other'", body: "'other'" }),
  'replacing a block': replacing('article_block', { kind: "'repeat'" }),
  'replacing a published codebook version': replacing('codebook_version', { content: "'{}'" }),
  'replacing what became of a round': replacing('round_move', { to_number: '9' }),
  'replacing a revision': replacing('annotation_revision', { note: "'other'" }),
  'replacing a revision by its place in the set': replacing('annotation_revision', { annotation_id: "'other'" }),
  'replacing rather than failing': 'UPDATE OR REPLACE annotation_revision SET revision = 1',
  'replacing an annotation set': replacing('annotation_set', { state: "'new'" }),
  'replacing an annotation set by its owner': replacing('annotation_set', { id: "'other'" }),
  'replacing a question': replacing('question', { text: "'other'" }),
  'replacing an answer': replacing('question_answer', { text: "'other'" }),
  'replacing what became of a set': replacing('set_change', { reason: "'other'" }),
}

for (const [name, act] of Object.entries(ACTS))
  test(`${name} is refused by the database itself`, async () => {
    assert.throws(
      () => foreign.exec(act),
      (error) => violationOf(error) === 'guard',
    )
    assert.equal(await contentDigest(database), before)
  })

test('replacing a revision by its action is refused by the database itself', () => {
  foreign.exec('BEGIN')
  foreign.exec(replacing('annotation_revision', { annotation_id: "'one'", set_version: '100', action_id: "'action'" }))
  const again = replacing('annotation_revision', { annotation_id: "'two'", set_version: '101', action_id: "'action'" })
  assert.throws(
    () => foreign.exec(again),
    (error) => violationOf(error) === 'guard',
  )
  foreign.exec('ROLLBACK')
})
