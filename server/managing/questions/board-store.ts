/** SQL for what stood at passages when somebody asked about them. */
import { sql } from 'kysely'
import type { Db } from '../../database/db.ts'
import type { MarkAtQuestion } from './board.ts'

/** What those who asked have marked at their passages, in a whole study; what fits a passage best comes first. */
export async function listMarksAtQuestions(db: Db, studyId: string): Promise<MarkAtQuestion[]> {
  const { rows } = await sql<MarkAtQuestion>`
    SELECT q.id AS question, a.tag AS tag
    FROM question q
    JOIN round ON round.id = q.round_id
    JOIN annotation_set s ON s.round_id = q.round_id AND s.article_id = q.article_id AND s.annotator_id = q.asked_by
    JOIN current_annotation a ON a.set_id = s.id AND a.span_start < q.span_end AND a.span_end > q.span_start
    WHERE round.study_id = ${studyId}
    ORDER BY q.id, ABS(a.span_start - q.span_start) + ABS(a.span_end - q.span_end), a.annotation_id`.execute(db)
  return rows
}
