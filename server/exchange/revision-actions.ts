/** Who changed what when: every revision of every mark of a study as a table, those taken back too. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Account } from '../accounts/account.ts'
import { quoted } from '../annotations/annotation.ts'
import { listRevisions, listSets } from '../annotations/annotation-store.ts'
import { findArticle, listArticleIds } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import type { Study } from '../studies/study.ts'
import { studyFor } from '../studies/study-actions.ts'
import { listAnnotators } from '../studies/study-store.ts'
import { csvRow } from '../text/csv-row.ts'
import { streamFile } from './export-actions.ts'

const COLUMNS = [
  ...[
    'article',
    'title',
    'round',
    'annotator',
    'annotation',
    'revision',
    'changed_at',
    'change',
    'tag',
    'start',
    'end',
  ],
  ...['quote', 'confidence', 'second_tag', 'note', 'attributes', 'parts', 'origin', 'checksum'],
]

/** The study, for who may take all of it. Throws Refusal (not-found). */
export function openRevisions(parts: Parts, account: Account, slug: string): Promise<Study> {
  return studyFor(parts.database.db, account, 'download-study', { slug })
}

export function streamRevisions(parts: Parts, study: Study): AsyncIterable<Uint8Array> {
  return streamFile((file) => writeRevisions(parts, study, file))
}

/** How many there were. */
export function writeRevisions({ database }: Pick<Parts, 'database'>, study: Study, file: string): Promise<number> {
  let count = 0
  async function* counted(rows: AsyncIterable<string>): AsyncIterable<string> {
    yield csvRow(COLUMNS)
    for await (const row of rows) {
      count++
      yield row
    }
  }
  return database.snapshot(async (db) => {
    await pipeline(counted(rowsOf(db, study)), createWriteStream(file, { mode: 0o600 }))
    return count
  })
}

async function* rowsOf(db: Db, study: Study): AsyncIterable<string> {
  const annotators = new Map((await listAnnotators(db, study.id)).map((annotator) => [annotator.id, annotator]))
  for (const articleId of await listArticleIds(db, study.id)) {
    const article = await findArticle(db, articleId)
    if (!article) continue
    for (const { id, roundId, annotatorId } of await listSets(db, articleId)) {
      const annotator = annotators.get(annotatorId)
      if (!annotator || annotator.kind === 'visitor') continue
      const retracted = new Map<string, boolean>()
      for (const { annotation, checksum } of await listRevisions(db, id)) {
        const {
          quote,
          attributes = {},
          parts = [],
          confidence = '',
          secondTag = '',
          note = '',
        } = quoted(annotation, article.body)
        const { revision, changedAt, tag, start, end, origin } = annotation
        yield csvRow([
          ...[article.id, article.title, roundId, annotator.pseudonym, annotation.id, String(revision), changedAt],
          ...[
            changeOf(annotation, retracted.get(annotation.id)),
            tag,
            String(start),
            String(end),
            quote,
            confidence,
            secondTag,
            note,
          ],
          ...[JSON.stringify(attributes), JSON.stringify(parts), origin, checksum],
        ])
        retracted.set(annotation.id, annotation.retracted)
      }
    }
  }
}

/** What was done, in the words of the marking interface. */
function changeOf({ retracted }: { readonly retracted: boolean }, wasRetracted: boolean | undefined): string {
  if (retracted) return 'retract'
  if (wasRetracted === undefined) return 'make'
  return wasRetracted ? 'restore' : 'revise'
}
