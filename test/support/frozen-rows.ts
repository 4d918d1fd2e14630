/** A database with a row of everything that its guards keep. */
import { addAccount } from '../../server/accounts/account-store.ts'
import { changeSet } from '../../server/annotations/set-store.ts'
import type { Database } from '../../server/database/db.ts'
import { addAnswer, addQuestion } from '../../server/questions/question-store.ts'
import { listRounds, moveRound } from '../../server/rounds/round-store.ts'
import { testClock } from './clock.ts'
import { take } from './exchange.ts'
import { closed, madeUp } from './lesart-file.ts'

export async function fillWithFrozenRows(database: Database): Promise<void> {
  await take({ database, clock: testClock() }, closed(madeUp()))
  const now = testClock().now()
  await database.transact(async (db) => {
    const set = await db.selectFrom('annotation_set').selectAll().orderBy('id').executeTakeFirstOrThrow()
    await changeSet(db, set, { from: set.state, to: 'skipped', reason: 'x', by: set.annotator_id, at: now })
    const asking = { id: 'q', roundId: set.round_id, articleId: set.article_id, askedBy: set.annotator_id }
    await addQuestion(db, { ...asking, text: 'x', askedAt: now })
    await addAccount(db, { id: 'o', name: 'Rui', role: 'owner', passwordHash: 'x' }, now)
    const [round] = await listRounds(db, (await db.selectFrom('study').select('id').executeTakeFirstOrThrow()).id)
    await addAnswer(db, { id: 'a', questionId: 'q', text: 'x', by: 'o', at: now })
    await moveRound(db, round!, round!.codebook.version, { by: 'o', at: now })
  })
}
