/** SQL for annotation sets and the revisions in them. Revisions are only ever added. */
import { type InsertObject, type Selectable, sql } from 'kysely'
import type { AnnotationRevisionTable, AnnotationSetTable, Tables } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import { portionsOf } from '../database/portions.ts'
import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'

/** A stored revision with what it belongs to. */
export interface StoredRevision {
  readonly annotation: Annotation
  readonly setId: string
  readonly actionDigest: string | undefined
}

/** What is written beside the annotation itself. */
export interface RevisionRecord {
  readonly setId: string
  readonly actionId?: string
  readonly actionDigest?: string
  readonly checksum: string
}

export async function findSet(
  db: Db,
  key: { roundId: string; articleId: string; annotatorId: string },
): Promise<AnnotationSet | undefined> {
  const row = await db
    .selectFrom('annotation_set')
    .selectAll()
    .where('round_id', '=', key.roundId)
    .where('article_id', '=', key.articleId)
    .where('annotator_id', '=', key.annotatorId)
    .executeTakeFirst()
  return row && setOf(row)
}

export async function findSetById(db: Db, id: string): Promise<AnnotationSet | undefined> {
  const row = await db.selectFrom('annotation_set').selectAll().where('id', '=', id).executeTakeFirst()
  return row && setOf(row)
}

/** The reference reading of an article in a round. */
export async function findReferenceSet(db: Db, roundId: string, articleId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select('annotation_set.id')
    .where('round_id', '=', roundId)
    .where('article_id', '=', articleId)
    .where('annotator.kind', '=', 'reference')
    .orderBy('annotator.pseudonym')
    .executeTakeFirst()
  return row?.id
}

/** All sets on an article. */
export async function listSets(db: Db, articleId: string): Promise<AnnotationSet[]> {
  const rows = await db.selectFrom('annotation_set').selectAll().where('article_id', '=', articleId).execute()
  return rows.map(setOf)
}

export async function addSet(db: Db, set: AnnotationSet, openedAt: string): Promise<void> {
  await db
    .insertInto('annotation_set')
    .values({
      id: set.id,
      round_id: set.roundId,
      article_id: set.articleId,
      annotator_id: set.annotatorId,
      state: set.state,
      reason: set.reason ?? null,
      answers: set.answers ? JSON.stringify(set.answers) : null,
      active_seconds: set.activeSeconds ?? null,
      opened_at: openedAt,
    })
    .execute()
}

/** The newest revision of an annotation, retracted ones included. */
export async function findNewestRevision(db: Db, annotationId: string): Promise<StoredRevision | undefined> {
  // Sorted here: with an ORDER BY over a parameter SQLite plans anew at each call, which costs more than the rows do.
  const rows = await db
    .selectFrom('annotation_revision')
    .selectAll()
    .where('annotation_id', '=', annotationId)
    .execute()
  const [newest] = rows.toSorted((a, b) => b.revision - a.revision)
  return newest && storedOf(newest)
}

const IDS_AT_ONCE = 200

/** The newest revisions of many annotations, by their ids; those that are not there are not in it. */
export async function findNewestRevisions(
  db: Db,
  annotationIds: readonly string[],
): Promise<Map<string, StoredRevision>> {
  const newest = new Map<string, StoredRevision>()
  for (const ids of portionsOf(annotationIds, IDS_AT_ONCE)) {
    const rows = await db.selectFrom('annotation_revision').selectAll().where('annotation_id', 'in', ids).execute()
    for (const row of rows.toSorted((a, b) => a.revision - b.revision)) newest.set(row.annotation_id, storedOf(row))
  }
  return newest
}

/** The revision that an action made. */
export async function findRevisionByAction(db: Db, actionId: string): Promise<StoredRevision | undefined> {
  const row = await db
    .selectFrom('annotation_revision')
    .selectAll()
    .where('action_id', '=', actionId)
    .executeTakeFirst()
  return row && storedOf(row)
}

/** The annotations of a set that stand: in the order of their ids; see compareAnnotations for the order of the text. */
export async function listAnnotations(db: Db, setId: string): Promise<Annotation[]> {
  const rows = await db.selectFrom('current_annotation').select(STATE).where('set_id', '=', setId).execute()
  return rows.map(annotationOf)
}

/** All revisions in a set with the sums that were written with them, oldest first. */
export async function listRevisions(db: Db, setId: string): Promise<{ annotation: Annotation; checksum: string }[]> {
  const rows = await db
    .selectFrom('annotation_revision')
    .select([...STATE, 'checksum'])
    .where('set_id', '=', setId)
    .orderBy('set_version')
    .execute()
  return rows.map((row) => ({ annotation: annotationOf(row), checksum: row.checksum }))
}

/** Which state the annotations of a set are in: its last revision, by its place in the set and the sum written with it. */
export interface SetVersion {
  readonly place: number
  readonly checksum: string
}

/** Undefined where there is no revision. */
export async function findSetVersion(db: Db, setId: string): Promise<SetVersion | undefined> {
  return db
    .selectFrom('annotation_revision')
    .select(['set_version as place', 'checksum'])
    .where('set_id', '=', setId)
    .orderBy('set_version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The revisions after a version of a set, oldest first; undefined where the set has never been in it. */
export async function listRevisionsSince(
  db: Db,
  setId: string,
  version: SetVersion,
): Promise<{ annotation: Annotation; version: SetVersion }[] | undefined> {
  const [last, ...newer] = await db
    .selectFrom('annotation_revision')
    .select([...STATE, 'set_version', 'checksum'])
    .where('set_id', '=', setId)
    .where('set_version', '>=', version.place)
    .orderBy('set_version')
    .execute()
  if (last?.set_version !== version.place || last.checksum !== version.checksum) return undefined
  return newer.map((row) => ({
    annotation: annotationOf(row),
    version: { place: row.set_version, checksum: row.checksum },
  }))
}

/** The columns that say how an annotation stands. */
const STATE = [
  'annotation_id',
  'revision',
  'retracted',
  'span_start',
  'span_end',
  'tag',
  'attributes',
  'parts',
  'confidence',
  'second_tag',
  'note',
  'origin',
  'created_at',
  'made_at',
] as const

/** Appends a revision to its set. Fails with a `unique` or `guard` violation where the revision or the action is there. */
export async function addRevision(db: Db, annotation: Annotation, record: RevisionRecord): Promise<void> {
  await db
    .insertInto('annotation_revision')
    .values({ ...rowOf(annotation, record), set_version: nextVersionOf(record.setId) })
    .execute()
}

const ROWS_AT_ONCE = 50

/** Appends revisions to a set in their order. Fails as adding one does. */
export async function addRevisions(
  db: Db,
  setId: string,
  revisions: readonly { readonly annotation: Annotation; readonly checksum: string }[],
): Promise<void> {
  const { next } = await db.selectNoFrom(nextVersionOf(setId).as('next')).executeTakeFirstOrThrow()
  const rows = revisions.map(({ annotation, checksum }, index) => ({
    ...rowOf(annotation, { setId, checksum }),
    set_version: next + index,
  }))
  for (const values of portionsOf(rows, ROWS_AT_ONCE))
    await db.insertInto('annotation_revision').values(values).execute()
}

function rowOf(
  annotation: Annotation,
  record: RevisionRecord,
): Omit<InsertObject<Tables, 'annotation_revision'>, 'set_version'> {
  return {
    annotation_id: annotation.id,
    revision: annotation.revision,
    set_id: record.setId,
    action_id: record.actionId ?? null,
    action_digest: record.actionDigest ?? null,
    span_start: annotation.start,
    span_end: annotation.end,
    tag: annotation.tag,
    attributes: JSON.stringify(annotation.attributes),
    parts: JSON.stringify(annotation.parts),
    confidence: annotation.confidence ?? null,
    second_tag: annotation.secondTag ?? null,
    note: annotation.note ?? null,
    origin: annotation.origin,
    retracted: annotation.retracted ? 1 : 0,
    created_at: annotation.createdAt,
    made_at: annotation.changedAt,
    checksum: record.checksum,
  }
}

function nextVersionOf(setId: string) {
  return sql<number>`(SELECT COALESCE(MAX(set_version), 0) + 1 FROM annotation_revision WHERE set_id = ${setId})`
}

function annotationOf(row: Pick<Selectable<AnnotationRevisionTable>, (typeof STATE)[number]>): Annotation {
  return {
    id: row.annotation_id,
    revision: row.revision,
    retracted: row.retracted === 1,
    start: row.span_start,
    end: row.span_end,
    tag: row.tag,
    attributes: JSON.parse(row.attributes),
    parts: JSON.parse(row.parts),
    ...(row.confidence !== null && { confidence: row.confidence }),
    ...(row.second_tag !== null && { secondTag: row.second_tag }),
    ...(row.note !== null && { note: row.note }),
    origin: row.origin,
    createdAt: row.created_at,
    changedAt: row.made_at,
  }
}

function storedOf(row: Selectable<AnnotationRevisionTable>): StoredRevision {
  return { annotation: annotationOf(row), setId: row.set_id, actionDigest: row.action_digest ?? undefined }
}

function setOf(row: Selectable<AnnotationSetTable>): AnnotationSet {
  return {
    id: row.id,
    roundId: row.round_id,
    articleId: row.article_id,
    annotatorId: row.annotator_id,
    state: row.state,
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.answers !== null && row.answers !== '{}' && { answers: JSON.parse(row.answers) }),
    ...(row.active_seconds !== null && { activeSeconds: row.active_seconds }),
  }
}
