/** The report: two pages to print about what a class made of an article. No name, no pseudonym, nothing typed by pupils. */
import { sharesOf } from '../../annotations/shares.ts'
import { shareBar } from '../../charts/share-bar.ts'
import { besideWords } from '../../charts/svg.ts'
import { inLanguage, type Tag } from '../../codebook/codebook.ts'
import { tagClasses, tagLook } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import { formatPercent } from '../../text/numbers.ts'
import type { ClassAgreement } from '../wall/class-agreement.ts'
import { MOST_NAMED } from '../wall/class-picture.ts'
import { nothingOf } from '../wall/heat-map.ts'
import type { VotedPassage } from '../wall/passages.ts'
import type { WallData, WallSpeech } from '../wall/wall-page.ts'
import { placeOfPassage } from '../wall/wall-panel-page.ts'
import { consolePath, reportPath } from '../workshop-paths.ts'
import {
  barsBeside,
  bracketsBeside,
  letterOf,
  type ReportLine,
  reportLines,
  SMALLEST_SIZE,
  sizeFor,
} from './report-lines-page.ts'

export interface ReportData extends WallData {
  readonly agreement: ClassAgreement
  /** What is exported: the study that the workshop is. */
  readonly downloads: string
}

/** A row of a passage's votes. */
interface Row {
  readonly label: string
  readonly classes: string
  readonly bar: string
  readonly count: number
}

interface Disputed {
  readonly letter: string
  readonly lines: string
  readonly quote: string
  readonly hasQuotes: boolean
  readonly rows: readonly Row[]
}

interface SharesRow {
  readonly label: string
  readonly classes: string
  readonly bars: readonly { readonly name: string; readonly bar: string; readonly share: string }[]
}

interface ChangeRow {
  readonly lines: string
  readonly quote: string
  readonly moves: readonly { readonly from: string; readonly to: string; readonly people: number }[]
}

export interface ReportPage {
  readonly tagStyles: string
  readonly console: string
  readonly address: string
  readonly downloads: string
  readonly title: string
  /** On which it was ended, or came to its phase. */
  readonly day: string
  readonly isDemonstration: boolean
  readonly article: { readonly title: string; readonly language: string; readonly source: string }
  readonly joined: number
  readonly marked: number
  readonly missing: number
  readonly heads: readonly { readonly label: string; readonly classes: string }[]
  readonly lines: readonly ReportLine[]
  /** Of a line, from 1, the largest. */
  readonly size: number
  /** Its lines do not fit on a page at any size: there are bars alone. */
  readonly isTooLong: boolean
  readonly bars: string
  readonly brackets: string
  readonly disputed: readonly Disputed[]
  readonly agreed: readonly {
    readonly lines: string
    readonly quote: string
    readonly label: string
    readonly count: number
  }[]
  readonly shares: readonly SharesRow[]
  readonly hasReference: boolean
  readonly agreement:
    | { readonly alpha: string; readonly low: string | undefined; readonly high: string | undefined }
    | undefined
  readonly change: { readonly people: number; readonly moved: number; readonly rows: readonly ChangeRow[] } | undefined
  readonly questions: readonly string[]
  /** Where they stand: under the shares, or, where they are many, over the whole width. */
  readonly questionsAt: 'beside' | 'below'
}

const MOST_CHANGES = 3

export function reportPage(data: ReportData, speech: WallSpeech): ReportPage {
  const { workshop, article, codebook, picture, joined, changes, reference } = data
  const disputed = picture.disputed.slice(0, MOST_NAMED)
  const missing = Math.max(0, workshop.settings.smallestGroup - picture.people)
  const { outlet, publishedOn } = article.source
  return {
    tagStyles: tagColours(codebook),
    console: consolePath(workshop.id),
    address: reportPath(workshop.id),
    downloads: data.downloads,
    title: workshop.title,
    day: new Intl.DateTimeFormat(speech.language, { dateStyle: 'long' }).format(
      new Date(workshop.endedAt ?? workshop.phaseSince),
    ),
    isDemonstration: workshop.isDemonstration,
    article: {
      title: article.title,
      language: article.language,
      source: [outlet, publishedOn].filter(Boolean).join(', '),
    },
    ...{ joined, marked: picture.people, missing },
    heads: codebook.tags.map((tag) => ({ label: inLanguage(tag.label, speech.language), classes: tagClasses(tag) })),
    lines: reportLines(article.body, picture.lines),
    size: sizeFor(picture.lines).size,
    isTooLong: sizeFor(picture.lines).size > SMALLEST_SIZE,
    bars: besideWords(barsBeside(picture.lines, codebook.tags.map(tagLook), missing > 0 ? 0 : picture.people)),
    brackets: besideWords(bracketsBeside(picture.lines, missing > 0 ? [] : disputed)),
    disputed: missing > 0 ? [] : disputed.map((passage, index) => disputedOf(data, passage, index, speech)),
    agreed: missing > 0 ? [] : picture.agreed.slice(0, MOST_NAMED).map((passage) => agreedOf(data, passage, speech)),
    shares: missing > 0 ? [] : sharesRows(data, speech),
    hasReference: reference !== undefined,
    agreement: missing > 0 ? undefined : agreementOf(data.agreement, speech),
    change:
      changes && changes.people >= workshop.settings.smallestGroup
        ? {
            people: changes.people,
            moved: changes.moved,
            rows: changes.passages.slice(0, MOST_CHANGES).map(({ before, moves }) => ({
              ...placeOfPassage(data, before, speech),
              moves: moves.map(({ from, to, people }) => ({
                from: choiceName(data, from, speech),
                to: choiceName(data, to, speech),
                people,
              })),
            })),
          }
        : undefined,
    ...questionsPlaced(workshop.settings.questions, missing > 0),
  }
}

/** So many, and so many characters in all, have room under the shares. */
const BESIDE = { questions: 4, characters: 420 }

function questionsPlaced(
  questions: readonly string[],
  isAlone: boolean,
): Pick<ReportPage, 'questions' | 'questionsAt'> {
  const characters = questions.reduce((sum, { length }) => sum + length, 0)
  const isMuch = questions.length > BESIDE.questions || characters > BESIDE.characters
  return { questions, questionsAt: isAlone || isMuch ? 'below' : 'beside' }
}

function choiceName({ codebook }: WallData, place: number, { language, words }: WallSpeech): string {
  const tag = codebook.tags[place]
  return tag ? inLanguage(tag.label, language) : words.nothing
}

function rowsOf(data: ReportData, passage: VotedPassage, id: string, speech: WallSpeech): Row[] {
  const people = data.picture.people
  const counts = [...passage.votes, nothingOf(passage, people)]
  return counts.map((count, place) => {
    const tag = data.codebook.tags[place]
    return {
      label: choiceName(data, place, speech),
      classes: tagClasses(tag),
      bar: besideWords(shareBar(`${id}-${place}`, tag && tagLook(tag), count / people)),
      count,
    }
  })
}

function disputedOf(data: ReportData, passage: VotedPassage, index: number, speech: WallSpeech): Disputed {
  const letter = letterOf(index)
  return { letter, ...placeOfPassage(data, passage, speech), rows: rowsOf(data, passage, `votes-${letter}`, speech) }
}

function agreedOf(data: ReportData, passage: VotedPassage, speech: WallSpeech) {
  const count = Math.max(...passage.votes)
  const label = choiceName(data, passage.votes.indexOf(count), speech)
  return { ...placeOfPassage(data, passage, speech), label, count }
}

function sharesRows(
  { article, codebook, picture, reference }: ReportData,
  { language, words }: WallSpeech,
): SharesRow[] {
  const read = reference && sharesOf(article, reference)
  const choices: (Tag | undefined)[] = [...codebook.tags, undefined]
  return choices.map((tag, place) => {
    const ofReference =
      read && (tag ? (read.tags.get(tag.id)?.codePoints ?? 0) : read.unmarked) / Math.max(1, read.coded)
    const shares = [
      { name: words.class, share: picture.shares[place]! },
      ...(ofReference === undefined ? [] : [{ name: words.reference, share: ofReference }]),
    ]
    return {
      label: tag ? inLanguage(tag.label, language) : words.nothing,
      classes: tagClasses(tag),
      bars: shares.map(({ name, share }, index) => ({
        name,
        bar: besideWords(shareBar(`shares-${place}-${index}`, tag && tagLook(tag), share)),
        share: formatPercent(share, language, 0),
      })),
    }
  })
}

function agreementOf({ alpha, interval }: ClassAgreement, { language }: WallSpeech): ReportPage['agreement'] {
  if (alpha === undefined) return undefined
  const written = (value: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  return { alpha: written(alpha), low: interval && written(interval.low), high: interval && written(interval.high) }
}
