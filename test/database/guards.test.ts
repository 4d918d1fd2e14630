import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import Sqlite from 'better-sqlite3'
import { addAccount } from '../../server/accounts/account-store.ts'
import { changeSet } from '../../server/annotations/set-store.ts'
import { openDatabase } from '../../server/database/open-database.ts'
import { violationOf } from '../../server/database/violations.ts'
import { addAnswer, addQuestion } from '../../server/questions/question-store.ts'
import { listRounds, moveRound } from '../../server/rounds/round-store.ts'
import { testClock } from '../support/clock.ts'
import { contentDigest } from '../support/database.ts'
import { take } from '../support/exchange.ts'
import { freshFolder } from '../support/folders.ts'
import { closed, madeUp } from '../support/lesart-file.ts'
import { wholeFile } from '../support/whole-file.ts'

const cleanup = wholeFile()
const file = path.join(freshFolder(cleanup), 'lesart.db')
const database = await openDatabase({ engine: 'sqlite', file })
cleanup.after(() => database.close())
await take({ database, clock: testClock() }, closed(madeUp()))
const set = await database.db.selectFrom('annotation_set').selectAll().executeTakeFirstOrThrow()
const skipping = { from: set.state, to: 'skipped', reason: 'x', by: set.annotator_id, at: testClock().now() } as const
await changeSet(database.db, set, skipping)
const asking = { id: 'q', roundId: set.round_id, articleId: set.article_id, askedBy: set.annotator_id }
await addQuestion(database.db, { ...asking, text: 'x', askedAt: testClock().now() })
const owner = { id: 'o', name: 'Rui', role: 'owner', passwordHash: 'x' } as const
await addAccount(database.db, owner, testClock().now())
await addAnswer(database.db, { id: 'a', questionId: 'q', text: 'x', by: 'o', at: testClock().now() })
const [round] = await listRounds(
  database.db,
  (await database.db.selectFrom('study').select('id').executeTakeFirstOrThrow()).id,
)
await moveRound(database.db, round!, round!.codebook.version, { by: 'o', at: testClock().now() })
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
  'changing a body': "UPDATE article SET body = 'other'",
  'changing a body together with its sum': "UPDATE article SET body = 'other', body_sha256 = '', length = 5",
  'changing the sum of a body': "UPDATE article SET body_sha256 = ''",
  'moving an article to another study': "UPDATE article SET study_id = 'other'",
  'removing an article': 'DELETE FROM article',
  'replacing an article': replacing('article', { body: "'other'" }),
  'replacing an article by its place': replacing('article', { id: "'other'", body: "'other'" }),
  'changing a block': "UPDATE article_block SET kind = 'repeat'",
  'removing a block': 'DELETE FROM article_block',
  'replacing a block': replacing('article_block', { kind: "'repeat'" }),
  'changing a published codebook version': "UPDATE codebook_version SET content = '{}'",
  'taking back the publishing of a codebook version': 'UPDATE codebook_version SET published_at = NULL',
  'removing a published codebook version': 'DELETE FROM codebook_version',
  'replacing a published codebook version': replacing('codebook_version', { content: "'{}'" }),
  'changing what became of a round': 'UPDATE round_move SET to_number = 9',
  'removing what became of a round': 'DELETE FROM round_move',
  'replacing what became of a round': replacing('round_move', { to_number: '9' }),
  'changing a revision': "UPDATE annotation_revision SET note = 'other'",
  'bringing back a retracted revision': 'UPDATE annotation_revision SET retracted = 0',
  'removing a revision': 'DELETE FROM annotation_revision',
  'replacing a revision': replacing('annotation_revision', { note: "'other'" }),
  'replacing a revision by its place in the set': replacing('annotation_revision', { annotation_id: "'other'" }),
  'replacing rather than failing': 'UPDATE OR REPLACE annotation_revision SET revision = 1',
  'removing an annotation set': 'DELETE FROM annotation_set',
  'giving an annotation set to somebody else': "UPDATE annotation_set SET annotator_id = 'other'",
  'replacing an annotation set': replacing('annotation_set', { state: "'new'" }),
  'replacing an annotation set by its owner': replacing('annotation_set', { id: "'other'" }),
  'changing a question': "UPDATE question SET text = 'other'",
  'removing a question': 'DELETE FROM question',
  'replacing a question': replacing('question', { text: "'other'" }),
  'changing an answer': "UPDATE question_answer SET text = 'other'",
  'removing an answer': 'DELETE FROM question_answer',
  'replacing an answer': replacing('question_answer', { text: "'other'" }),
  'changing what became of a set': "UPDATE set_change SET reason = 'other'",
  'removing what became of a set': 'DELETE FROM set_change',
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

test('the state of a set can change', () => {
  foreign.exec('BEGIN')
  assert.equal(foreign.prepare("UPDATE annotation_set SET state = 'in-progress'").run().changes, 2)
  foreign.exec('ROLLBACK')
})
