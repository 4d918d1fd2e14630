/** The page on which a passage of an article is chosen as an example. */
import { sentenceSpans } from '../../annotations/sentence-page.ts'
import type { Article } from '../../articles/article.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import { languagesOf } from '../../codebook/codebook-draft.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { draftPath } from './codebook-paths.ts'
import { draftColours, type OpenDraft } from './draft-page.ts'

interface OpenExamples extends OpenDraft {
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  readonly article: Article | undefined
}

export interface ExamplePage {
  readonly tagStyles: string
  readonly study: OpenStudy
  readonly path: string
  readonly guidelinesPath: string
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  readonly article: { readonly id: string; readonly language: string } | undefined
  readonly sentences: readonly { readonly value: string; readonly text: string }[]
  readonly tags: readonly { readonly id: string; readonly label: string }[]
  readonly languages: readonly string[]
  readonly typed: TypedExample
  readonly fault: string | undefined
}

export interface TypedExample {
  readonly tag?: string | undefined
  readonly kind?: string | undefined
  readonly sentence?: string | undefined
  readonly words?: string | undefined
  readonly languages?: readonly string[] | undefined
}

export function examplePage(
  { study, draft, articles, article }: OpenExamples,
  language: string,
  typed: TypedExample,
  fault?: string,
): ExamplePage {
  const path = draftPath(study.slug)
  return {
    tagStyles: draftColours(draft.content.tags),
    study,
    path: `${path}/examples`,
    guidelinesPath: `${path}/guidelines`,
    articles,
    article: article && { id: article.id, language: article.language },
    sentences: (article ? sentenceSpans(article) : []).map(({ start, end }) => ({
      value: `${start}-${end}`,
      text: article!.body.slice(start, end),
    })),
    tags: draft.content.tags.map(({ id, label }) => ({ id, label: inLanguage(label, language) || id })),
    languages: languagesOf(draft.content),
    typed,
    fault,
  }
}
