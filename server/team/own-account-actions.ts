/** One's own account: what one is in, and erasing oneself. */
import type { Account } from '../accounts/account.ts'
import { countSessions, listAccounts, listApiTokens } from '../accounts/account-store.ts'
import { confirm, rename } from '../accounts/own-account-actions.ts'
import { NO_WORK } from '../annotations/work.ts'
import { countMarksOf, countSetsOf } from '../annotations/work-store.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { countQuestionsOf } from '../questions/question-store.ts'
import { listAnnotatorsOfAccount, nameAnnotator } from '../studies/study-store.ts'
import { countMembers, countOtherManagers, listMemberships } from '../studies/team-store.ts'
import {
  beginErasure,
  type Erasure,
  endErasure,
  removeAccount,
  removeReadings,
  unlinkReadings,
} from './erasure-store.ts'
import { type ErasurePage, type OwnAccount, type OwnPlace, workOfAll } from './own-account-page.ts'

export async function openOwnAccount(parts: Parts, account: Account, hasSession: boolean): Promise<OwnAccount> {
  const { db } = parts.database
  const sessions = await countSessions(db, account.id, parts.clock.now())
  return {
    places: await listPlaces(db, account),
    otherSessions: sessions - (hasSession ? 1 : 0),
    tokens: await listApiTokens(db, account.id),
  }
}

async function listPlaces(db: Db, account: Account): Promise<OwnPlace[]> {
  const annotators = await listAnnotatorsOfAccount(db, account.id)
  const work = await countSetsOf(
    db,
    annotators.map(({ id }) => id),
  )
  return (await listMemberships(db, account.id)).map(({ studyId, slug, title, roles }) => {
    const annotator = annotators.find((annotator) => annotator.studyId === studyId)
    return {
      slug,
      title,
      roles,
      pseudonym: annotator?.pseudonym,
      isNamed: annotator?.name !== undefined,
      work: (annotator && work.get(annotator.id)) ?? NO_WORK,
    }
  })
}

/** A new name stands also where a manager has let the name leave a study. Throws Refusal (invalid, name: taken). */
export async function changeName(parts: Parts, account: Account, name: string): Promise<void> {
  await rename(parts, account, name, async (db) => {
    for (const annotator of await listAnnotatorsOfAccount(db, account.id))
      if (annotator.name !== undefined) await nameAnnotator(db, annotator.id, name)
  })
}

/** What would go with somebody, and what stands against it. */
export async function openErasure(
  { database: { db } }: Parts,
  account: Account,
): Promise<Omit<ErasurePage, 'isWrong'>> {
  const annotators = await listAnnotatorsOfAccount(db, account.id)
  const ids = annotators.map(({ id }) => id)
  let [marks, questions] = [0, 0]
  for (const id of ids) {
    marks += await countMarksOf(db, id)
    questions += await countQuestionsOf(db, id)
  }
  return {
    studies: new Set(annotators.map(({ studyId }) => studyId)).size,
    work: { ...workOfAll([...(await countSetsOf(db, ids)).values()]), marks, questions },
    ...(await obstaclesOf(db, account)),
  }
}

/** An instance keeps an owner, and a study in which others work somebody who manages it. */
async function obstaclesOf(db: Db, account: Account): Promise<Pick<ErasurePage, 'isLastOwner' | 'managedAlone'>> {
  const owners = (await listAccounts(db)).filter(({ role }) => role === 'owner')
  const managedAlone = []
  for (const { studyId, slug, title, roles } of await listMemberships(db, account.id)) {
    const isLast = roles.includes('manager') && (await countOtherManagers(db, studyId, account.id)) === 0
    if (isLast && (await countMembers(db, studyId, '')) > 1) managedAlone.push({ slug, title })
  }
  return { isLastOwner: owners.every(({ id }) => id === account.id), managedAlone }
}

/**
 * Erases a person: one transaction that the database's guards know by name. The account goes; its readings go too, or
 * stay and belong to nobody. Afterwards neither memory nor the database's files hold anything of it.
 * Throws Refusal: invalid (current: wrong; person: needed), too-many, sign-in (they are gone already).
 */
export async function erase(
  parts: Parts,
  account: Account,
  origin: string,
  { readings, current }: { readings: Erasure['readings']; current: string },
): Promise<void> {
  await confirm(parts, account, origin, current)
  const sets = await parts.database.transact(async (db) => {
    const { isLastOwner, managedAlone } = await obstaclesOf(db, account)
    if (isLastOwner || managedAlone.length > 0) throw new Refusal('invalid', { person: 'needed' })
    const erasure = { id: parts.clock.newId(), accountId: account.id, readings, at: parts.clock.now() }
    await beginErasure(db, erasure)
    const removed = []
    for (const { id } of await listAnnotatorsOfAccount(db, account.id)) {
      if (readings === 'removed') removed.push(...(await removeReadings(db, id)))
      else await unlinkReadings(db, id)
    }
    if (!(await removeAccount(db, account.id, erasure.at))) throw new Refusal('sign-in')
    await endErasure(db, erasure)
    return removed
  })
  parts.frozen.forget(sets)
  await parts.database.forget()
}
