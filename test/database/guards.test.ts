import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { violationOf } from '../../server/database/violations.ts'
import { contentDigest, ENGINE, freshDatabase } from '../support/database.ts'
import { fillWithFrozenRows } from '../support/frozen-rows.ts'
import { project } from '../support/program.ts'
import { wholeFile } from '../support/whole-file.ts'

const database = await freshDatabase(wholeFile())
await fillWithFrozenRows(database)
const before = await contentDigest(database)

const ACTS: Readonly<Record<string, string>> = {
  'changing a body': "UPDATE article SET body = 'other'",
  'changing a body together with its sum': "UPDATE article SET body = 'other', body_sha256 = '', length = 5",
  'changing the sum of a body': "UPDATE article SET body_sha256 = ''",
  'moving an article to another study': "UPDATE article SET study_id = 'other'",
  'removing an article': 'DELETE FROM article',
  'changing a block': "UPDATE article_block SET kind = 'repeat'",
  'removing a block': 'DELETE FROM article_block',
  'changing a published codebook version': "UPDATE codebook_version SET content = '{}'",
  'taking back the publishing of a codebook version': 'UPDATE codebook_version SET published_at = NULL',
  'removing a published codebook version': 'DELETE FROM codebook_version',
  'changing what became of a round': 'UPDATE round_move SET to_number = 9',
  'removing what became of a round': 'DELETE FROM round_move',
  'changing a revision': "UPDATE annotation_revision SET note = 'other'",
  'bringing back a retracted revision': 'UPDATE annotation_revision SET retracted = 0',
  'removing a revision': 'DELETE FROM annotation_revision',
  'removing an annotation set': 'DELETE FROM annotation_set',
  'giving an annotation set to somebody else': "UPDATE annotation_set SET annotator_id = 'other'",
  'changing a question': "UPDATE question SET text = 'other'",
  'removing a question': 'DELETE FROM question',
  'changing an answer': "UPDATE question_answer SET text = 'other'",
  'removing an answer': 'DELETE FROM question_answer',
  'changing what became of a set': "UPDATE set_change SET reason = 'other'",
  'removing what became of a set': 'DELETE FROM set_change',
}

/** What empties a whole table is another event than removing its rows. */
const EMPTYING: Readonly<Record<string, string>> =
  ENGINE === 'sqlite'
    ? {}
    : {
        'emptying the articles': 'TRUNCATE article CASCADE',
        'emptying the blocks': 'TRUNCATE article_block',
        'emptying the codebook versions': 'TRUNCATE codebook_version CASCADE',
        'emptying what became of rounds': 'TRUNCATE round_move',
        'emptying the revisions': 'TRUNCATE annotation_revision',
        'emptying the sets': 'TRUNCATE annotation_set CASCADE',
        'emptying what became of sets': 'TRUNCATE set_change',
        'emptying the answers about articles': 'TRUNCATE document_answers',
        'emptying the questions': 'TRUNCATE question CASCADE',
        'emptying the answers to questions': 'TRUNCATE question_answer',
      }

for (const [name, act] of Object.entries({ ...ACTS, ...EMPTYING }))
  test(`${name} is refused by the database itself`, async () => {
    await assert.rejects(
      database.transact((db) => sql.raw(act).execute(db)),
      (error) => violationOf(error) === 'guard',
    )
    assert.equal(await contentDigest(database), before)
  })

test('the state of a set can change', async () => {
  const givenUp = new Error('given up')
  const changing = database.transact(async (db) => {
    const { numUpdatedRows } = await db.updateTable('annotation_set').set({ state: 'in-progress' }).executeTakeFirst()
    assert.equal(Number(numUpdatedRows), 2)
    throw givenUp
  })
  await assert.rejects(changing, givenUp)
})

/** Name, event and table of each guard in a file. */
function guardsIn(file: string): string[] {
  const script = readFileSync(path.join(project, 'db/guards', file), 'utf8')
  return [...script.matchAll(/CREATE TRIGGER (\w+)\s+BEFORE ([^;]*?) ON (\w+)/g)].map((found) =>
    found.slice(1).join(' '),
  )
}

test('both engines have the same guards', () => {
  const sqlite = guardsIn('sqlite.sql').filter((guard) => !/_replacement INSERT /.test(guard))
  const postgres = guardsIn('postgres.sql').filter((guard) => !/ TRUNCATE /.test(guard))
  assert.deepEqual(postgres.sort(), sqlite.sort())
})

test('what may not lose a row may not be emptied at once either', () => {
  const tables = (event: string) =>
    guardsIn('postgres.sql')
      .filter((guard) => guard.includes(` ${event} `))
      .map((guard) => guard.split(' ').at(-1))
      .sort()
  assert.deepEqual(tables('TRUNCATE'), tables('DELETE'))
})
