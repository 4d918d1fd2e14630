/** Trying the demonstration without an account: begun by a press, ended by another one, or by itself seven days after the last mark. */
import type { Account } from '../accounts/account.ts'
import { startSession } from '../accounts/account-actions.ts'
import { addGuest } from '../accounts/account-store.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type At, placeToRead } from '../rounds/place-actions.ts'
import { isForVisitors } from '../rounds/round.ts'
import { listAnnotatorsOfAccount } from '../studies/study-store.ts'
import { beginErasure, endErasure, removeAccount, removeReadings } from '../team/erasure-store.ts'
import { hourBefore, lastKept, MOST_AN_HOUR } from './trial.ts'
import { addVisitor, countVisitorsSince, forgetVisitors, isInWorkshop, listVisitorsUntil } from './trial-store.ts'

type Ending = Pick<Parts, 'clock' | 'database'>

/**
 * Makes a guest who may mark the demonstration, and gives back the session; undefined for who is signed in already. The
 * annotator begins with the first mark. Throws Refusal: not-found, too-many-visitors.
 */
export async function beginTrial(parts: Parts, account: Account | undefined, at: At): Promise<string | undefined> {
  const { clock, database } = parts
  const { round } = await placeToRead(parts, database.db, undefined, at)
  if (!isForVisitors(round)) throw new Refusal('not-found')
  if (account) return undefined
  const id = clock.newId()
  await database.transact(async (db) => {
    const now = clock.now()
    if ((await countVisitorsSince(db, hourBefore(now))) >= MOST_AN_HOUR) throw new Refusal('too-many-visitors')
    await addGuest(db, id, now)
    await addVisitor(db, id, now)
  })
  return startSession(parts, { id, name: id, role: 'guest' })
}

/** Removes all that somebody marked without an account, now. Who takes part in a workshop stays in it. */
export async function endTrial(parts: Parts, { id }: Account): Promise<{ readonly isGone: boolean }> {
  const { sets, isGone } = await parts.database.transact((db) => removeTrial(parts, db, id))
  parts.frozen.forget(sets)
  await parts.database.forget()
  return { isGone }
}

/** So many are removed in one transaction, so that others wait for none of them long. */
const AT_ONCE = 100

/** Removes what is older than it may be. How many visitors that were. */
export async function endDueTrials(parts: Ending & Pick<Parts, 'frozen'>): Promise<number> {
  const removed = await endTrialsUntil(parts, lastKept(parts.clock.now()))
  parts.frozen.forget(removed.sets)
  if (removed.visitors > 0) await parts.database.forget()
  return removed.visitors
}

/** Removes every visitor of a database that is a copy. Whether there was one. */
export async function endAllTrials(parts: Ending): Promise<boolean> {
  return (await endTrialsUntil(parts, '9999')).visitors > 0
}

async function endTrialsUntil(parts: Ending, moment: string): Promise<{ visitors: number; sets: string[] }> {
  const sets: string[] = []
  let visitors = 0
  for (let count = AT_ONCE; count === AT_ONCE; visitors += count)
    count = await parts.database.transact(async (db) => {
      const due = await listVisitorsUntil(db, moment, AT_ONCE)
      for (const id of due) sets.push(...(await removeTrial(parts, db, id)).sets)
      await forgetVisitors(db, hourBefore(parts.clock.now()))
      return due.length
    })
  return { visitors, sets }
}

/** A guest who takes part in a workshop has an account as long as that; everybody else goes as a whole. */
async function removeTrial({ clock }: Ending, db: Db, accountId: string): Promise<{ sets: string[]; isGone: boolean }> {
  const sets: string[] = []
  const own = (await listAnnotatorsOfAccount(db, accountId)).filter(({ kind }) => kind === 'visitor')
  const erasure = { id: clock.newId(), accountId, readings: 'removed', at: clock.now() } as const
  if (own.length > 0) {
    await beginErasure(db, erasure)
    for (const annotator of own) sets.push(...(await removeReadings(db, annotator.id)))
    await endErasure(db, erasure)
  }
  const isGone = !(await isInWorkshop(db, accountId))
  if (isGone) await removeAccount(db, accountId, erasure.at)
  return { sets, isGone }
}
