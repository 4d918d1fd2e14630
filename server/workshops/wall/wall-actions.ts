/** What a workshop's participants have marked, put together for wall, report and sheets. Looking changes nothing. */
import { findReference } from '../../annotations/reference-store.ts'
import type { Article } from '../../articles/article.ts'
import type { Codebook } from '../../codebook/codebook.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Round } from '../../rounds/round.ts'
import { findRound } from '../../rounds/round-store.ts'
import { findStudy } from '../../studies/study-store.ts'
import { addressToJoin } from '../joining/join-address-actions.ts'
import { qrPicture } from '../joining/qr.ts'
import type { ReportData } from '../paper/report-page.ts'
import { listReadings } from '../reading-actions.ts'
import type { Taking } from '../taking-part/participant-actions.ts'
import { isCounted, SMALLEST_GROUP, type Workshop } from '../workshop.ts'
import { listParticipants } from '../workshop-store.ts'
import { type Changes, keptChanges, type Twice } from './changes.ts'
import { classAgreement } from './class-agreement.ts'
import { keptPicture } from './class-picture.ts'
import type { Marks } from './heat-map.ts'
import { hasReached } from './wall.ts'
import type { SingleReading, WallData } from './wall-page.ts'

/** Readings of those who count, by annotator: empty where somebody has not begun. */
type Readings = ReadonlyMap<string, Marks>

/** What of a workshop stands still, and what its participants marked in each of its rounds. */
interface Read {
  readonly article: Article
  readonly codebook: Codebook
  readonly round: Round
  readonly first: Readings
  readonly second: Readings
}

/** What a participant marked in the first round, with what the wall is made of. */
export async function openSheet(
  parts: Parts,
  { workshop, participant }: Taking,
  site: string,
): Promise<{ wall: WallData; mine: Marks }> {
  const wall = await openWall(
    parts,
    { ...workshop, phase: hasReached(workshop, 'together') ? 'ended' : workshop.phase },
    site,
  )
  const readings = await listReadings(parts, parts.database.db, workshop, workshop.roundId)
  const own = readings.find((reading) => reading.participant.annotatorId === participant.annotatorId)
  return { wall: { ...wall, workshop }, mine: own?.annotations ?? [] }
}

/** The same for the report, with how far the class agrees. */
export async function openReport(parts: Parts, workshop: Workshop, site: string): Promise<ReportData> {
  const { db } = parts.database
  const wall = await openWall(parts, { ...workshop, phase: 'ended' }, site)
  const study = await findStudy(db, workshop.studyId)
  if (!study) throw new Refusal('not-found')
  const { tags } = wall.picture.heat
  const readings = [...(await countedIn(parts, db, workshop, workshop.roundId)).values()]
  const agreement = classAgreement(
    wall.article,
    tags,
    readings.filter(({ length }) => length > 0),
  )
  return { ...wall, agreement, downloads: study.slug }
}

/** α of the marks as they stand in the phase of now; undefined where too few have marked, or nothing can be compared. */
export async function alphaAtWork(
  parts: Parts,
  workshop: Workshop,
): Promise<{ people: number; alpha: number | undefined }> {
  const { article, codebook, first, second } = await readingsOf(parts, parts.database.db, workshop)
  const shown = workshop.phase === 'second-marking' && workshop.secondRoundId ? second : first
  const readings = [...shown.values()].filter(({ length }) => length > 0)
  const tags = codebook.tags.map(({ id }) => id)
  const isEnough = readings.length >= SMALLEST_GROUP
  return {
    people: readings.length,
    alpha: isEnough ? classAgreement(article, tags, readings, 0).alpha : undefined,
  }
}

/** @param site where this server is reached: see Call */
export async function openWall(parts: Parts, workshop: Workshop, site: string): Promise<WallData> {
  const { db } = parts.database
  const { article, codebook, round, first, second } = await readingsOf(parts, db, workshop)
  const tags = codebook.tags.map(({ id }) => id)
  const shown = workshop.phase === 'second-marking' && workshop.secondRoundId ? second : first
  const reference = await findReference(db, round, article.id)
  const { address, link, isReachable } = addressToJoin(parts, workshop, site)
  return {
    workshop,
    ...{ article, codebook },
    joined: first.size,
    picture: keptPicture(article, tags, [...shown.values()]),
    changes: changesBetween(article, tags, first, second),
    reference: reference === undefined ? undefined : await parts.frozen.annotations(db, reference),
    single: workshop.settings.showsSingle ? await singleReadings(db, workshop, shown) : [],
    join: { address, qr: qrPicture(link), isReachable },
  }
}

async function singleReadings(db: Db, { id }: Workshop, readings: Readings): Promise<SingleReading[]> {
  return (await listParticipants(db, id)).flatMap(({ annotatorId, pseudonym }) => {
    const marks = readings.get(annotatorId) ?? []
    return marks.length > 0 ? [{ annotator: annotatorId, pseudonym, marks }] : []
  })
}

async function readingsOf(parts: Parts, db: Db, workshop: Workshop): Promise<Read> {
  const { frozen } = parts
  const [article, round] = [await frozen.article(db, workshop.articleId), await findRound(db, workshop.roundId)]
  const codebook = round && (await frozen.codebook(db, round.codebook))
  if (!article || !round || !codebook) throw new Refusal('not-found')
  const first = await countedIn(parts, db, workshop, workshop.roundId)
  const second = workshop.secondRoundId ? await countedIn(parts, db, workshop, workshop.secondRoundId) : new Map()
  return { article, codebook, round, first, second }
}

async function countedIn(parts: Parts, db: Db, workshop: Workshop, roundId: string): Promise<Readings> {
  const readings = await listReadings(parts, db, workshop, roundId)
  const counted = readings.filter(({ participant }) => isCounted(participant))
  return new Map(counted.map(({ participant, annotations }) => [participant.annotatorId, annotations]))
}

/** Undefined where nobody has marked twice. */
function changesBetween(
  article: Article,
  tags: readonly string[],
  first: Readings,
  second: Readings,
): Changes | undefined {
  const pairs = [...first].flatMap(([annotator, before]): Twice[] => {
    const after = second.get(annotator)
    return after && before.length > 0 && after.length > 0 ? [{ before, after }] : []
  })
  return pairs.length === 0 ? undefined : keptChanges(article, tags, pairs)
}
