/** Moving a round to another version of its codebook: what it would mean for its marks, and doing it. */
import type { Account } from '../../accounts/account.ts'
import { type MoveTally, tallyMove } from '../../annotations/codebook-move.ts'
import { listRoundAnswers, listRoundJudgements, listStandingMarks } from '../../annotations/codebook-use-store.ts'
import type { Codebook } from '../../codebook/codebook.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Round } from '../../rounds/round.ts'
import { findRound, moveRound } from '../../rounds/round-store.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { codebooksOf } from './codebook-actions.ts'

export interface MoveAt {
  readonly slug: string
  readonly round: string
}

export interface OpenMove {
  readonly study: OpenStudy
  readonly round: Round
  /** The version under which the round is read. */
  readonly from: Codebook
  /** The version to which it would go. */
  readonly to: Codebook
  /** The other versions of the codebook, newest first. */
  readonly others: readonly Codebook[]
  readonly marks: number
  readonly tally: MoveTally
}

/** What moving a round to a version (the newest one where none is named) would mean. Throws Refusal (not-found). */
export async function openMove(
  parts: Parts,
  account: Account | undefined,
  at: MoveAt,
  version: number | undefined,
): Promise<OpenMove> {
  return openMoveIn(parts.database.db, account, at, version)
}

async function openMoveIn(
  db: Db,
  account: Account | undefined,
  at: MoveAt,
  version: number | undefined,
): Promise<OpenMove> {
  const study = await studyToManage(db, account, at.slug)
  const { versions, rounds } = await codebooksOf(db, study.id)
  const round = rounds.find(({ id, closedAt }) => id === at.round && closedAt === undefined)
  const own = versions.filter(({ id }) => id === round?.codebook.id)
  const from = own.find((codebook) => codebook.version === round?.codebook.version)
  const others = own.filter((codebook) => codebook !== from)
  const to = version === undefined ? others[0] : others.find((codebook) => codebook.version === version)
  if (!round || !from || !to) throw new Refusal('not-found')
  const judgements = await listRoundJudgements(db, round.id)
  const tallying = tallyMove(from, to)
  for (const judgement of judgements) tallying.mark(judgement)
  for (const answers of await listRoundAnswers(db, round.id)) tallying.answers(answers)
  if (to.overlap === 'forbidden') for (const marks of await listStandingMarks(db, round.id)) tallying.together(marks)
  return { study, round, from, to, others, marks: judgements.length, tally: tallying.counts() }
}

/**
 * Moves the round, unless it has been moved since it was looked at, or marks stand that would not fit. Answers with how
 * it stands otherwise.
 */
export async function moveTo(
  parts: Parts,
  account: Account,
  at: MoveAt,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<OpenMove | undefined> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, at.slug)
    const round = await findRound(db, at.round)
    // The same form sent twice.
    if (round?.studyId === study.id && round.codebook.version === to) return undefined
    const open = await openMoveIn(db, account, at, to)
    if (open.from.version !== from || open.tally.broken.length > 0) return open
    await moveRound(db, open.round, to, { by: account.id, at: parts.clock.now() })
    return undefined
  })
}
