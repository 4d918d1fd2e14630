/** A new study: with a copy of the default codebook, and a round in which its articles can be read at once. */
import { createReadStream } from 'node:fs'
import type { Codebook } from '../codebook/codebook.ts'
import { addCodebook } from '../codebook/codebook-store.ts'
import type { Db } from '../database/db.ts'
import { readLesart } from '../exchange/formats/lesart-reader.ts'
import type { Parts } from '../parts.ts'
import { addRound } from '../rounds/round-store.ts'
import { newSlug, type Study } from '../studies/study.ts'
import type { NewStudyInput } from '../studies/study-input.ts'
import { addStudy, listSlugs } from '../studies/study-store.ts'

/** The default codebook is that of the first article. */
const FIRST_ARTICLE = new URL('../../db/first-article.lesart.jsonl', import.meta.url)

/** Makes a study; `roundTitle` names its first round. Call it in a transaction. */
export async function startStudy(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  input: NewStudyInput,
  roundTitle: string,
): Promise<Study> {
  const now = clock.now()
  const slugs = await listSlugs(db)
  const study = { ...input, id: clock.newId(), slug: newSlug(input.title, slugs) }
  const codebook = { ...(await defaultCodebook()), id: clock.newId(), version: 1 }
  const round = { id: clock.newId(), studyId: study.id, title: roundTitle, kind: 'annotation' } as const
  await addStudy(db, study, now)
  await addCodebook(db, study.id, codebook, now)
  await addRound(db, { ...round, codebook: { id: codebook.id, version: codebook.version } }, now)
  return study
}

/** The codebook with which a study begins. */
export async function defaultCodebook(): Promise<Codebook> {
  for await (const item of readLesart(createReadStream(FIRST_ARTICLE)))
    if (item.type === 'header') return item.header.codebooks[0]!
  throw new Error('the first article comes without a codebook')
}
