/** How alike somebody's readings in a round and the reference are, and passage by passage where they part. */
import type { Outcome, Reason } from '../agreement/outcome.ts'
import { type DifferenceRow, differenceRows, differences, type Side } from '../annotations/differences.ts'
import { shortened } from '../annotations/flow-page.ts'
import { type EdgeWords, tagStyles } from '../codebook/tag-styles.ts'
import { deskPath, feedbackPath, passageAnchor } from '../rounds/desk-path.ts'
import type { Round } from '../rounds/round.ts'
import { compareSpans } from '../text/span.ts'
import { type Pages, pagesOf } from '../web/list.ts'
import type { Likeness } from './closeness.ts'
import type { ComparedArticle, Feedback } from './feedback.ts'

export interface FeedbackPage {
  readonly tagStyles: string | undefined
  readonly round: string
  readonly path: string
  /** Undefined as long as they have not begun to compare. */
  readonly compared: ComparedPage | undefined
}

export interface ComparedPage {
  /** Marks that both have, word for word under the same tag, and all that each side has. */
  readonly alike: number
  readonly mine: number
  readonly theirs: number
  readonly articles: number
  readonly held: number
  readonly numbers: readonly {
    readonly name: keyof Likeness
    readonly value: string
    readonly why: string | undefined
  }[]
  readonly rows: readonly ArticleRow[]
  readonly list: Pages
}

interface ArticleRow {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly isGold: boolean
  readonly desk: string
  readonly alike: readonly Side[]
  readonly apart: readonly (DifferenceRow & { readonly place: string })[]
}

export interface FeedbackSpeech {
  readonly language: string
  readonly edges: EdgeWords
  readonly reasons: Readonly<Record<Reason, string>>
}

export function feedbackPage(
  { round, feedback }: { readonly round: Round; readonly feedback: Feedback | undefined },
  page: number,
  speech: FeedbackSpeech,
): FeedbackPage {
  return {
    tagStyles: feedback && tagStyles(feedback.codebook, speech.language, speech.edges),
    round: round.title,
    path: feedbackPath(round.id),
    compared: feedback && comparedPage(feedback, page, speech, () => 'reference'),
  }
}

/** Each comes with all its passages. */
const ARTICLES_A_PAGE = 3
const SHOWN: readonly (keyof Likeness)[] = ['overlap', 'exact', 'alpha']

/** @param besideOf what an article's desk is to show beside one's own reading */
export function comparedPage(
  { round, codebook, articles, likeness, held }: Feedback,
  page: number,
  { language, reasons }: FeedbackSpeech,
  besideOf: (article: ComparedArticle) => string,
): ComparedPage {
  const compared = articles.map((one) => ({ ...one, found: differences(one.reading, one.reference) }))
  const alikeIn = ({ reading, found }: (typeof compared)[number]) =>
    reading.filter((mark) => !found.some(({ mine }) => mine === mark))
  const sum = (count: (one: (typeof compared)[number]) => number) => compared.reduce((all, one) => all + count(one), 0)
  const from = (page - 1) * ARTICLES_A_PAGE
  return {
    alike: sum((one) => alikeIn(one).length),
    mine: sum(({ reading }) => reading.length),
    theirs: sum(({ reference }) => reference.length),
    articles: articles.length,
    held,
    numbers: SHOWN.map((name) => ({ name, ...numberOf(likeness[name], language, reasons) })),
    rows: compared.slice(from, from + ARTICLES_A_PAGE).map((one) => {
      const { article, kind, found } = one
      const desk = `${deskPath(round.id, article.id)}?${new URLSearchParams({ beside: besideOf(one) })}`
      const same = alikeIn(one)
        .sort(compareSpans)
        .map(({ tag, start, end }) => ({
          ...{ kind: 'only-mine' as const, start, end },
          ...{ mine: { tag, start, end }, theirs: undefined },
        }))
      return {
        ...{ id: article.id, title: article.title, language: article.language, isGold: kind === 'gold', desk },
        alike: differenceRows(article, codebook, language, same).map(({ mine }) => ({
          ...mine!,
          quote: shortened(mine!.quote),
        })),
        apart: differenceRows(article, codebook, language, found).map((row) => ({
          ...row,
          place: `${desk}${passageAnchor(row)}`,
        })),
      }
    }),
    list: pagesOf(page, articles.length, (page) => `?page=${page}`, ARTICLES_A_PAGE),
  }
}

function numberOf(
  { value, reason }: Outcome,
  language: string,
  reasons: FeedbackSpeech['reasons'],
): { value: string; why: string | undefined } {
  if (value === undefined) return { value: '–', why: reason && reasons[reason] }
  const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  return { value: written.replace('-', '−'), why: undefined }
}
