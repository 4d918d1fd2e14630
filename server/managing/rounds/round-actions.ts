/** The rounds of a study for who manages it: a new one, opening and closing, and the terms of one. */
import type { Account } from '../../accounts/account.ts'
import { listCodebooks } from '../../codebook/codebook-store.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { addAdmission, listAdmitted } from '../../rounds/assignment-store.ts'
import type { Round } from '../../rounds/round.ts'
import type { RoundWish } from '../../rounds/round-list.ts'
import { countListedRounds, listRoundsOf } from '../../rounds/round-list-store.ts'
import { addRound, changeRound, findRound, listRounds } from '../../rounds/round-store.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { ROWS_A_PAGE, rowsBefore } from '../../web/list.ts'
import { reasonsOf } from '../../web/reasons.ts'
import { newRoundInput, termsInput } from './round-input.ts'
import type { TermsForm } from './round-page.ts'
import type { NewRoundForm, OpenRounds } from './rounds-page.ts'

/** A round of a study. */
export interface RoundOfStudy {
  readonly slug: string
  readonly round: string
}

export async function openRounds(
  { database: { db } }: Pick<Parts, 'database'>,
  account: Account,
  slug: string,
  wish: RoundWish,
): Promise<OpenRounds> {
  const study = await studyToManage(db, account, slug)
  return {
    study,
    rounds: await listRoundsOf(db, study.id, { ...wish, from: rowsBefore(wish), count: ROWS_A_PAGE }),
    total: await countListedRounds(db, study.id, { q: '', state: 'any' }),
    hits: await countListedRounds(db, study.id, wish),
    wish,
    codebooks: await listCodebooks(db, study.id),
  }
}

/** Throws Refusal (not-found), also where they do not manage the study. */
export async function roundToManage(
  db: Db,
  account: Account,
  { slug, round: id }: RoundOfStudy,
): Promise<{ study: OpenStudy; round: Round }> {
  const study = await studyToManage(db, account, slug)
  const round = await findRound(db, id)
  if (round?.studyId !== study.id) throw new Refusal('not-found')
  return { study, round }
}

/** Adds a round, closed until somebody opens it. Throws Refusal: not-found, or invalid. Its id. */
export async function startRound(parts: Parts, account: Account, slug: string, form: NewRoundForm): Promise<string> {
  const input = newRoundInput.safeParse(form, { reportInput: true })
  if (!input.success) throw new Refusal('invalid', reasonsOf(input.error))
  const { title, kind, codebookVersion: wanted, dueOn } = input.data
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const codebook = (await listCodebooks(db, study.id)).find(({ id, version }) => `${id}/${version}` === wanted)
    if (!codebook) throw new Refusal('invalid', { codebookVersion: 'unknown' })
    const [id, now] = [parts.clock.newId(), parts.clock.now()]
    const ref = { id: codebook.id, version: codebook.version }
    await addRound(db, { id, studyId: study.id, title, kind, codebook: ref, dueOn, closedAt: now }, now)
    return id
  })
}

/** Whether marks can be made in a round is changed at once for everybody; what was made before stays. */
export async function openOrClose(parts: Parts, account: Account, at: RoundOfStudy, isOpen: boolean): Promise<void> {
  await parts.database.transact(async (db) => {
    const { round } = await roundToManage(db, account, at)
    if ((round.closedAt === undefined) === isOpen) return
    await changeRound(db, round.id, { ...round, closedAt: isOpen ? undefined : parts.clock.now() })
  })
}

/** Whether those who read in a round may compare their readings with the reference once they are through. */
export async function switchFeedback(parts: Parts, account: Account, at: RoundOfStudy, isOn: boolean): Promise<void> {
  await parts.database.transact(async (db) => {
    const { round } = await roundToManage(db, account, at)
    await changeRound(db, round.id, { ...round, givesFeedback: isOn })
  })
}

/** Throws Refusal: not-found, or invalid. */
export async function changeTerms(parts: Parts, account: Account, at: RoundOfStudy, form: TermsForm): Promise<void> {
  const input = termsInput.safeParse(form, { reportInput: true })
  if (!input.success) throw new Refusal('invalid', reasonsOf(input.error))
  const { dueOn, admission, percent } = input.data
  await parts.database.transact(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const training = trainingRounds(await listRounds(db, study.id), round)
    if (admission !== '' && !training.some(({ id }) => id === admission))
      throw new Refusal('invalid', { admission: 'unknown' })
    if (admission !== '' && percent === undefined) throw new Refusal('invalid', { percent: 'missing' })
    const rule = admission === '' || percent === undefined ? undefined : { round: admission, percent }
    await changeRound(db, round.id, { ...round, dueOn, admission: rule })
  })
}

/** The training rounds that may be asked for before a round: of the same study. */
export function trainingRounds(rounds: readonly Round[], round: Round): Round[] {
  return rounds.filter(({ id, kind }) => kind === 'training' && id !== round.id)
}

/** Lets somebody into a round without regard to how they read in training. */
export async function admitByHand(parts: Parts, account: Account, at: RoundOfStudy, pseudonym: string): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const person = (await listPeople(db, study.id)).find((person) => person.pseudonym === pseudonym)
    if (!person || !round.admission) throw new Refusal('not-found')
    const place = { roundId: round.id, annotatorId: person.id }
    if (!(await listAdmitted(db, round.id)).includes(person.id))
      await addAdmission(db, place, { by: account.id }, parts.clock.now())
  })
}
