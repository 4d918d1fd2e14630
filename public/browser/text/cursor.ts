/** The cursor in the text: it stands on a word, walks by keys, and selects as the mouse does, with the browser's selection. */
import { snap } from '../../../server/annotations/snapping.ts'
import { createWalking, quotationAround } from '../../../server/annotations/walking.ts'
import { contains, type Span } from '../../../server/text/span.ts'
import type { Desk } from '../desk.ts'
import type { CommandDeeds, Step } from '../keys/keys.ts'
import { lineEdge, reveal, wordAbove, wordOnTop } from './line-walking.ts'
import type { TextPositions } from './text-positions.ts'
import { createWordFrame } from './word-frame.ts'

export interface Cursor {
  /** The word in the frame; undefined where no frame shows, as with the mouse. */
  readonly framed: Span | undefined
  /** What is selected, by key or by other means. */
  readonly selected: Span | undefined
  /** The next larger quotation round what is selected, or round the word. */
  readonly quotation: Span | undefined
  /** Where the cursor stands, shown or not. */
  readonly place: number
  /** Puts the cursor on the word at a position, without showing or telling. */
  placeAt(position: number): void
  /** Leads into the text, to the word at a position. */
  goTo(position: number): void
  /** The selection is another one now, by whatever means. */
  follow(span: Span | undefined): void
  readonly deeds: CommandDeeds
}

/** @param moved told of each step: the word, and what is selected */
export function createCursor(
  desk: Desk,
  positions: TextPositions,
  moved: (at: Span, selected: Span | undefined) => void,
): Cursor {
  const { root } = positions
  const { article } = desk
  const walking = createWalking(article)
  const frame = createWordFrame(positions)
  let at: Span | undefined
  /** Where the selection begins that grows with the cursor. */
  let anchor: Span | undefined
  let selected: Span | undefined
  /** Where on the line somebody walks up and down. */
  let column: number | undefined

  root.addEventListener('focus', () => {
    if (root.hasAttribute('data-pointed')) return
    const word = here()
    if (word) stand(word)
    if (word) moved(word, selected)
  })
  root.addEventListener('blur', () => frame.show(undefined))

  function here(): Span | undefined {
    at ??= walking.at(wordOnTop(positions) ?? 0, 'word')
    return at
  }

  function stand(word: Span): void {
    at = word
    root.removeAttribute('data-pointed')
    if (document.activeElement === root) frame.show(word)
    reveal(positions, word)
  }

  function select(span: Span | undefined): void {
    selected = span
    positions.select(span)
  }

  function go(target: Span | undefined, step: Step): void {
    const from = here()
    if (!target || !from) return
    if (step.extends) anchor ??= step.isFine && !isCharacter(from) ? { start: from.start, end: from.start } : from
    else anchor = undefined
    stand(target)
    if (anchor) {
      const [start, end] = [Math.min(anchor.start, target.start), Math.max(anchor.end, target.end)]
      select(snap(article, start, end, 'character'))
    } else if (selected) select(undefined)
    moved(target, selected)
  }

  function along(isForward: boolean, step: Step): void {
    column = undefined
    const from = here()
    if (!from) return
    const stride = step.isFine ? 'character' : 'word'
    const edge = step.isFine ? characterOf(from, isForward, step) : from
    if (edge !== from && !step.extends) go(edge, step)
    else go(isForward ? walking.next(edge.end, stride) : walking.previous(edge.start, stride), step)
  }

  /** From a word, characters are counted from the edge that moves; without a selection the first step goes into the word. */
  function characterOf(word: Span, isForward: boolean, step: Step): Span {
    const isAtStart = step.extends ? anchor !== undefined && word.start < anchor.start : isForward
    const character = isAtStart ? walking.next(word.start, 'character') : walking.previous(word.end, 'character')
    if (step.extends && anchor === word) anchor = { start: word.start, end: word.start }
    return character && !isCharacter(word) ? character : word
  }

  function isCharacter({ start, end }: Span): boolean {
    return walking.next(start, 'character')?.end === end
  }

  function acrossLines(isDown: boolean, step: Step): void {
    const from = here()
    if (!from) return
    const found = wordAbove(positions, walking, from, column, isDown)
    column = found.column
    go(found.word, step)
  }

  function toEdge(isEnd: boolean, step: Step): void {
    column = undefined
    const from = here()
    if (from) go(lineEdge(positions, walking, from, isEnd), step)
  }

  /** Selects a span as a whole: the cursor stands on its last word, so that Shift goes on from there. */
  function take(span: Span | undefined): void {
    if (!span) return
    anchor = { start: span.start, end: span.start }
    stand(lastWordOf(span))
    select(span)
    moved(here()!, span)
  }

  function lastWordOf(span: Span): Span {
    const last = walking.previous(span.end, 'word')
    return last && last.start >= span.start ? last : walking.at(span.start, 'character')!
  }

  function sentence(): void {
    const word = here()
    const around = word && snap(article, word.start, word.end, 'sentence')
    take(around && selected && contains(selected, around) ? withNextSentence(selected) : around)
  }

  function withNextSentence(span: Span): Span {
    const following = walking.next(span.end, 'word')
    const next = following && snap(article, following.start, following.end, 'sentence')
    return { start: span.start, end: next?.end ?? span.end }
  }

  function quotation(): Span | undefined {
    const word = here()
    return word && quotationAround(article, selected ?? word)
  }

  function isRightToLeft(): boolean {
    const word = here()
    const element = word && positions.rangeOf(word)?.startContainer.parentElement
    return element ? getComputedStyle(element).direction === 'rtl' : false
  }

  return {
    get framed() {
      return document.activeElement === root && !root.hasAttribute('data-pointed') ? at : undefined
    },
    get selected() {
      return selected
    },
    get quotation() {
      return quotation()
    },
    get place() {
      return at?.start ?? 0
    },
    placeAt(position) {
      at = walking.at(position, 'word')
      anchor = undefined
    },
    goTo(position) {
      at = walking.at(position, 'word')
      anchor = undefined
      if (at) stand(at)
    },
    follow(span) {
      if (span?.start === selected?.start && span?.end === selected?.end) return
      selected = span
      anchor = span && { start: span.start, end: span.start }
      if (span) at = lastWordOf(span)
    },
    deeds: {
      left: (step) => along(isRightToLeft(), step),
      right: (step) => along(!isRightToLeft(), step),
      up: (step) => acrossLines(false, step),
      down: (step) => acrossLines(true, step),
      'line-start': (step) => toEdge(false, step),
      'line-end': (step) => toEdge(true, step),
      'text-start': (step) => go(walking.next(0, 'word'), step),
      'text-end': (step) => go(walking.previous(article.body.length, 'word'), step),
      word: () => take(here()),
      sentence,
      quotation: () => take(quotation()),
    },
  }
}
