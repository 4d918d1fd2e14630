/** What becomes of participants' data: gone by itself, earlier on request, or kept without anything that leads to a person. */
import { randomInt } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import type { Annotation } from '../../annotations/annotation.ts'
import { addAnnotations } from '../../annotations/annotation-actions.ts'
import { addSet, listAnnotations, listSets } from '../../annotations/annotation-store.ts'
import type { Db } from '../../database/db.ts'
import type { Parts } from '../../parts.ts'
import { randomFrom, randomPlace } from '../../random.ts'
import { addAnnotator, listAnnotatorsOfAccount } from '../../studies/study-store.ts'
import { removeAccount, removeReadings } from '../../team/erasure-store.ts'
import { goneAt, isCounted, type Participant, type Workshop } from '../workshop.ts'
import { workshopToLead } from '../workshop-actions.ts'
import { addParticipant, changeWorkshop, findWorkshop, listParticipants } from '../workshop-store.ts'
import { beginEmptying, endEmptying, findLastDeed, isGuest, listFilled } from './emptying-store.ts'

type Emptying = Pick<Parts, 'clock' | 'database' | 'frozen' | 'live'>

/** Removes everything of a workshop's participants now. Throws Refusal (not-found). */
export async function emptyNow(parts: Emptying, account: Account | undefined, id: string): Promise<void> {
  await emptied(parts, async (db) => {
    const workshop = await workshopToLead(db, account, id)
    return { workshop, sets: await emptyIn(parts, db, workshop) }
  })
}

/**
 * Keeps what was marked as anonymous readings and removes the rest: new ids in an order by lot, one time for all, no
 * notes; who is left out of the pictures is left out here too. Throws Refusal (not-found).
 */
export async function keepAnonymised(parts: Emptying, account: Account | undefined, id: string): Promise<void> {
  await emptied(parts, async (db) => {
    const workshop = await workshopToLead(db, account, id)
    if (workshop.emptiedAt !== undefined) return { workshop, sets: [] }
    const readings = await anonymousReadings(parts, db, workshop)
    const sets = await emptyIn(parts, db, workshop)
    for (const [index, reading] of readings.entries()) await addAnonymous(parts, db, workshop, index + 1, reading)
    return { workshop, sets }
  })
}

/** Empties the workshops whose time has come. How many those were. */
export async function emptyDue(parts: Emptying): Promise<number> {
  let count = 0
  for (const id of await listFilled(parts.database.db)) {
    const isDue = async (db: Db) => {
      const workshop = await findWorkshop(db, id)
      return workshop && goneAt(workshop, await findLastDeed(db, id)) <= parts.clock.now() ? workshop : undefined
    }
    if (!(await isDue(parts.database.db))) continue
    await emptied(parts, async (db) => {
      const workshop = await isDue(db)
      if (workshop) count++
      return { workshop, sets: workshop ? await emptyIn(parts, db, workshop) : [] }
    })
  }
  return count
}

/** Empties every workshop of a database that is a copy. */
export async function emptyAll(parts: Pick<Parts, 'clock' | 'database'>): Promise<void> {
  await parts.database.transact(async (db) => {
    for (const id of await listFilled(db)) {
      const workshop = await findWorkshop(db, id)
      if (workshop) await emptyIn(parts, db, workshop)
    }
  })
}

/** Afterwards neither memory nor the database's files hold anything of it. */
async function emptied(
  parts: Emptying,
  work: (db: Db) => Promise<{ workshop: Workshop | undefined; sets: readonly string[] }>,
): Promise<void> {
  const { workshop, sets } = await parts.database.transact(work)
  parts.frozen.forget(sets)
  await parts.database.forget()
  if (workshop) parts.live.changed(workshop.studyId)
}

/** The ids of the sets that went. */
async function emptyIn({ clock }: Pick<Parts, 'clock'>, db: Db, workshop: Workshop): Promise<string[]> {
  if (workshop.emptiedAt !== undefined) return []
  const participants = await listParticipants(db, workshop.id)
  const erasure = { id: clock.newId(), workshopId: workshop.id, participants: participants.length, at: clock.now() }
  await beginEmptying(db, erasure)
  const sets: string[] = []
  for (const participant of participants) sets.push(...(await removeParticipant(db, participant, erasure.at)))
  await changeWorkshop(db, workshop.id, { ...workshop, phase: 'ended', emptiedAt: erasure.at })
  await endEmptying(db, erasure)
  return sets
}

/** What a guest marked elsewhere goes first: by the participant the guards know whose it is. */
async function removeParticipant(db: Db, { annotatorId, accountId }: Participant, at: string): Promise<string[]> {
  const guest = accountId !== undefined && (await isGuest(db, accountId)) ? accountId : undefined
  const others = guest === undefined ? [] : await listAnnotatorsOfAccount(db, guest)
  const sets: string[] = []
  for (const { id } of others) if (id !== annotatorId) sets.push(...(await removeReadings(db, id)))
  sets.push(...(await removeReadings(db, annotatorId)))
  if (guest !== undefined) await removeAccount(db, guest, at)
  return sets
}

/** Round → what somebody marked there. */
type AnonymousReading = ReadonlyMap<string, readonly Annotation[]>

async function anonymousReadings({ clock }: Emptying, db: Db, workshop: Workshop): Promise<AnonymousReading[]> {
  const at = `${clock.now().slice(0, 10)}T00:00:00.000Z`
  const sets = await listSets(db, workshop.articleId)
  const readings: AnonymousReading[] = []
  for (const participant of await listParticipants(db, workshop.id)) {
    const own = sets.filter(({ annotatorId }) => annotatorId === participant.annotatorId)
    if (!isCounted(participant) || own.length === 0) continue
    const reading = new Map<string, Annotation[]>()
    for (const { id, roundId } of own)
      reading.set(
        roundId,
        (await listAnnotations(db, id)).map((annotation) => ({
          ...{ ...annotation, note: undefined, id: clock.newId(), revision: 1, createdAt: at, changedAt: at },
        })),
      )
    readings.push(reading)
  }
  return shuffled(readings)
}

function shuffled<T>(items: readonly T[]): T[] {
  const random = randomFrom(randomInt(2 ** 32))
  const result = [...items]
  for (let last = result.length - 1; last > 0; last--) {
    const other = randomPlace(random, last + 1)
    ;[result[last], result[other]] = [result[other]!, result[last]!]
  }
  return result
}

async function addAnonymous(
  { clock, frozen }: Emptying,
  db: Db,
  { id, studyId, articleId }: Workshop,
  number: number,
  reading: AnonymousReading,
): Promise<void> {
  const article = (await frozen.article(db, articleId))!
  const [annotatorId, at] = [clock.newId(), `${clock.now().slice(0, 10)}T00:00:00.000Z`]
  await addAnnotator(db, { id: annotatorId, studyId, kind: 'participant', pseudonym: `p${number}` })
  const standing = { annotatorId, workshopId: id, joinedAt: at, isSimulated: false, isHidden: false }
  await addParticipant(db, standing, undefined)
  for (const [roundId, annotations] of reading) {
    const setId = clock.newId()
    await addSet(db, { id: setId, roundId, articleId, annotatorId, state: 'finished' }, at)
    await addAnnotations(db, setId, article, annotations)
  }
}
