/** Marking: an action makes, revises, retracts or restores one annotation, exactly once. */
import type { Account } from '../accounts/account.ts'
import type { Article } from '../articles/article.ts'
import { type Codebook, findTag } from '../codebook/codebook.ts'
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { placeToMark } from '../rounds/place-actions.ts'
import { type Round, takesLateMarks, takesMarks } from '../rounds/round.ts'
import { findAnnotator } from '../studies/study-store.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import { overlap, type Span } from '../text/span.ts'
import { timeOfUuid } from '../text/uuid.ts'
import { type Annotation, type Judgement, type QuotedAnnotation, quoted } from './annotation.ts'
import { countMadeByVisitor } from './annotation-counts-store.ts'
import type { ActionInput, JudgingAction } from './annotation-input.ts'
import { type AnnotationSet, isClosed } from './annotation-set.ts'
import {
  addRevision,
  addRevisions,
  findNewestRevision,
  findRevisionByAction,
  findSet,
  findSetById,
  listAnnotations,
  type StoredRevision,
} from './annotation-store.ts'
import { codebookFaults, type Faults, orderedJudgement, placeFaults } from './judgement-rules.ts'
import { workingSet } from './set-actions.ts'

/** What an action led to: `created` is false where the same action had been stored before. */
export interface ActionOutcome {
  readonly created: boolean
  readonly annotation: QuotedAnnotation
}

/** Everything an action is judged by: where it happens, who acts, what is there already. */
interface Scene {
  readonly round: Round
  readonly article: Article
  readonly codebook: Codebook
  readonly set: AnnotationSet | undefined
  readonly current: StoredRevision | undefined
}

/**
 * Stores one action of a person and answers with the annotation after it. The same action again changes nothing and
 * gets the same answer. Throws Refusal, in this order: not-found, action-reused, round-closed, stale,
 * too-many-marks, invalid, quote-mismatch.
 * @param actionId UUID, version 7, made by the client at the moment of the act
 */
export async function act(
  parts: Parts,
  account: Account,
  actionId: string,
  action: ActionInput,
): Promise<ActionOutcome> {
  const digest = sha256(canonicalJson(action))
  let studyId: string | undefined
  const outcome = await parts.database.transact(async (db) => {
    const scene = await setScene(parts, db, account, action)
    studyId = scene.round.studyId
    const earlier = await findRevisionByAction(db, actionId)
    if (earlier) return replay(scene, earlier, digest)
    refuseClosed(scene, actionId, parts.clock.now())
    refuseStale(scene, action)
    if (!scene.current) await refuseTooMany(db, scene, account)
    const annotation = nextRevision(scene, action, parts.clock.now())
    if (action.kind !== 'retract' && scene.codebook.overlap === 'forbidden') await refuseOverlap(db, scene, annotation)
    const setId = await workingSet(parts, db, account, { ...scene, now: annotation.changedAt })
    await addRevision(db, annotation, {
      setId,
      actionId,
      actionDigest: digest,
      checksum: revisionChecksum(annotation, scene.article),
    })
    return { created: true, annotation: quoted(annotation, scene.article.body) }
  })
  if (studyId !== undefined) parts.live.changed(studyId)
  return outcome
}

/** Adds annotations to a set as they stand, in their order. Fails where one of them is there. */
export async function addAnnotations(
  db: Db,
  setId: string,
  article: Article,
  annotations: readonly Annotation[],
): Promise<void> {
  const revisions = annotations.map((annotation) => ({ annotation, checksum: revisionChecksum(annotation, article) }))
  await addRevisions(db, setId, revisions)
}

/** SHA-256 over a revision's content and its quotes: shows later whether anything of it was changed on disk. */
export function revisionChecksum(annotation: Annotation, article: Article): string {
  return sha256(canonicalJson(quoted(annotation, article.body)))
}

async function setScene(parts: Parts, db: Db, account: Account, action: ActionInput): Promise<Scene> {
  const { round, article, annotator } = await placeToMark(parts, db, account, action)
  const codebook = await parts.frozen.codebook(db, round.codebook)
  if (!codebook) throw new Error(`round ${round.id} has no codebook`)
  const set = annotator && (await findSet(db, { roundId: round.id, articleId: article.id, annotatorId: annotator.id }))
  const current = await findNewestRevision(db, action.annotation)
  if (current && current.setId !== set?.id) await refuseElsewhere(parts, db, account, action, current)
  return { round, article, codebook, set, current }
}

/** The annotation stands in another set: unknown here, unless its own annotator would make it a second time. */
async function refuseElsewhere(
  parts: Parts,
  db: Db,
  account: Account,
  action: ActionInput,
  current: StoredRevision,
): Promise<never> {
  const set = await findSetById(db, current.setId)
  const owner = set && (await findAnnotator(db, set.annotatorId))
  const article = set && (await parts.frozen.article(db, set.articleId))
  if (action.kind !== 'make' || owner?.accountId !== account.id || !article) throw new Refusal('not-found')
  throw new Refusal('stale', { current: quoted(current.annotation, article.body) })
}

function replay(scene: Scene, earlier: StoredRevision, digest: string): ActionOutcome {
  if (earlier.setId !== scene.set?.id || earlier.actionDigest !== digest) throw new Refusal('action-reused')
  return { created: false, annotation: quoted(earlier.annotation, scene.article.body) }
}

/** A set that is finished or skipped takes no marks either: `details` say which, and opening it again helps. */
function refuseClosed({ round, set }: Scene, actionId: string, now: string): void {
  if (!takesMarks(round) && !takesLateMarks(round, timeOfUuid(actionId), now)) throw new Refusal('round-closed')
  if (set && isClosed(set)) throw new Refusal('round-closed', { state: set.state })
}

/** An action must have been made in sight of the current state: of its revision, and of whether it is retracted. */
function refuseStale({ current, article }: Scene, action: ActionInput): void {
  if (!current && action.kind === 'make') return
  if (!current) throw new Refusal('not-found')
  const { revision, retracted } = current.annotation
  const fits = revision === action.base && retracted === (action.kind === 'restore')
  if (!fits) throw new Refusal('stale', { current: quoted(current.annotation, article.body) })
}

/** Without an account there is nobody to ask whether it has to be more. */
const MOST_OF_A_VISITOR = 200

async function refuseTooMany(db: Db, { round }: Scene, { id, role }: Account): Promise<void> {
  if (role !== 'guest' || round.kind !== 'demonstration') return
  if ((await countMadeByVisitor(db, id)) >= MOST_OF_A_VISITOR) throw new Refusal('too-many-marks')
}

function nextRevision(scene: Scene, action: ActionInput, now: string): Annotation {
  const former = scene.current?.annotation
  const judgement = 'tag' in action ? checkedJudgement(scene, action) : former!
  return {
    ...judgement,
    id: action.annotation,
    revision: action.base + 1,
    retracted: action.kind === 'retract',
    origin: former?.origin ?? 'annotator',
    createdAt: former?.createdAt ?? now,
    changedAt: now,
  }
}

function checkedJudgement({ article, codebook, current }: Scene, action: JudgingAction): Judgement {
  const judgement: Judgement = {
    start: action.start,
    end: action.end,
    tag: action.tag,
    attributes: action.attributes ?? {},
    parts: (action.parts ?? []).map(({ role, start, end }) => ({ role, start, end })),
    ...(action.confidence && { confidence: action.confidence }),
    ...(action.secondTag && { secondTag: action.secondTag }),
    ...(action.note && { note: action.note }),
  }
  const faults: Faults = {
    ...placeFaults(article, judgement),
    ...codebookFaults(codebook, judgement, current?.annotation.tag),
  }
  if (Object.keys(faults).length > 0) throw new Refusal('invalid', faults)
  refuseOtherQuote(article, action)
  for (const [part, span] of (action.parts ?? []).entries()) refuseOtherQuote(article, span, part)
  return orderedJudgement(findTag(codebook, judgement.tag)!, judgement)
}

function refuseOtherQuote(article: Article, claimed: Span & { quote: string }, part?: number): void {
  const found = article.body.slice(claimed.start, claimed.end)
  if (found !== claimed.quote) throw new Refusal('quote-mismatch', { found, ...(part !== undefined && { part }) })
}

async function refuseOverlap(db: Db, { set }: Scene, annotation: Annotation): Promise<void> {
  const others = set ? await listAnnotations(db, set.id) : []
  if (others.some((other) => other.id !== annotation.id && overlap(other, annotation)))
    throw new Refusal('invalid', { start: 'overlap-forbidden' })
}
