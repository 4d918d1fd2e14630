/** The questions asked in a study, and which tag each of them is probably about. */
import type { Article } from '../../articles/article.ts'
import type { Localised } from '../../codebook/codebook.ts'
import type { TagDraft } from '../../codebook/codebook-draft.ts'
import { names } from '../../codebook/guide.ts'
import type { ListedQuestion, Question } from '../../questions/question.ts'
import type { OpenStudy } from '../../studies/study.ts'

/** A mark of who asked, on words of the passage that they asked about. */
export interface MarkAtQuestion {
  readonly question: string
  readonly tag: string
}

/** What a codebook says, as a draft or as a version. */
export interface Said {
  readonly tags: readonly TagDraft[]
  readonly guidelines?: Localised | undefined
}

export interface Board {
  readonly study: OpenStudy
  readonly asked: readonly { readonly question: ListedQuestion; readonly article: Article }[]
  /** The newest published version, and the draft that follows it where there is one. */
  readonly newest: ({ readonly id: string; readonly version: number } & Said) | undefined
  readonly draft: Said | undefined
  /** For each question those that fit the passage best first. */
  readonly marks: readonly MarkAtQuestion[]
}

/** The tag that the answer names, if it names one alone; else the one that was marked there; else the first. */
export function likelyTag(
  tags: readonly TagDraft[],
  { id, answers }: Pick<Question, 'id' | 'answers'>,
  marks: readonly MarkAtQuestion[],
  language: string,
): string | undefined {
  const said = answers.map(({ text }) => text).join('\n')
  const named = tags.filter((tag) => names(tag, language).test(said))
  const marked = marks.find(({ question, tag }) => question === id && tags.some((other) => other.id === tag))
  return named.length === 1 ? named[0]!.id : (marked?.tag ?? tags[0]?.id)
}
