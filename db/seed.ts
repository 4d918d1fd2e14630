/** The first study: the demonstration article with its reference reading, taken from the file beside this one, and a round to mark it in. */
import { createReadStream } from 'node:fs'
import { readLesart } from '../server/exchange/formats/lesart-reader.ts'
import { importItems } from '../server/exchange/import-actions.ts'
import type { Parts } from '../server/parts.ts'
import { addRound, listRounds } from '../server/rounds/round-store.ts'
import { listStudies } from '../server/studies/study-store.ts'

const FIRST_ARTICLE = new URL('first-article.lesart.jsonl', import.meta.url)

/** The same in every instance, so that readings of the demonstration can move from one to another. */
const DEMONSTRATION_ROUND = '01936b5e-4c00-7de0-8a11-d3c0de5a7101'

/** Seeds an instance that has no study; changes nothing in one that has. */
export async function seed(parts: Parts): Promise<void> {
  if ((await listStudies(parts.database.db)).length > 0) return
  await parts.database.transact(async (db) => {
    await importItems(parts, db, readLesart(createReadStream(FIRST_ARTICLE)))
    const [study] = await listStudies(db)
    const [reference] = await listRounds(db, study!.id)
    const round = {
      id: DEMONSTRATION_ROUND,
      studyId: study!.id,
      title: 'Demonstration',
      kind: 'demonstration',
    } as const
    await addRound(db, { ...round, codebook: reference!.codebook }, parts.clock.now())
  })
}
