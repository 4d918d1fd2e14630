/** Joining a workshop: no name, no address; a code, and one is somebody with a pseudonym. */
import { randomInt } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import { startSession } from '../../accounts/account-actions.ts'
import { addGuest } from '../../accounts/account-store.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { randomFrom } from '../../random.ts'
import { addAnnotator, findAnnotatorOfAccount, listAnnotators } from '../../studies/study-store.ts'
import { recover } from '../taking-part/own-actions.ts'
import type { Workshop } from '../workshop.ts'
import { addParticipant, countParticipants, findWorkshop, findWorkshopByCode, isRemoved } from '../workshop-store.ts'
import { RECOVERY_LENGTH, typedCode } from './join-code.ts'
import { newPseudonym } from './pseudonyms.ts'

/** What came of it: the way in, with a new session for a new guest, or why not. */
export type Joined = { readonly workshop: Workshop; readonly session?: string } | { readonly fault: JoinFault }

export type JoinFault = 'unknown' | 'locked' | 'full' | 'ended' | 'removed'

/**
 * Lets somebody in by a code, or back in by their own. Whoever is in already comes back, and who was removed does not; who
 * is signed in takes part under their account; everybody else becomes a guest, one for each workshop. Throws Refusal
 * (too-many) where too many codes were tried that are none.
 */
export async function joinByCode(
  parts: Parts,
  typed: string,
  who: { readonly account: Account | undefined; readonly session: string | undefined; readonly origin: string },
): Promise<Joined> {
  const { db } = parts.database
  const recovery = typedCode(typed, RECOVERY_LENGTH)
  if (recovery !== undefined)
    return (await parts.limits.lookUp(who.origin, () => recover(parts, recovery))) ?? { fault: 'unknown' }
  const code = typedCode(typed)
  const workshop =
    code === undefined ? undefined : await parts.limits.lookUp(who.origin, () => findWorkshopByCode(db, code))
  if (!workshop) return { fault: 'unknown' }
  if (who.account && (await isParticipant(db, workshop, who.account))) return { workshop }
  if (who.account && (await isRemoved(db, workshop.id, who.account.id))) return { fault: 'removed' }
  try {
    return await letIn(parts, workshop, who)
  } catch (error) {
    if (error instanceof Refusal && error.details?.join) return { fault: error.details.join as 'full' }
    throw error
  }
}

async function isParticipant(db: Db, { studyId }: Workshop, account: Account): Promise<boolean> {
  return (await findAnnotatorOfAccount(db, studyId, account.id))?.kind === 'participant'
}

async function letIn(
  parts: Parts,
  { id, studyId }: Workshop,
  { account, session }: { account: Account | undefined; session: string | undefined },
): Promise<Joined> {
  const guest = account && account.role !== 'guest' ? undefined : parts.clock.newId()
  const joined = await parts.database.transact(async (db) => {
    const workshop = await openWorkshop(db, id)
    if (guest !== undefined) await addGuest(db, guest, parts.clock.now())
    await addNewParticipant(parts, db, workshop, { accountId: guest ?? account!.id, isSimulated: false })
    return workshop
  })
  parts.live.changed(studyId)
  if (guest === undefined) return { workshop: joined }
  const newcomer = { id: guest, name: guest, role: 'guest' } as const
  // A session of another workshop goes on there by its recovery code; that of somebody signed in is not touched.
  return { workshop: joined, session: await startSession(parts, newcomer, account ? session : undefined) }
}

/** Throws Refusal (invalid, join: …) where nobody new gets in. */
async function openWorkshop(db: Db, id: string): Promise<Workshop> {
  const workshop = await findWorkshop(db, id)
  if (!workshop) throw new Refusal('not-found')
  if (workshop.phase === 'ended') throw new Refusal('invalid', { join: 'ended' })
  if (workshop.isLocked) throw new Refusal('invalid', { join: 'locked' })
  if ((await countParticipants(db, id)) >= workshop.settings.mostParticipants)
    throw new Refusal('invalid', { join: 'full' })
  return workshop
}

/** Adds a participant under a new pseudonym, and returns the annotator that they are. Call it in a transaction. */
export async function addNewParticipant(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  { id, studyId, settings }: Workshop,
  who: { readonly accountId?: string; readonly isSimulated: boolean; readonly joinedAt?: string },
): Promise<string> {
  const taken = new Set((await listAnnotators(db, studyId)).map(({ pseudonym }) => pseudonym))
  const pseudonym = newPseudonym(settings.language, taken, randomFrom(randomInt(2 ** 32)))
  const annotatorId = clock.newId()
  await addAnnotator(db, {
    id: annotatorId,
    studyId,
    kind: 'participant',
    pseudonym,
    ...(who.accountId && { accountId: who.accountId }),
  })
  const { joinedAt = clock.now(), ...rest } = who
  await addParticipant(db, { ...rest, annotatorId, workshopId: id, joinedAt, isHidden: false }, undefined)
  return annotatorId
}
