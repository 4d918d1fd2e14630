/** Answering the codebook's questions about a whole article: each change states all answers anew, exactly once. */
import type { Account } from '../accounts/account.ts'
import { answerFaults, orderedAnswers } from '../codebook/answers.ts'
import type { Answers } from '../codebook/codebook.ts'
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { At } from '../rounds/place-actions.ts'
import { takesMarks } from '../rounds/round.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import { isClosed } from './annotation-set.ts'
import { findRevisionByAction } from './annotation-store.ts'
import { answersForm, answersIn } from './answers-input.ts'
import { ANSWER, type AnswersConflict } from './answers-page.ts'
import { addAnswers, findAnswers, findAnswersByAction, type StoredAnswers } from './answers-store.ts'
import { openDesk } from './desk-actions.ts'
import type { DocumentAnswers } from './document-answers.ts'
import { findPlace, type Place, workingSet } from './set-actions.ts'

/** All answers anew, in sight of a revision. */
type AnswersWish = At & { readonly base: number; readonly answers: Answers }

export interface AnswersOutcome {
  readonly created: boolean
  readonly answers: DocumentAnswers
}

/**
 * Stores a person's answers and gives back how they stand after it. The same action again changes nothing and gets the
 * same answer. Throws Refusal, in this order: not-found, action-reused, round-closed, stale, invalid.
 * @param actionId UUID, version 7, made by the client at the moment of the act
 */
export async function answerDocument(
  parts: Parts,
  account: Account,
  actionId: string,
  input: AnswersWish,
): Promise<AnswersOutcome> {
  const digest = sha256(canonicalJson(input))
  return parts.database.transact(async (db) => {
    const place = await findPlace(parts, db, account, input)
    const earlier = await findAnswersByAction(db, actionId)
    if (earlier) return replay(place, earlier, digest)
    if (await findRevisionByAction(db, actionId)) throw new Refusal('action-reused')
    refuseClosed(place)
    const current = await findAnswers(db, place.set)
    if (current.revision !== input.base) throw new Refusal('stale', { current })
    const answers = { revision: input.base + 1, answers: await checkedAnswers(parts, db, place, input) }
    const at = parts.clock.now()
    const setId = await workingSet(parts, db, account, { ...place, now: at })
    const checksum = answersChecksum(setId, answers)
    await addAnswers(db, answers, { setId, actionId, actionDigest: digest, checksum, at })
    return { created: true, answers }
  })
}

/** SHA-256 over what was answered: shows later whether anything of it was changed on disk. */
export function answersChecksum(setId: string, { revision, answers }: DocumentAnswers): string {
  return sha256(canonicalJson({ set: setId, revision, answers }))
}

function replay({ set }: Place, earlier: StoredAnswers, digest: string): AnswersOutcome {
  if (earlier.setId !== set?.id || earlier.actionDigest !== digest) throw new Refusal('action-reused')
  const { revision, answers } = earlier
  return { created: false, answers: { revision, answers } }
}

function refuseClosed({ round, set }: Place): void {
  if (!takesMarks(round)) throw new Refusal('round-closed')
  if (set && isClosed(set)) throw new Refusal('round-closed', { state: set.state })
}

async function checkedAnswers({ frozen }: Parts, db: Db, { round }: Place, { answers }: AnswersWish) {
  const { questions = [] } = (await frozen.codebook(db, round.codebook)) ?? {}
  const faults = Object.entries(answerFaults(questions, answers))
  if (faults.length > 0)
    throw new Refusal('invalid', Object.fromEntries(faults.map(([id, fault]) => [`answers.${id}`, fault])))
  return orderedAnswers(questions, answers)
}

/**
 * Keeps what the fields of a form answer; a form without such fields, and the same answers again, change nothing.
 * Throws Refusal, as answerDocument does.
 * @returns undefined once it is kept; where the answers were changed elsewhere, how they stand and what was wanted
 */
export async function keepAnswers(
  parts: Parts,
  account: Account,
  at: At,
  fields: Readonly<Record<string, unknown>>,
): Promise<AnswersConflict | undefined> {
  const form = answersForm.safeParse(fields)
  if (!form.success) return undefined
  await findPlace(parts, parts.database.db, account, at)
  const desk = await openDesk(parts, account, at, 'own')
  const wanted = answersIn(desk.codebook.questions ?? [], form.data, ANSWER)
  if (canonicalJson(wanted) === canonicalJson(desk.answers.answers)) return undefined
  try {
    await answerDocument(parts, account, parts.clock.newId(), { ...at, base: Number(form.data.base), answers: wanted })
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'stale')) throw error
    return { desk, current: error.details?.current as DocumentAnswers, wanted }
  }
}
