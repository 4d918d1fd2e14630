/** The questions of a study for who manages it: looked at, and taken into the guidelines as examples. */
import type { Account } from '../../accounts/account.ts'
import type { Article } from '../../articles/article.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import type { DraftContent } from '../../codebook/codebook-draft.ts'
import { findCodebookDraft } from '../../codebook/codebook-draft-store.ts'
import { type Example, type ExampleKind, hasExample, withExample } from '../../codebook/examples.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Question } from '../../questions/question.ts'
import { openQuestionsOf } from '../../questions/question-actions.ts'
import { findQuestion } from '../../questions/question-store.ts'
import { findRound } from '../../rounds/round-store.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { codebooksOf } from '../codebook/codebook-actions.ts'
import { draftToChange, saveAs } from '../codebook/draft-actions.ts'
import type { Board } from './board.ts'
import { listMarksAtQuestions } from './board-store.ts'

/** All questions of a study, with what its codebook is or is going to be. Throws Refusal (not-found). */
export async function openBoard(parts: Parts, account: Account | undefined, slug: string): Promise<Board> {
  const { db } = parts.database
  const { study, asked } = await openQuestionsOf(parts, account, slug)
  return {
    study,
    asked,
    newest: (await codebooksOf(db, study.id)).versions[0],
    draft: (await findCodebookDraft(db, study.id))?.content,
    marks: await listMarksAtQuestions(db, study.id),
  }
}

export interface Wanted {
  readonly question: string
  /** One of the answers to it. */
  readonly answer: string
  readonly tag: string
  readonly kind: ExampleKind
}

/**
 * Takes the passage of a question with an answer into the guidelines of the draft, in each language in which there are
 * some; the draft is made where there is none. A passage that stands there already stays as it is. Answers with what
 * was taken, or with nothing where the draft has no such tag any more. Throws Refusal (not-found).
 */
export async function takeAsExample(
  parts: Parts,
  account: Account,
  slug: string,
  wanted: Wanted,
  language: string,
): Promise<Example | undefined> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const { question, article } = await askedIn(parts, db, study.id, wanted.question)
    const example = exampleOf(question, article, wanted)
    const draft = await draftToChange(db, study.id)
    const tag = draft.content.tags.find(({ id, retired }) => id === wanted.tag && !retired)
    if (!tag) return undefined
    const guidelines = { ...draft.content.guidelines }
    for (const code of languagesToFill(draft.content, language)) {
      const before = guidelines[code] ?? ''
      const label = inLanguage(tag.label, code) || tag.id
      if (!hasExample(before, example, code)) guidelines[code] = withExample(before, label, example, code)
    }
    await saveAs(parts, db, account, { ...draft, content: { ...draft.content, guidelines } })
    return example
  })
}

async function askedIn(
  parts: Parts,
  db: Db,
  studyId: string,
  id: string,
): Promise<{ question: Question; article: Article }> {
  const question = await findQuestion(db, id)
  const round = question && (await findRound(db, question.roundId))
  const article = round?.studyId === studyId && (await parts.frozen.article(db, question!.articleId))
  if (!question || !article) throw new Refusal('not-found')
  return { question, article }
}

function exampleOf({ span, text, answers }: Question, article: Article, { answer, kind }: Wanted): Example {
  const given = answers.find(({ id }) => id === answer)
  if (!span || !given) throw new Refusal('not-found')
  const { start, end } = span
  const quote = article.body.slice(start, end)
  const asked = { question: text, answer: given.text }
  return { kind, quote, start, end, title: article.title, outlet: article.source.outlet, asked }
}

/** Where there are no guidelines yet, those in the language of who writes begin. */
function languagesToFill({ guidelines = {} }: DraftContent, language: string): string[] {
  const written = Object.entries(guidelines).flatMap(([code, text]) => (text.trim() === '' ? [] : [code]))
  return written.length > 0 ? written : [language]
}
