/** Where somebody reads and marks: the one place that says to whom an article in a round is open. */
import type { Account } from '../accounts/account.ts'
import { type Access, mayIn } from '../accounts/permissions.ts'
import type { Article } from '../articles/article.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Annotator } from '../studies/study.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findAnnotatorOfAccount } from '../studies/study-store.ts'
import { isAdmitted, isAssignedTo } from './assignment-store.ts'
import { isAssigned, type Round } from './round.ts'
import { mayMark, mayRead } from './round-rights.ts'
import { findRound } from './round-store.ts'

/** An article in a round. */
export interface At {
  readonly round: string
  readonly article: string
}

export interface OpenPlace {
  readonly round: Round
  readonly article: Article
  readonly access: Access
  /** Who they are in the study, once they have done something there. */
  readonly annotator: Annotator | undefined
  /** Whether they are to read here themselves: what is assigned to them, or everything in a round for everybody. */
  readonly isTheirs: boolean
  /** Whether they may begin with it, as long as the round is open. */
  readonly mayMark: boolean
}

/**
 * Who annotates sees what is assigned to them; the whole study lies open only to those who may list its articles.
 * Throws Refusal (not-found), also where they may not look; `details.admission` where they have to be let in first.
 */
export async function placeToRead(
  parts: Pick<Parts, 'frozen'>,
  db: Db,
  account: Account | undefined,
  at: At,
): Promise<OpenPlace> {
  const place = await findPlace(parts, db, account, at)
  const { access, round } = place
  if (!mayRead(access, round)) throw new Refusal('not-found')
  if (isAssigned(round) && !place.isAssigned && !mayIn(access, 'list-articles')) throw new Refusal('not-found')
  if (!place.isLetIn && !mayIn(access, 'list-articles')) throw new Refusal('not-found', { admission: round.id })
  return place
}

/**
 * Throws Refusal (not-found) where there is nothing for them to mark. Who once could is told that this has ended: what
 * waits in their browser then says why it cannot be stored.
 */
export async function placeToMark(parts: Pick<Parts, 'frozen'>, db: Db, account: Account, at: At): Promise<OpenPlace> {
  const place = await findPlace(parts, db, account, at)
  const isAnnotator = mayMark(place.access, place.round)
  if (!isAnnotator) throw new Refusal('not-found', place.annotator && { membership: 'ended' })
  if (!place.isLetIn) throw new Refusal('not-found', { admission: place.round.id })
  if (!place.mayMark) throw new Refusal('not-found')
  return place
}

async function findPlace(
  { frozen }: Pick<Parts, 'frozen'>,
  db: Db,
  account: Account | undefined,
  at: At,
): Promise<OpenPlace & { readonly isAssigned: boolean; readonly isLetIn: boolean }> {
  const round = await findRound(db, at.round)
  const article = await frozen.article(db, at.article)
  if (!round || article?.studyId !== round.studyId) throw new Refusal('not-found')
  const access = await accessTo(db, account, round.studyId)
  const annotator = account && (await findAnnotatorOfAccount(db, round.studyId, account.id))
  const key = annotator && { roundId: round.id, articleId: article.id, annotatorId: annotator.id }
  const hasAssignment = isAssigned(round) && key !== undefined && (await isAssignedTo(db, key))
  const isLetIn = !round.admission || (annotator !== undefined && (await isAdmitted(db, round.id, annotator.id)))
  const isTheirs = (hasAssignment || !isAssigned(round)) && mayMark(access, round)
  return {
    round,
    article,
    access,
    annotator,
    isAssigned: hasAssignment,
    isLetIn,
    isTheirs,
    mayMark: isTheirs && isLetIn,
  }
}
