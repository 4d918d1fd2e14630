/** What the wall can show, when, and how one walks through the text on it. */
import type { Block } from '../../text/blocks.ts'
import { overlap, type Span } from '../../text/span.ts'
import { type Phase, phasesOf, type Workshop } from '../workshop.ts'
import type { HeatLine } from './line-heat.ts'

/** Beside the heat of a tag. `marked`: how many marked anything; `apart`: where the class parts; `single`: one reading. */
export const WALL_VIEWS = ['covered', 'marked', 'apart', 'change', 'reference', 'profile', 'single'] as const
/** One of these, or the id of a tag. */
export type WallView = string

/** Passages in the order of the text, or the most disputed, or the most agreed first. */
export const WALL_ORDERS = ['text', 'apart', 'agreed'] as const
export type WallOrder = (typeof WALL_ORDERS)[number]

/** What is known of a workshop that decides about its views. */
export interface Shown {
  readonly workshop: Pick<Workshop, 'phase' | 'settings'>
  /** Of the codebook, in its order. */
  readonly tags: readonly string[]
  /** Whether so many have marked, and marked twice, that no picture is one person's. */
  readonly hasPicture: boolean
  readonly hasChange: boolean
  readonly hasReference: boolean
  /** Whether single readings may be shown, and there are any. */
  readonly hasSingle: boolean
}

/** Whether the instructor has led the class to a phase, or past it. */
export function hasReached(workshop: Pick<Workshop, 'phase' | 'settings'>, phase: Phase): boolean {
  const phases = phasesOf(workshop)
  return phases.includes(phase) && phases.indexOf(phase) <= phases.indexOf(workshop.phase)
}

/** The views that can be chosen now, in the order in which they are offered. */
export function viewsOf({ workshop, tags, hasPicture, hasChange, hasReference, hasSingle }: Shown): WallView[] {
  if (workshop.phase === 'lobby') return []
  if (!hasPicture) return ['covered']
  const isRevealed = hasReference && hasReached(workshop, 'reference')
  return [
    'covered',
    'marked',
    ...tags,
    'apart',
    ...(hasChange ? ['change'] : []),
    ...(isRevealed ? ['reference', 'profile'] : []),
    ...(hasSingle && hasReached(workshop, 'together') ? ['single'] : []),
  ]
}

/** The view asked for, else what suits the phase: while people mark, only how much is marked, and not as what. */
export function viewFor(shown: Shown, asked: string | undefined): WallView {
  const views = viewsOf(shown)
  if (asked !== undefined && views.includes(asked)) return asked
  const usual: Record<Phase, WallView> = {
    lobby: 'covered',
    marking: 'marked',
    neighbours: 'marked',
    together: shown.tags[0] ?? 'apart',
    'second-marking': 'marked',
    reference: 'reference',
    ended: 'apart',
  }
  const fitting = usual[shown.workshop.phase]
  return views.includes(fitting) ? fitting : views.includes('marked') ? 'marked' : 'covered'
}

/** The place of the passage that holds a position, or of the one that follows it. */
export function placeOf(passages: readonly Span[], at: number | undefined): number {
  if (at === undefined) return 0
  const held = passages.findIndex(({ start, end }) => start <= at && at < end)
  if (held >= 0) return held
  const following = passages.findIndex(({ start }) => start >= at)
  return following < 0 ? Math.max(0, passages.length - 1) : following
}

/** In units of a line. */
const ROOM = 11
const ROOM_BESIDE_A_QUESTION = 9.6
const ROOM_OF_A_ROW = 0.8
const VIEWS_IN_A_ROW = 7
const BEFORE = 3.2
export const BLOCK_GAP = 0.3
const HEADLINE = 1.2

function heightOf({ kind }: Pick<Block, 'kind'>): number {
  return kind === 'headline' ? HEADLINE : 1
}

/** How many lines there is room for. With more views than stand beside one another they take a second row. */
export function roomBeside({ hasQuestion, views }: { hasQuestion: boolean; views: number }): number {
  return (hasQuestion ? ROOM_BESIDE_A_QUESTION : ROOM) - (views > VIEWS_IN_A_ROW ? ROOM_OF_A_ROW : 0)
}

/** The lines around a passage for which the wall has room: a few before it, the rest after it, none twice. */
export function linesAround(lines: readonly HeatLine[], passage: Span | undefined, most: number): HeatLine[] {
  const heights = lines.map(
    ({ line }, index) =>
      heightOf(line.block) + (index > 0 && lines[index - 1]!.line.block !== line.block ? BLOCK_GAP : 0),
  )
  const room = (from: number, to: number) => heights.slice(from, to).reduce((sum, height) => sum + height, 0)
  const first = Math.max(
    0,
    lines.findIndex(({ line }) => passage && overlap(line, passage)),
  )
  let from = first
  while (from > 0 && room(from - 1, first) <= BEFORE) from--
  // At the end of the text no room is left empty.
  while (from > 0 && room(from - 1, lines.length) <= most) from--
  let to = from
  while (to < lines.length && room(from, to + 1) <= most) to++
  return lines.slice(from, to)
}

/** How thick the bar under a piece is: 15 are all, 1 is anybody at all. */
export const LEVELS = 15
export function levelOf(share: number): number {
  return share <= 0 ? 0 : Math.max(1, Math.round(share * LEVELS))
}

/** How few of a quotation are enough to find it: its beginning and its end, cut between words. */
export function shortened(quote: string, most: number): string {
  const letters = [...quote.replace(/^[•‣◦▪·*–-]\s+/u, '').replace(/\s+/gu, ' ')]
  if (letters.length <= most) return letters.join('')
  const [start, end] = [letters.slice(0, Math.ceil(most * 0.6)), letters.slice(-Math.floor(most * 0.35))]
  const beginning = start.join('').replace(/\s\S*$/u, '')
  const ending = end.join('').replace(/^\S*\s/u, '')
  return `${beginning || start.join('')} … ${ending}`
}
