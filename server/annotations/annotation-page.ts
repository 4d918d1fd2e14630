/** What the desk shows: the article with one reading, its shares, and the data for the desk's script. */
import type { Article } from '../articles/article.ts'
import { type Codebook, inLanguage, type Role, type Tag } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { type EdgeWords, tagStyles } from '../codebook/tag-styles.ts'
import type { SharedQuestion } from '../questions/question.ts'
import { type QuestionRow, questionRow } from '../questions/question-page.ts'
import { deskPath, guidePath } from '../rounds/desk-path.ts'
import type { Round } from '../rounds/round.ts'
import type { Study } from '../studies/study.ts'
import { type Annotation, type SparseAnnotation, sparse } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { type AnswerDifference, answersBeside, type DocumentQuestions, documentQuestions } from './answers-page.ts'
import { type DifferenceRow, differenceRows, differences } from './differences.ts'
import type { DocumentAnswers } from './document-answers.ts'
import { type DrawnOverview, drawnReading } from './drawn-reading.ts'
import { type Flow, flowOf } from './flow-page.ts'
import { SHOWN_ROLES } from './mark-tree.ts'
import type { Progress } from './progress.ts'

/** own: the reader's marks · reference: those of the reference reading. */
export type ReadingKind = 'own' | 'reference'

/** Who is signed in. */
export interface DeskAccount {
  readonly id: string
  readonly name: string
}

/** Somebody else's set that may be shown beside one's own. */
export interface Neighbour {
  readonly id: string
  readonly pseudonym: string
}

/** The reading that is shown beside one's own. */
export interface Beside {
  /** `reference`, or the id of a set. */
  readonly id: string
  /** Of whose set it is. */
  readonly pseudonym: string | undefined
  readonly annotations: readonly Annotation[]
  readonly answers: DocumentAnswers
}

export interface Desk {
  readonly study: Study
  readonly round: Round
  readonly article: Article
  readonly codebook: Codebook
  readonly annotations: readonly Annotation[]
  readonly reading: ReadingKind
  readonly hasReference: boolean
  readonly neighbours: readonly Neighbour[]
  readonly beside: Beside | undefined
  readonly mayMark: boolean
  /** Whether those who manage the study can be asked about the article. */
  readonly mayAsk: boolean
  /** Whether the demonstration can be tried here without an account, or is being tried. */
  readonly trial: 'offered' | 'begun' | undefined
  /** One's own set, as far as it has begun. */
  readonly set: AnnotationSet | undefined
  /** Whether it may be opened again: not in training, once the reference has been shown after it. */
  readonly mayReopen: boolean
  /** Answers about the whole article, in the reading that is shown. */
  readonly answers: DocumentAnswers
  /** Where one stands in the round; undefined where one has nothing to mark in it. */
  readonly progress: Progress | undefined
  /** What one has asked about the article, and what others have asked and got an answer to. */
  readonly questions: readonly SharedQuestion[]
  readonly account: DeskAccount | undefined
  /** Whether a download holds the whole study, or one's own readings only. */
  readonly managesStudy: boolean
}

/** What the desk's script is handed beside the annotations. Quotes are sliced from the body, so they are not sent. */
export interface DeskData {
  readonly round: string
  readonly article: Pick<Article, 'id' | 'title' | 'language' | 'blocks'> & { readonly body: string }
  readonly codebook: Codebook
  readonly answers: DocumentAnswers
  /** The other reading beside one's own, and what it is called. */
  readonly beside: { readonly name: string; readonly annotations: readonly SparseAnnotation[] } | undefined
  readonly mayMark: boolean
  /** Who marks here. */
  readonly account: DeskAccount | undefined
  readonly language: string
}

export interface TagRow {
  readonly id: string
  readonly label: string
  readonly classes: string
  readonly key: string | undefined
  readonly marks: number
  /** Share of the coded text, 0 to 1. */
  readonly share: number
}

export interface DeskPage {
  readonly desk: Omit<Desk, 'annotations' | 'codebook' | 'article' | 'beside'>
  readonly article: Pick<Article, 'id' | 'title' | 'language'> & {
    readonly hasHeadline: boolean
    readonly isLong: boolean
  }
  readonly html: string
  /** The annotations for the desk's script. */
  readonly json: string
  readonly guidePath: string
  /** For the head of the page. */
  readonly tagStyles: string
  readonly beside: BesidePage | undefined
  readonly tags: readonly TagRow[]
  readonly roles: readonly { readonly id: string; readonly label: string; readonly key: string | undefined }[]
  readonly overview: DrawnOverview
  readonly unmarked: number
  readonly marks: number
  readonly flow: Flow | undefined
  readonly document: DocumentQuestions | undefined
  readonly questions: readonly QuestionRow[]
  /** The profile of the reading that is shown. */
  readonly profilePath: string
  readonly data: DeskData
}

/** The other reading, and where it parts from one's own: in the text, and in the answers about all of it. */
interface BesidePage {
  readonly id: string
  readonly name: string
  readonly rows: readonly DifferenceRow[]
  readonly answers: readonly AnswerDifference[]
}

/** From here on blocks are laid out only when they come into view. */
const LONG = 15_000

type DeskWords = EdgeWords & {
  readonly repeatedHere: string
  readonly yes: string
  readonly no: string
  readonly reference: string
  readonly readingOf: string
}

export function deskPage(desk: Desk, language: string, words: DeskWords): DeskPage {
  const { article, codebook, annotations, mayMark, beside } = desk
  const { html, json, shares, overview } = drawnReading(desk, language, words.repeatedHere)
  const share = (codePoints: number) => (shares.coded === 0 ? 0 : codePoints / shares.coded)
  return {
    desk,
    article: {
      ...pick(article),
      hasHeadline: article.blocks.some((block) => block.kind === 'headline'),
      isLong: article.body.length > LONG,
    },
    html,
    json,
    tagStyles: tagStyles(codebook, language, words),
    guidePath: guidePath(desk.round.id),
    beside: beside && {
      id: beside.id,
      name: besideName(beside, words),
      rows: differenceRows(article, codebook, language, differences(annotations, beside.annotations)),
      answers: answersBeside(codebook, desk.answers.answers, beside.answers.answers, language, words),
    },
    tags: shownTags(codebook, annotations).map((tag) => ({
      id: tag.id,
      label: inLanguage(tag.label, language),
      classes: tagClasses(tag),
      key: tag.key,
      marks: shares.tags.get(tag.id)?.marks ?? 0,
      share: share(shares.tags.get(tag.id)?.codePoints ?? 0),
    })),
    roles: shownRoles(desk).map(({ id, label, key }) => ({ id, label: inLanguage(label, language), key })),
    overview,
    unmarked: share(shares.unmarked),
    marks: annotations.length,
    flow: flowOf(desk, language),
    document: documentQuestions(desk, language, words),
    questions: desk.questions.map((question) => questionRow(question, article)),
    profilePath: profilePath(desk),
    data: {
      round: desk.round.id,
      article: { ...pick(article), blocks: article.blocks, body: article.body.text },
      codebook: { ...codebook, guidelines: undefined },
      answers: desk.answers,
      beside: beside && { name: besideName(beside, words), annotations: beside.annotations.map(sparse) },
      mayMark,
      account: mayMark ? desk.account : undefined,
      language,
    },
  }
}

function profilePath({ round, article, reading, beside, account }: Desk): string {
  const named = account ? { reading, ...(beside && { beside: beside.id }) } : {}
  const query = new URLSearchParams(named).toString()
  return `${deskPath(round.id, article.id)}/profile${query && `?${query}`}`
}

/** What the reading beside one's own is called. */
export function besideName({ pseudonym }: Beside, words: Pick<DeskWords, 'reference' | 'readingOf'>): string {
  return pseudonym ? words.readingOf.replace('{name}', pseudonym) : words.reference
}

function pick({ id, title, language }: Article) {
  return { id, title, language }
}

/** Retired tags show where they still stand on marks. */
export function shownTags(codebook: Codebook, annotations: readonly Annotation[]): Tag[] {
  return codebook.tags.filter((tag) => !tag.retired || annotations.some((annotation) => annotation.tag === tag.id))
}

/** The roles that can be given; where nothing can be marked, those that show in the text, where any does. */
function shownRoles({ codebook, annotations, mayMark }: Desk): Role[] {
  const roles = codebook.tags.flatMap((tag) => (tag.retired ? [] : (tag.roles ?? [])))
  if (mayMark) return roles
  if (!annotations.some(({ parts }) => parts.length > 0)) return []
  return roles.filter(({ id }) => SHOWN_ROLES.has(id))
}
