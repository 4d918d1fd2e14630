/** Opening the desk. Looking changes nothing: an annotation set begins with its first action. */
import type { Account } from '../accounts/account.ts'
import { mayIn } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { SharedQuestion } from '../questions/question.ts'
import { listQuestionsFor } from '../questions/question-store.ts'
import { type At, placeToRead } from '../rounds/place-actions.ts'
import { isForVisitors, type Round, takesMarks } from '../rounds/round.ts'
import { mayAskThere } from '../rounds/round-rights.ts'
import type { Annotator } from '../studies/study.ts'
import { findStudy } from '../studies/study-store.ts'
import type { Desk, Neighbour, ReadingKind } from './annotation-page.ts'
import { type AnnotationSet, isClosed } from './annotation-set.ts'
import { findReferenceSet, findSet } from './annotation-store.ts'
import { findAnswers } from './answers-store.ts'
import { findBeside, listNeighbours } from './beside-actions.ts'
import { listProgress } from './progress-store.ts'
import { findReference } from './reference-store.ts'
import { findRevealed, isRevealed } from './revealing-actions.ts'

/** What is shown beside one's own reading because of where a workshop is, and not by one's rights. */
export interface Revealed {
  readonly reference: boolean
  readonly neighbours: readonly Neighbour[]
}

/**
 * What the desk of an article in a round shows to somebody. Throws Refusal (not-found), also where they may not look.
 * @param beside what is shown beside one's own reading: `reference` or the id of a set
 */
export async function openDesk(
  parts: Parts,
  account: Account | undefined,
  at: At,
  reading: ReadingKind,
  beside?: string,
  revealed?: Revealed,
): Promise<Desk> {
  const { db } = parts.database
  const place = await placeToRead(parts, db, account, at)
  const { round, article, access, annotator } = place
  const codebook = await parts.frozen.codebook(db, round.codebook)
  const study = await findStudy(db, round.studyId)
  if (!codebook || !study) throw new Error(`round ${round.id} has no codebook or no study`)
  const own = annotator && (await findSet(db, { roundId: round.id, articleId: article.id, annotatorId: annotator.id }))
  const reference = await referenceSet(db, round, article.id, own, revealed)
  if (reading === 'reference' && reference === undefined) throw new Refusal('not-found')
  const setId = reading === 'own' ? own?.id : reference
  const mine = {
    access,
    marks: place.isTheirs,
    round: round.id,
    article: article.id,
    set: reading === 'own' ? own : undefined,
    reference,
  }
  const neighbours = revealed?.neighbours ?? (await listNeighbours(db, mine))
  const takesPart = reading === 'own' && account !== undefined && takesMarks(round) && place.mayMark
  const mayAsk = takesPart && mayAskThere(access, round)
  const [progress] = takesPart ? await listProgress(db, account.id, at) : []
  return {
    study,
    round,
    article,
    codebook,
    annotations: setId === undefined ? [] : await parts.frozen.annotations(db, setId),
    reading,
    hasReference: reference !== undefined,
    neighbours,
    beside: reading === 'own' && beside ? await findBeside(parts, mine, neighbours, beside) : undefined,
    mayMark: takesPart && !isClosed(own),
    mayAsk,
    trial: trialTo(round, account),
    set: reading === 'own' ? own : undefined,
    mayReopen: !(await isRevealed(db, round, own)),
    answers: await findAnswers(db, setId === undefined ? undefined : { id: setId }),
    progress,
    questions: mayAsk ? await questionsFor(db, annotator, round, article.id) : [],
    account: account && { id: account.id, name: account.name },
    managesStudy: mayIn(access, 'download-study'),
  }
}

function trialTo(round: Round, account: Account | undefined): Desk['trial'] {
  if (!isForVisitors(round) || (account && account.role !== 'guest')) return undefined
  return account ? 'begun' : 'offered'
}

/**
 * The reference reading that may be shown beside a round: beside a demonstration, in its own round, in training as soon
 * as one's own reading is finished, and where they compare their readings with it; there it may be the gold.
 */
async function referenceSet(
  db: Db,
  round: Round,
  articleId: string,
  own: AnnotationSet | undefined,
  revealed: Revealed | undefined,
): Promise<string | undefined> {
  if (round.kind === 'reference') return findReferenceSet(db, round.id, articleId)
  const isShown = round.kind === 'demonstration' || (round.kind === 'training' && own?.state === 'finished')
  if (isShown || revealed?.reference) return findReference(db, round, articleId)
  return (await findRevealed(db, round, own))?.setId
}

async function questionsFor(
  db: Db,
  annotator: Annotator | undefined,
  round: Round,
  articleId: string,
): Promise<SharedQuestion[]> {
  return listQuestionsFor(db, { roundId: round.id, articleId, annotatorId: annotator?.id })
}
