/** SQL for reference readings and the gold: those in a study's rounds of that kind, under the same codebook version as a round. */
import type { Db } from '../database/db.ts'
import type { Round } from '../rounds/round.ts'
import type { Standard } from './standard.ts'

type ReadWithReference = Pick<Round, 'studyId' | 'codebook'>

/** The set with the reference reading by which an article in a round is measured. */
export async function findReference(db: Db, round: ReadWithReference, articleId: string): Promise<string | undefined> {
  const row = await references(db, round).where('annotation_set.article_id', '=', articleId).executeTakeFirst()
  return row?.id
}

/** Article → the set with its reference reading, where there is one. */
export async function listReferences(db: Db, round: ReadWithReference): Promise<Map<string, string>> {
  const rows = await references(db, round).execute()
  // The first one counts, so it is set last.
  return new Map(rows.reverse().map(({ id, article_id }) => [article_id, id]))
}

/** Article → the gold, where there is a finished one under the same codebook version, else the reference reading. */
export async function listStandards(db: Db, round: ReadWithReference): Promise<Map<string, Standard>> {
  const found = new Map<string, Standard>()
  for (const [article, setId] of await listReferences(db, round)) found.set(article, { setId, kind: 'reference' })
  // The first one counts, so it is set last.
  for (const { id, article_id } of (await golds(db, round).execute()).reverse())
    found.set(article_id, { setId: id, kind: 'gold' })
  return found
}

export async function findStandard(db: Db, round: ReadWithReference, articleId: string): Promise<Standard | undefined> {
  const gold = await golds(db, round).where('annotation_set.article_id', '=', articleId).executeTakeFirst()
  if (gold) return { setId: gold.id, kind: 'gold' }
  const reference = await findReference(db, round, articleId)
  return reference === undefined ? undefined : { setId: reference, kind: 'reference' }
}

function golds(db: Db, round: ReadWithReference) {
  return setsUnder(db, round).where('round.kind', '=', 'adjudication').where('annotation_set.state', '=', 'finished')
}

function references(db: Db, round: ReadWithReference) {
  return setsUnder(db, round).where('round.kind', '=', 'reference').where('annotator.kind', '=', 'reference')
}

function setsUnder(db: Db, { studyId, codebook }: ReadWithReference) {
  return db
    .selectFrom('annotation_set')
    .innerJoin('round', 'round.id', 'annotation_set.round_id')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select(['annotation_set.id', 'annotation_set.article_id'])
    .where('round.study_id', '=', studyId)
    .where('round.codebook_id', '=', codebook.id)
    .where('round.codebook_number', '=', codebook.version)
    .orderBy('round.position')
    .orderBy('annotator.pseudonym')
}
