/** The page of an article's profile: its pictures with their tables, and each of them as a file. */
import type { Article } from '../articles/article.ts'
import { withLegend } from '../charts/legend.ts'
import { asFile, besideWords, inPage } from '../charts/svg.ts'
import { strokesPicture } from '../charts/tallies.ts'
import { inLanguage } from '../codebook/codebook.ts'
import { tagClasses, tagLook } from '../codebook/tag-look.ts'
import { tagColours } from '../codebook/tag-styles.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { CSV_MEDIA_TYPE, csvRow } from '../text/csv-row.ts'
import { type Beside, besideName, type Desk, shownTags } from './annotation-page.ts'
import { type AnswerTally, answerTallies, coveredBy } from './profile.ts'
import {
  answersFigure,
  type Figure,
  readingName,
  readingsFigure,
  type Speech,
  shareOf,
  sharesFigure,
} from './profile-figures-page.ts'
import { sharesOf } from './shares.ts'

/** A figure as the page shows it, and where its files are. */
interface ShownFigure extends Pick<Figure, 'head' | 'rows'> {
  readonly html: string
  readonly svg: string
  readonly csv: string
}

interface TotalRow {
  readonly id: string
  readonly label: string
  readonly classes: string
  readonly marks: number
  /** Shares of the coded text, 0 to 1: where the tag's marks are the innermost ones, and where there is any. */
  readonly share: number
  readonly covered: number
}

interface Answers extends Omit<ShownFigure, 'html'> {
  readonly question: string
  readonly tag: { readonly label: string; readonly classes: string }
  readonly answered: number
  readonly marks: number
  readonly isMany: boolean
  /** The strokes beside each row. */
  readonly strokes: readonly string[]
}

export interface ProfilePage {
  /** For the head of the page. */
  readonly tagStyles: string
  readonly desk: Pick<Desk, 'study' | 'account' | 'reading' | 'hasReference' | 'neighbours'>
  readonly path: string
  readonly article: Pick<Article, 'title' | 'language'>
  readonly reading: string
  readonly isEmpty: boolean
  readonly totals: readonly TotalRow[]
  readonly unmarked: number
  readonly shares: ShownFigure
  readonly answers: readonly Answers[]
  readonly beside: { readonly id: string; readonly name: string } | undefined
  readonly readings: (ShownFigure & { readonly share: string }) | undefined
}

export function profilePage(desk: Desk, speech: Speech): ProfilePage {
  const { study, account, reading, hasReference, neighbours, article, annotations, beside } = desk
  const path = deskPath(desk.round.id, article.id)
  const shown = (figure: Figure, name: string) => ({
    ...figure,
    html: inPage(figure.picture),
    ...filesOf(desk, name),
  })
  return {
    tagStyles: tagColours(desk.codebook),
    desk: { study, account, reading, hasReference, neighbours },
    path,
    article: { title: article.title, language: article.language },
    reading: readingName(desk, speech),
    isEmpty: annotations.length === 0,
    ...totalsOf(desk, speech),
    shares: shown(sharesFigure(desk, speech), 'shares'),
    answers: answerTallies(desk.codebook, annotations).map((tally) => answersOf(desk, tally, speech)),
    beside: beside && { id: beside.id, name: besideName(beside, speech.desk) },
    readings: beside && { ...readingsOf(desk, beside, speech, shown) },
  }
}

function readingsOf(
  desk: Desk,
  beside: Beside,
  speech: Speech,
  shown: (figure: Figure, name: string) => ShownFigure,
): ShownFigure & { share: string } {
  const figure = readingsFigure(desk, beside, speech)
  return { ...shown(figure, 'readings'), share: figure.share }
}

function totalsOf({ article, codebook, annotations }: Desk, { language }: Speech) {
  const shares = sharesOf(article, annotations)
  const covered = coveredBy(article, annotations)
  const totals = shownTags(codebook, annotations).map((tag) => ({
    id: tag.id,
    label: inLanguage(tag.label, language),
    classes: tagClasses(tag),
    marks: shares.tags.get(tag.id)?.marks ?? 0,
    share: shareOf(shares.tags.get(tag.id)?.codePoints ?? 0, shares.coded),
    covered: shareOf(covered.get(tag.id) ?? 0, shares.coded),
  }))
  return { totals, unmarked: shareOf(shares.unmarked, shares.coded) }
}

function answersOf(desk: Desk, tally: AnswerTally, speech: Speech): Answers {
  const { tag, question, marks, answered, choices } = tally
  const most = Math.max(...choices.map(({ count }) => count))
  return {
    ...answersFigure(desk, tally, speech),
    question: inLanguage(question.label, speech.language),
    tag: { label: inLanguage(tag.label, speech.language), classes: tagClasses(tag) },
    ...{ answered, marks },
    isMany: question.kind === 'many-of',
    strokes: choices.map(({ count }) => besideWords(strokesPicture(tagLook(tag), count, most))),
    ...filesOf(desk, 'answers', { tag: tag.id, question: question.id }),
  }
}

/** The addresses of a figure's files, for the reading that the page shows. */
function filesOf(
  { round, article, reading, beside }: Desk,
  name: string,
  more: Readonly<Record<string, string>> = {},
): { svg: string; csv: string } {
  const query = new URLSearchParams({ reading, ...(beside && { beside: beside.id }), ...more })
  const address = (ending: string) => `${deskPath(round.id, article.id)}/profile/${name}.${ending}?${query}`
  return { svg: address('svg'), csv: address('csv') }
}

/** A figure of the profile by its name; undefined where there is nothing of the kind. */
export function findFigure(
  desk: Desk,
  name: string,
  asked: { tag?: string | undefined; question?: string | undefined },
  speech: Speech,
): Figure | undefined {
  if (name === 'shares') return sharesFigure(desk, speech)
  if (name === 'readings') return desk.beside && readingsFigure(desk, desk.beside, speech)
  const tally = answerTallies(desk.codebook, desk.annotations).find(
    ({ tag, question }) => tag.id === asked.tag && question.id === asked.question,
  )
  return tally && answersFigure(desk, tally, speech)
}

export type FigureEnding = 'svg' | 'csv'

/** A figure as a file. */
export function figureFile(
  { picture, title, legend, exact }: Figure,
  ending: FigureEnding,
): { mediaType: string; text: string } {
  return ending === 'svg'
    ? { mediaType: 'image/svg+xml', text: asFile(withLegend(picture, title, legend)) }
    : { mediaType: CSV_MEDIA_TYPE, text: exact.map(csvRow).join('') }
}
