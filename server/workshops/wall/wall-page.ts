/** The page for the wall: one view of the class's picture around one passage, with a link for every key. */
import type { Article } from '../../articles/article.ts'
import { besideWords } from '../../charts/svg.ts'
import { type Codebook, findTag, inLanguage } from '../../codebook/codebook.ts'
import { tagClasses } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import { shownCode } from '../joining/join-code.ts'
import { type Phase, phasesOf, type Workshop } from '../workshop.ts'
import { projectorPath } from '../workshop-paths.ts'
import type { Changes } from './changes.ts'
import type { ClassPicture } from './class-picture.ts'
import type { Marks } from './heat-map.ts'
import type { VotedPassage } from './passages.ts'
import {
  linesAround,
  placeOf,
  roomBeside,
  type Shown,
  viewFor,
  viewsOf,
  WALL_ORDERS,
  type WALL_VIEWS,
  type WallOrder,
  type WallView,
} from './wall.ts'
import { heatFor, readFor, stripHeat } from './wall-heat-page.ts'
import { type Panel, panelOf } from './wall-panel-page.ts'
import { stripPicture } from './wall-strip-page.ts'
import { type WallLine, wallLines } from './wall-text-page.ts'

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
  /** Those that may be shown one by one, in the order of joining; none where that was not agreed on. */
  readonly single: readonly SingleReading[]
  /** Where phones join, and the same as a picture to be scanned. */
  readonly join: { readonly address: string; readonly qr: string; readonly isReachable: boolean }
}

export interface SingleReading {
  readonly annotator: string
  readonly pseudonym: string
  readonly marks: Marks
}

/** What its address asks for. */
export interface WallQuery {
  /** Whose reading, as an annotator, where one is shown alone. */
  readonly person?: string | undefined
  readonly view?: string | undefined
  readonly order?: WallOrder | undefined
  readonly at?: number | undefined
  readonly question?: number | undefined
}

export interface WallWords {
  readonly views: Readonly<Record<(typeof WALL_VIEWS)[number], string>>
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
  /** Whose reading is shown alone, and the next one. */
  readonly single:
    | { readonly pseudonym: string; readonly place: number; readonly of: number; readonly next: string }
    | undefined
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
  const linkTo = (asked: WallQuery) => linkOf(workshop.id, { ...query, order, at: chosen?.start, ...asked })
  const views = viewsOf(shown)
  // Beside the shares there is no room for one.
  const question = view === 'profile' ? undefined : questionOf(workshop, query, linkTo)
  const room = roomBeside({ hasQuestion: question !== undefined, views: views.length })
  const lines = linesAround(picture.lines, chosen, room)
  const phases = phasesOf(workshop)
  const person = personIn(data, query)
  const read = readFor(data, view, data.single[person])
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
      reference: read ?? [],
      chosen: shown.hasPicture ? chosen : undefined,
      heatAt: heatFor(data, view),
    }),
    strip: besideWords(stripPicture(picture.lines, lines, room, stripHeat(data, view, read))),
    panel: panelOf(data, { view, passage: shown.hasPicture ? chosen : undefined, person, speech }),
    single: view === 'single' ? singleShown(data, person, linkTo) : undefined,
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

function personIn({ single }: WallData, { person }: WallQuery): number {
  return Math.max(
    0,
    single.findIndex(({ annotator }) => annotator === person),
  )
}

function singleShown({ single }: WallData, person: number, linkTo: (asked: WallQuery) => string): WallPage['single'] {
  const next = single[(person + 1) % single.length]!
  return {
    pseudonym: single[person]!.pseudonym,
    ...{ place: person + 1, of: single.length },
    next: linkTo({ person: next.annotator }),
  }
}

function shownOf({ workshop, codebook, picture, changes, reference, single }: WallData): Shown {
  const least = workshop.settings.smallestGroup
  return {
    workshop,
    tags: codebook.tags.map(({ id }) => id),
    hasPicture: picture.people >= least,
    hasChange: (changes?.people ?? 0) >= least,
    hasReference: reference !== undefined,
    hasSingle: single.length > 0,
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
