/** Opening the desk. Looking changes nothing: an annotation set begins with its first action. */
import type { Account } from '../accounts/account.ts'
import { mayIn } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { SharedQuestion } from '../questions/question.ts'
import { listQuestionsFor } from '../questions/question-store.ts'
import { type Round, takesMarks } from '../rounds/round.ts'
import { mayMark, mayRead } from '../rounds/round-rights.ts'
import { findRound, listRounds } from '../rounds/round-store.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findAnnotatorOfAccount, findStudy } from '../studies/study-store.ts'
import type { Desk, ReadingKind } from './annotation-page.ts'
import { type AnnotationSet, isClosed } from './annotation-set.ts'
import { findReferenceSet, findSet } from './annotation-store.ts'
import { findAnswers } from './answers-store.ts'
import { findBeside, listNeighbours } from './beside-actions.ts'
import { listProgress } from './progress-store.ts'

/**
 * What the desk of an article in a round shows to somebody. Throws Refusal (not-found), also where they may not look.
 * @param beside what is shown beside one's own reading: `reference` or the id of a set
 */
export async function openDesk(
  parts: Parts,
  account: Account | undefined,
  at: { round: string; article: string },
  reading: ReadingKind,
  beside?: string,
): Promise<Desk> {
  const { db } = parts.database
  const round = await findRound(db, at.round)
  const article = await parts.frozen.article(db, at.article)
  if (!round || article?.studyId !== round.studyId) throw new Refusal('not-found')
  const access = await accessTo(db, account, round.studyId)
  if (!mayRead(access, round)) throw new Refusal('not-found')
  const codebook = await parts.frozen.codebook(db, round.codebook)
  const study = await findStudy(db, round.studyId)
  if (!codebook || !study) throw new Error(`round ${round.id} has no codebook or no study`)
  const reference = await referenceSet(db, round, article.id)
  if (reading === 'reference' && reference === undefined) throw new Refusal('not-found')
  const own = reading === 'own' ? await ownSet(db, account, round, article.id) : undefined
  const setId = reading === 'own' ? own?.id : reference
  const mine = { access, marks: mayMark(access, round), round: round.id, article: article.id, set: own, reference }
  const neighbours = await listNeighbours(db, mine)
  const takesPart = reading === 'own' && account !== undefined && takesMarks(round) && mine.marks
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
    set: own,
    answers: await findAnswers(db, setId === undefined ? undefined : { id: setId }),
    progress,
    questions: takesPart ? await questionsFor(db, account, round, article.id) : [],
    account: account && { id: account.id, name: account.name },
    managesStudy: mayIn(access, 'download-study'),
  }
}

/** The reference reading that may be shown beside a round: beside a demonstration, and in its own round. */
async function referenceSet(db: Db, round: Round, articleId: string): Promise<string | undefined> {
  if (round.kind === 'reference') return findReferenceSet(db, round.id, articleId)
  if (round.kind !== 'demonstration') return undefined
  for (const other of await listRounds(db, round.studyId)) {
    const { id, version } = other.codebook
    const isSameCodebook = id === round.codebook.id && version === round.codebook.version
    const set =
      other.kind === 'reference' && isSameCodebook ? await findReferenceSet(db, other.id, articleId) : undefined
    if (set !== undefined) return set
  }
  return undefined
}

async function ownSet(
  db: Db,
  account: Account | undefined,
  round: Round,
  articleId: string,
): Promise<AnnotationSet | undefined> {
  const annotator = account && (await findAnnotatorOfAccount(db, round.studyId, account.id))
  return annotator && findSet(db, { roundId: round.id, articleId, annotatorId: annotator.id })
}

async function questionsFor(db: Db, account: Account, round: Round, articleId: string): Promise<SharedQuestion[]> {
  const annotator = await findAnnotatorOfAccount(db, round.studyId, account.id)
  return listQuestionsFor(db, { roundId: round.id, articleId, annotatorId: annotator?.id })
}
