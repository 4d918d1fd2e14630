/** Freezing: a recognised article becomes one of a study's, unless it is there already. */
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import type { Parts } from '../parts.ts'
import type { Study } from '../studies/study.ts'
import { blocksFault } from '../text/blocks.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import { indexText } from '../text/code-points.ts'
import type { Article } from './article.ts'
import { addArticle, listTwins } from './article-store.ts'
import type { RecognisedArticle } from './intake/recognised.ts'

/** An article of the study with the same text, but another title or source. */
export type Twin = Pick<Article, 'title' | 'source'>

export type Freezing =
  | { readonly outcome: 'equal' }
  | { readonly outcome: 'new'; readonly id: string; readonly twin: Twin | undefined }

type Candidate = Pick<RecognisedArticle, 'title' | 'source' | 'body' | 'blocks'> & { readonly language: string }

/** Where neither the file nor the study says a language. */
export const UNKNOWN_LANGUAGE = 'und'

/** Adds the article, or finds that it is there with the same title and source. Call it in a transaction. */
export async function freezeArticle(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  study: Study,
  { title, language, source, body, blocks }: Candidate,
  id = clock.newId(),
): Promise<Freezing> {
  if (blocksFault(body, blocks)) throw new Error('blocks do not fit their body')
  const sum = sha256(body)
  const twins = await listTwins(db, study.id, sum)
  const isSame = (twin: Twin) => twin.title === title && canonicalJson(twin.source) === canonicalJson(source)
  if (twins.some(isSame)) return { outcome: 'equal' }
  const article = { id, studyId: study.id, title, language, source, body: indexText(body), sha256: sum, blocks }
  await addArticle(db, article, clock.now())
  return { outcome: 'new', id, twin: twins[0] }
}
