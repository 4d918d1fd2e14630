/** Files with articles, as `import` takes them: each whole or not at all, into a study that is there or begins with them. */
import { type Freezing, freezeArticle, type Twin, UNKNOWN_LANGUAGE } from '../articles/freezing-actions.ts'
import { LARGEST_FILE } from '../articles/intake/file-reader.ts'
import type { Columns, RecognisedArticle, Trouble } from '../articles/intake/recognised.ts'
import type { Db } from '../database/db.ts'
import type { Tally } from '../exchange/import-actions.ts'
import type { Parts } from '../parts.ts'
import type { Study } from '../studies/study.ts'
import type { NewStudyInput } from '../studies/study-input.ts'
import { en } from '../words/en.ts'
import type { StudyTarget } from './target-study.ts'

export interface Wishes {
  /** Slug, id or title; undefined: the only study there is. */
  readonly study: string | undefined
  readonly newStudy: NewStudyInput | undefined
  readonly language: string | undefined
  readonly encoding: string | undefined
  readonly columns: Columns
}

export interface ArticlesReport {
  readonly articles: Tally
  /** Lines for standard error, each with its place in the file where there is one: `:7: …`. */
  readonly remarks: readonly string[]
  readonly isRefused: boolean
}

/** Takes files into one study. */
export function articleTaker(parts: Parts, wishes: Wishes, target: StudyTarget) {
  return async (name: string, bytes: AsyncIterable<Uint8Array>): Promise<ArticlesReport> => {
    const whole = await collected(bytes)
    const { encoding, columns } = wishes
    const outcome = await parts.intake.read({ name, bytes: whole, encoding, columns })
    if ('trouble' in outcome) return refusal(outcome.trouble, outcome.columns)
    const { study, freezings } = await parts.database.transact(async (db) => {
      const study = await target.study(db)
      return { study, freezings: await freezeAll(parts, db, study, outcome.reading.articles, wishes.language) }
    })
    target.isThere(study)
    return reportOf(outcome.reading.articles, freezings, study, wishes.language)
  }
}

async function freezeAll(
  parts: Parts,
  db: Db,
  study: Study,
  articles: readonly RecognisedArticle[],
  language: string | undefined,
): Promise<Freezing[]> {
  const freezings: Freezing[] = []
  for (const article of articles)
    freezings.push(
      await freezeArticle(parts, db, study, { ...article, language: languageOf(article, study, language) }),
    )
  return freezings
}

function languageOf(article: RecognisedArticle, study: Study, named: string | undefined): string {
  return named ?? article.language ?? study.language ?? UNKNOWN_LANGUAGE
}

function reportOf(
  articles: readonly RecognisedArticle[],
  freezings: readonly Freezing[],
  study: Study,
  named: string | undefined,
): ArticlesReport {
  const added = articles.filter((_, index) => freezings[index]?.outcome === 'new')
  const remarks = freezings.flatMap((freezing, index) =>
    freezing.outcome === 'new' && freezing.twin ? [twinRemark(articles[index]!, freezing.twin)] : [],
  )
  const controls = added.reduce((sum, { changes }) => sum + changes.controls, 0)
  if (controls > 0) remarks.push(`: ${en.intake.changes.controls(controls)}`)
  if (added.some((article) => languageOf(article, study, named) === UNKNOWN_LANGUAGE))
    remarks.push(': nothing says which language this is; --language names it')
  const count = { new: added.length, equal: articles.length - added.length, refused: 0 }
  return { articles: count, remarks, isRefused: false }
}

function twinRemark({ title }: RecognisedArticle, twin: Twin): string {
  const { outlet } = twin.source
  return `: „${title}“ has the same text as „${twin.title}“${outlet === undefined ? '' : ` (${outlet})`}, from another source; taken as a new article`
}

function refusal({ fault, line, detail, encodings }: Trouble, columns: readonly string[] = []): ArticlesReport {
  const others = (encodings ?? []).slice(1).map(({ encoding }) => encoding)
  const message = asClause(en.intake.faults[fault](detail ?? ''))
  const hint = fault === 'other-encoding' ? encodingHint(detail, others) : (HINTS[fault] ?? '')
  const there = fault === 'no-such-column' ? `; there are: ${columns.join(', ')}` : ''
  return {
    articles: { new: 0, equal: 0, refused: 1 },
    remarks: [`${line === undefined ? '' : `:${line}`}: ${message}${hint}${there}`],
    isRefused: true,
  }
}

/** A sentence as the end of a line. */
function asClause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}

const HINTS: Partial<Record<Trouble['fault'], string>> = {
  'no-body-column': '; name the column with the text: --body COLUMN',
  'wrong-encoding': '; name the encoding it has: --encoding NAME',
  'unknown-encoding': '; windows-1252, utf-16 and the like can be named',
}

function encodingHint(likely: string | undefined, others: readonly string[]): string {
  if (likely === undefined) return ''
  const rest = others.length === 0 ? '' : `, or ${others.join(', ')}`
  return `; likely ${likely}${rest}: take it with --encoding ${likely}`
}

/** One byte more than may be is enough to be refused. */
async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size > LARGEST_FILE) break
  }
  return Buffer.concat(chunks)
}
