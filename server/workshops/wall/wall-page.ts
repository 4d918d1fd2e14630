/** The page for the wall: one view of the class's picture around one passage, with a link for every key. */
import { innermostOf } from '../../annotations/shares.ts'
import type { Article } from '../../articles/article.ts'
import { besideWords } from '../../charts/svg.ts'
import { type Codebook, findTag, inLanguage } from '../../codebook/codebook.ts'
import { tagClasses, tagLook } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import { segments } from '../../text/segments.ts'
import { overlap, type Span } from '../../text/span.ts'
import { shownCode } from '../joining/join-code.ts'
import { type Phase, phasesOf, type Workshop } from '../workshop.ts'
import { projectorPath } from '../workshop-paths.ts'
import type { Changes } from './changes.ts'
import type { ClassPicture } from './class-picture.ts'
import type { Marks } from './heat-map.ts'
import type { HeatLine } from './line-heat.ts'
import type { VotedPassage } from './passages.ts'
import {
  linesAround,
  placeOf,
  roomBeside,
  type Shown,
  viewFor,
  viewsOf,
  WALL_ORDERS,
  type WallOrder,
  type WallView,
} from './wall.ts'
import { type Panel, panelOf } from './wall-panel-page.ts'
import { stripPicture } from './wall-strip-page.ts'
import { apartAt, type Heat, type HeatAt, othersThan, type WallLine, wallLines } from './wall-text-page.ts'

/** What the wall is made of. */
export interface WallData {
  readonly workshop: Workshop
  readonly article: Article
  readonly codebook: Codebook
  readonly joined: number
  /** What was marked in the round that counts now; of it the second round where that is under way. */
  readonly picture: ClassPicture
  readonly changes: Changes | undefined
  readonly reference: Marks | undefined
  /** Where phones join, and the same as a picture to be scanned. */
  readonly join: { readonly address: string; readonly qr: string; readonly isReachable: boolean }
}

/** What its address asks for. */
export interface WallQuery {
  readonly view?: string | undefined
  readonly order?: WallOrder | undefined
  readonly at?: number | undefined
  readonly question?: number | undefined
}

export interface WallWords {
  readonly views: Readonly<Record<'covered' | 'marked' | 'apart' | 'change' | 'reference' | 'profile', string>>
  readonly orders: Readonly<Record<WallOrder, string>>
  readonly lines: (first: number, last: number) => string
  readonly nothing: string
  readonly class: string
  readonly reference: string
}

export interface WallSpeech {
  readonly language: string
  readonly words: WallWords
  readonly phases: Readonly<Record<Phase, string>>
}

/** A place to click, and the key that does the same. */
export interface WallLink {
  readonly id: string
  readonly label: string
  readonly classes: string
  readonly href: string
  readonly key: string
  readonly isCurrent: boolean
}

export interface WallPage {
  /** For the head of the page. */
  readonly tagStyles: string
  readonly workshop: string
  readonly isLobby: boolean
  readonly phase: { readonly id: Phase; readonly name: string; readonly place: number; readonly of: number }
  readonly code: string
  readonly join: WallData['join']
  readonly joined: number
  readonly marked: number
  /** So many have to mark before there is a picture. */
  readonly missing: number
  /** ISO 8601. */
  readonly timerEndsAt: string | undefined
  readonly view: WallView
  readonly views: readonly WallLink[]
  readonly orders: readonly WallLink[]
  readonly article: Pick<Article, 'language'>
  readonly lines: readonly WallLine[]
  readonly strip: string
  readonly panel: Panel
  readonly walk: {
    readonly previous: string | undefined
    readonly next: string | undefined
    readonly place: number
    readonly of: number
  }
  readonly question:
    | { readonly text: string; readonly place: number; readonly of: number; readonly next: string }
    | undefined
}

export function wallPage(data: WallData, query: WallQuery, speech: WallSpeech): WallPage {
  const { workshop, article, codebook, picture, joined, join } = data
  const shown = shownOf(data)
  const view = viewFor(shown, query.view)
  const order = query.order ?? 'text'
  const ranked = { text: picture.passages, apart: picture.disputed, agreed: picture.agreed }[order]
  const place = placeIn(ranked, order, query.at)
  const chosen = ranked[place]
  const linkTo = (asked: WallQuery) =>
    linkOf(workshop.id, { view: query.view, order, at: chosen?.start, question: query.question, ...asked })
  const views = viewsOf(shown)
  // Beside the shares there is no room for one.
  const question = view === 'profile' ? undefined : questionOf(workshop, query, linkTo)
  const room = roomBeside({ hasQuestion: question !== undefined, views: views.length })
  const lines = linesAround(picture.lines, chosen, room)
  const phases = phasesOf(workshop)
  const heatAt = heatFor(data, view)
  return {
    tagStyles: tagColours(codebook),
    workshop: workshop.id,
    isLobby: workshop.phase === 'lobby',
    phase: {
      id: workshop.phase,
      name: speech.phases[workshop.phase],
      place: phases.indexOf(workshop.phase) + 1,
      of: phases.length,
    },
    code: shownCode(workshop.code),
    join,
    joined,
    marked: picture.people,
    missing: Math.max(0, workshop.settings.smallestGroup - picture.people),
    timerEndsAt: workshop.timerEndsAt,
    view,
    views: views.map((id) => ({
      ...namedView(data, id, speech),
      id,
      href: linkTo({ view: id }),
      key: keyOf(shown, id),
      isCurrent: id === view,
    })),
    orders: shown.hasPicture
      ? WALL_ORDERS.map((id) => ({
          id,
          label: speech.words.orders[id],
          classes: '',
          href: linkTo({ order: id, at: id === 'text' ? chosen?.start : undefined }),
          key: ORDER_KEYS[id],
          isCurrent: id === order,
        }))
      : [],
    article: { language: article.language },
    lines: wallLines(article.body, {
      lines,
      all: picture.lines,
      pieces: picture.heat.pieces,
      reference: (READ_BY_REFERENCE.has(view) && data.reference) || [],
      chosen: shown.hasPicture ? chosen : undefined,
      heatAt,
    }),
    strip: besideWords(stripPicture(picture.lines, lines, room, stripHeat(data, view))),
    panel: panelOf(data, { view, passage: shown.hasPicture ? chosen : undefined, speech }),
    walk: {
      previous: shown.hasPicture && place > 0 ? linkTo({ at: ranked[place - 1]!.start }) : undefined,
      next: shown.hasPicture && place + 1 < ranked.length ? linkTo({ at: ranked[place + 1]!.start }) : undefined,
      place: ranked.length === 0 ? 0 : place + 1,
      of: ranked.length,
    },
    question,
  }
}

/** Tags have the numbers that they have at the desk, and 0 covers everything. */
function keyOf(shown: Shown, view: WallView): string {
  return view === 'marked'
    ? 'M'
    : String(
        viewsOf(shown)
          .filter((id) => id !== 'marked')
          .indexOf(view),
      )
}

const ORDER_KEYS: Readonly<Record<WallOrder, string>> = { text: 'T', apart: 'D', agreed: 'A' }

/** In the order of the text one comes to what is near; a ranking begins with its first where it does not hold the place. */
function placeIn(ranked: readonly VotedPassage[], order: WallOrder, at: number | undefined): number {
  if (order === 'text') return placeOf(ranked, at)
  const held = ranked.findIndex(({ start, end }) => at !== undefined && start <= at && at < end)
  return Math.max(0, held)
}

function shownOf({ workshop, codebook, picture, changes, reference }: WallData): Shown {
  const least = workshop.settings.smallestGroup
  return {
    workshop,
    tags: codebook.tags.map(({ id }) => id),
    hasPicture: picture.people >= least,
    hasChange: (changes?.people ?? 0) >= least,
    hasReference: reference !== undefined,
  }
}

function linkOf(workshop: string, query: WallQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `${projectorPath(workshop)}?${new URLSearchParams(Object.fromEntries(given))}`
}

function namedView({ codebook }: WallData, id: WallView, { language, words }: WallSpeech) {
  const tag = findTag(codebook, id)
  return tag
    ? { label: inLanguage(tag.label, language), classes: tagClasses(tag) }
    : { label: words.views[id as keyof WallWords['views']], classes: '' }
}

/** Views that show what the reference marks, piece by piece. */
const READ_BY_REFERENCE: ReadonlySet<WallView> = new Set(['reference', 'profile'])
const NOTHING: Heat = { share: 0, classes: '' }

/** What a view says of a piece. */
function heatFor({ codebook, picture, changes, workshop }: WallData, view: WallView): HeatAt {
  const { people, heat } = picture
  const tag = findTag(codebook, view)
  const place = heat.tags.indexOf(view)
  const counted = (count: number, classes: string): Heat =>
    count === 0 ? NOTHING : { share: count / people, count, classes }
  if (people < workshop.settings.smallestGroup || view === 'covered') return () => NOTHING
  if (tag) return ({ marked }) => counted(marked[place]!, tagClasses(tag))
  if (view === 'marked')
    return ({ votes }) =>
      counted(
        votes.reduce((sum, count) => sum + count, 0),
        'other',
      )
  if (view === 'profile') return (piece, reference) => counted(othersThan(piece, people, heat.tags, reference), 'other')
  if (view === 'reference')
    return (_, reference) =>
      reference === undefined ? NOTHING : { share: 0, classes: `read ${tagClasses(findTag(codebook, reference))}` }
  if (view === 'change') {
    const all = changes?.people ?? 0
    const movedAt = (piece: Span) => changes?.passages.find(({ before }) => overlap(before, piece))?.moved ?? 0
    return (piece) => {
      const count = movedAt(piece)
      return count === 0 ? NOTHING : { share: count / all, count, classes: 'other' }
    }
  }
  return (piece) => apartAt(piece, people)
}

/** The same line by line. */
function stripHeat({ codebook, picture, reference = [], workshop }: WallData, view: WallView) {
  const { people, heat } = picture
  const look = tagLook(findTag(codebook, view))
  const grey = { ...look, hue: 'other' } as const
  const place = heat.tags.indexOf(view)
  if (people < workshop.settings.smallestGroup || view === 'covered') return { look: grey, of: () => 0 }
  if (place >= 0) return { look, of: ({ marked }: HeatLine) => marked[place]! / people }
  if (view === 'marked') return { look: grey, of: ({ touched }: HeatLine) => touched / people }
  if (view === 'reference')
    return { look: grey, of: ({ line }: HeatLine) => coveredShare(reference, line.start, line.inkEnd) }
  return { look: grey, of: ({ disagreement }: HeatLine) => disagreement }
}

function coveredShare(marks: Marks, start: number, end: number): number {
  const covered = segments(marks, start, end).filter((piece) => innermostOf(piece) !== undefined)
  return covered.reduce((sum, piece) => sum + piece.end - piece.start, 0) / Math.max(1, end - start)
}

function questionOf({ settings, phase }: Workshop, { question = 0 }: WallQuery, linkTo: (asked: WallQuery) => string) {
  const { questions } = settings
  if (questions.length === 0 || phase === 'lobby' || phase === 'marking') return undefined
  const place = Math.min(question, questions.length - 1)
  return {
    text: questions[place]!,
    place: place + 1,
    of: questions.length,
    next: linkTo({ question: (place + 1) % questions.length }),
  }
}
