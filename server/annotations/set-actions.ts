/** Finishing, skipping and opening again: what an annotator does to an annotation set as a whole. All of it is recorded. */
import type { Account } from '../accounts/account.ts'
import type { Article } from '../articles/article.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { type At, placeToMark } from '../rounds/place-actions.ts'
import { type Round, takesMarks } from '../rounds/round.ts'
import { annotatorOf } from '../studies/study-actions.ts'
import { type AnnotationSet, isClosed } from './annotation-set.ts'
import { addSet, findSet, listAnnotations } from './annotation-store.ts'
import { findAnswers } from './answers-store.ts'
import { openDocumentQuestions, openQuestions } from './open-questions.ts'
import { nextPath } from './progress.ts'
import { listProgress } from './progress-store.ts'
import { findReference } from './reference-store.ts'
import { isRevealed } from './revealing-actions.ts'
import type { StateInput } from './set-input.ts'
import { changeSet } from './set-store.ts'

/** How a set stands, and where to go on: to the next open article, or in training first to the reference reading. */
export interface Standing {
  readonly set: Pick<AnnotationSet, 'state' | 'reason'>
  readonly next?: string
}

export interface Place {
  readonly round: Round
  readonly article: Article
  readonly set: AnnotationSet | undefined
}

/** Throws Refusal (not-found) where there is nothing for them to mark. */
export async function findPlace(parts: Parts, db: Db, account: Account, at: At): Promise<Place> {
  const { round, article, annotator } = await placeToMark(parts, db, account, at)
  const set = annotator && (await findSet(db, { roundId: round.id, articleId: article.id, annotatorId: annotator.id }))
  return { round, article, set }
}

export async function findStanding(parts: Parts, account: Account, at: At): Promise<Standing> {
  const { db } = parts.database
  const { set } = await findPlace(parts, db, account, at)
  return standingOf(db, account, at, set)
}

/**
 * Finishes, skips or opens again. Wishing for the state that is there already changes nothing. Throws Refusal:
 * not-found, round-closed (`details.state`: it has to be opened again first), invalid (`found`, or each open question).
 */
export async function setState(parts: Parts, account: Account, at: At, wish: StateInput): Promise<Standing> {
  let studyId: string | undefined
  const standing = await parts.database.transact(async (db) => {
    const place = await findPlace(parts, db, account, at)
    studyId = place.round.studyId
    if (!isThere(place.set, wish)) await change(parts, db, account, place, wish)
    const set = { state: wish.state, ...('reason' in wish && { reason: wish.reason }) }
    const standing = await standingOf(db, account, at, set)
    if (!(await leadsToReference(db, place, wish))) return standing
    return { ...standing, next: `${deskPath(at.round, at.article)}?beside=reference#differences` }
  })
  if (studyId !== undefined) parts.live.changed(studyId)
  return standing
}

/** In training the reference comes after each article. */
async function leadsToReference(db: Db, { round, article }: Place, { state }: StateInput): Promise<boolean> {
  if (round.kind !== 'training' || state !== 'finished') return false
  return (await findReference(db, round, article.id)) !== undefined
}

function isThere(set: AnnotationSet | undefined, wish: StateInput): boolean {
  if (wish.state === 'in-progress') return !isClosed(set)
  return set?.state === wish.state && set.reason === ('reason' in wish ? wish.reason : undefined)
}

async function change(parts: Parts, db: Db, account: Account, place: Place, wish: StateInput): Promise<void> {
  const { round, set } = place
  if (!takesMarks(round)) throw new Refusal('round-closed')
  if (wish.state !== 'in-progress' && set && isClosed(set)) throw new Refusal('round-closed', { state: set.state })
  if (await isRevealed(db, round, set)) throw new Refusal('round-closed')
  if (wish.state === 'finished') await refuseUnfinished(parts, db, place, wish.found)
  const now = parts.clock.now()
  const by = await annotatorOf(parts, db, account, round.studyId)
  const id = set?.id ?? (await beginSet(parts, db, { ...place, annotatorId: by, state: 'new', now }))
  const reason = 'reason' in wish ? wish.reason : undefined
  await changeSet(db, { id }, { from: set?.state ?? 'new', to: wish.state, reason, by, at: now })
}

/** What is handed in must say what was found, and answer what the codebook requires. */
async function refuseUnfinished(
  { frozen }: Parts,
  db: Db,
  { round, set }: Place,
  found: 'marks' | 'nothing',
): Promise<void> {
  const annotations = set ? await listAnnotations(db, set.id) : []
  if (found === 'marks' && annotations.length === 0) throw new Refusal('invalid', { found: 'nothing-marked' })
  if (found === 'nothing' && annotations.length > 0) throw new Refusal('invalid', { found: 'marks-stand' })
  const codebook = await frozen.codebook(db, round.codebook)
  if (!codebook) return
  const { answers } = await findAnswers(db, set)
  const paths = [
    ...openQuestions(codebook, annotations).map(({ annotation, question }) => {
      return `annotations.${annotation.id}.attributes.${question.id}`
    }),
    ...openDocumentQuestions(codebook, answers).map(({ id }) => `answers.${id}`),
  ]
  if (paths.length === 0) return
  throw new Refusal('invalid', Object.fromEntries(paths.map((path) => [path, 'missing'])))
}

async function standingOf(db: Db, account: Account, at: At, set: Standing['set'] | undefined): Promise<Standing> {
  const [progress] = await listProgress(db, account.id, at)
  const next = progress && nextPath(progress)
  const { state, reason } = set ?? { state: 'new' }
  return { set: { state, ...(reason !== undefined && { reason }) }, ...(next !== undefined && { next }) }
}

/** The id of the set in which somebody marks, begun now where there is none. Call it in a transaction. */
export async function workingSet(
  parts: Parts,
  db: Db,
  account: Account,
  { round, article, set, now }: Place & { now: string },
): Promise<string> {
  if (set?.state === 'new') await changeSet(db, set, { from: 'new', to: 'in-progress', by: set.annotatorId, at: now })
  if (set) return set.id
  const annotatorId = await annotatorOf(parts, db, account, round.studyId)
  return beginSet(parts, db, { round, article, annotatorId, state: 'in-progress', now })
}

async function beginSet(
  { clock }: Parts,
  db: Db,
  {
    round,
    article,
    annotatorId,
    state,
    now,
  }: Pick<Place, 'round' | 'article'> & Pick<AnnotationSet, 'annotatorId' | 'state'> & { now: string },
): Promise<string> {
  const id = clock.newId()
  await addSet(db, { id, roundId: round.id, articleId: article.id, annotatorId, state }, now)
  return id
}
