/** Opening the guide of a round: its codebook version, for everybody who may read in the round. */
import type { Account } from '../accounts/account.ts'
import { inLanguage } from '../codebook/codebook.ts'
import { guideOf } from '../codebook/guide.ts'
import { sectionsOf } from '../codebook/markdown.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findStudy } from '../studies/study-store.ts'
import type { OpenGuide } from './guide-page.ts'
import { mayRead } from './round-rights.ts'
import { findRound } from './round-store.ts'

/** Throws Refusal (not-found), also where they may not look. */
export async function openGuide(
  parts: Parts,
  account: Account | undefined,
  roundId: string,
  language: string,
): Promise<OpenGuide> {
  const { db } = parts.database
  const round = await findRound(db, roundId)
  if (!round || !mayRead(await accessTo(db, account, round.studyId), round)) throw new Refusal('not-found')
  const codebook = await parts.frozen.codebook(db, round.codebook)
  const study = await findStudy(db, round.studyId)
  if (!codebook || !study) throw new Error(`round ${round.id} has no codebook or no study`)
  const guidelines = sectionsOf(inLanguage(codebook.guidelines ?? {}, language))
  return { study, round, codebook, guide: guideOf(codebook, guidelines, language) }
}
