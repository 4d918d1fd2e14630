/** SQL for reference readings: those in a study's reference rounds, under the same codebook version as a round. */
import type { Db } from '../database/db.ts'
import type { Round } from '../rounds/round.ts'

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

function references(db: Db, { studyId, codebook }: ReadWithReference) {
  return db
    .selectFrom('annotation_set')
    .innerJoin('round', 'round.id', 'annotation_set.round_id')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select(['annotation_set.id', 'annotation_set.article_id'])
    .where('round.study_id', '=', studyId)
    .where('round.kind', '=', 'reference')
    .where('round.codebook_id', '=', codebook.id)
    .where('round.codebook_number', '=', codebook.version)
    .where('annotator.kind', '=', 'reference')
    .orderBy('round.position')
    .orderBy('annotator.pseudonym')
}
