/** The desk under a finger, and on a narrow screen: what is tapped, what is in hand, and what stands at the foot. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import type { Span } from '../../../server/text/span.ts'
import type { Cards } from '../cards/cards.ts'
import type { Desk } from '../desk.ts'
import { behindNextFrame, element, find } from '../dom.ts'
import type { Grips } from '../marks/grips.ts'
import type { Marks } from '../marks/marks.ts'
import type { Cursor } from '../text/cursor.ts'
import { reveal } from '../text/line-walking.ts'
import { focusByPointer, hideRing, positionUnder } from '../text/selecting.ts'
import type { TextPositions } from '../text/text-positions.ts'
import { linesOf } from '../text/word-frame.ts'
import { type Point, watchFingers } from './fingers.ts'
import { hasSheet, NARROW, onScreenChange } from './screens.ts'
import { createSheet } from './sheet.ts'
import { createThumbBar } from './thumb-bar.ts'

interface Tools {
  readonly desk: Desk
  readonly positions: TextPositions
  readonly marks: Marks
  readonly cards: Cards
  readonly cursor: Cursor
  readonly grips: Grips
  openMark(): Annotation | undefined
  /** Two places → the words between them. */
  pick(from: number, to: number): Span | undefined
  /** The selection is another one now. */
  selected(span: Span | undefined): void
  /** A finger has let go of words over which it was drawn. */
  drawn(): void
}

export interface Touch {
  /** What a finger has selected: it has grips of ours. */
  readonly inHand: Span | undefined
  /** Whether a finger is drawing: the selection shows over what, and means nothing else. */
  readonly isDrawing: boolean
  /** The selection or the open mark is another one now. */
  update(): void
  /** Selects what a finger means. */
  take(span: Span | undefined): void
}

/** So far from its word a tap still means it, in pixels. */
const NEAR = 12
/** What has a use of its own: a tap there is not one beside the text. */
const ELSEWHERE = 'a, button, input, textarea, select, label, summary, dialog, header, .desk-foot, .decisions'
/** So near to its middle a touch means the grip, in pixels; farther out, a tap means the word under it. */
const KNOB = 14

export function startTouch(tools: Tools): Touch {
  const { desk, positions, marks, cards, cursor, grips } = tools
  const { root } = positions
  const tagBar = find('.tag-bar')
  const main = tagBar.parentElement!
  const thumbBar = createThumbBar(desk)
  const sheet = createSheet(desk, {
    nudge: grips.nudge,
    sentence: () => widen('sentence'),
    quotation: () => widen('quotation'),
    cancel: () => take(undefined),
  })
  const foot = element('div', { class: 'desk-foot' }, sheet.root, thumbBar.root)
  main.append(foot)
  let inHand: Span | undefined
  let drawing: { readonly from: number; span: Span | undefined } | undefined
  let shown: string | undefined
  const revealSoon = behindNextFrame(revealInHand)

  function take(span: Span | undefined): void {
    inHand = span
    if (document.activeElement !== root) focusByPointer(root)
    positions.select(span)
    tools.selected(span)
  }

  /** The cursor knows sentences and quotations; its frame is for those who come by key. */
  function widen(how: 'sentence' | 'quotation'): void {
    root.blur()
    cursor.deeds[how]?.({ extends: false, isFine: false })
    take(cursor.selected)
  }

  function tap(at: Point): void {
    const { position, target } = grips.lookThrough(() => ({
      position: nearPosition(at),
      target: document.elementFromPoint(at.clientX, at.clientY),
    }))
    if (position === undefined || !target) leave()
    else pointAt(marks.idsAt(target), position)
  }

  function leave(): void {
    if (cursor.selected) take(undefined)
    else cards.open(undefined)
  }

  /** A tap takes the shortest mark, the next one the next outer mark, and after the last mark the word itself. */
  function pointAt(ids: readonly string[], position: number): void {
    const { selected } = cursor
    const isOnSelected = selected !== undefined && selected.start <= position && position <= selected.end
    const next = isOnSelected ? ids[0] : ids[selected ? 0 : ids.indexOf(cards.openId ?? '') + 1]
    const isWordMeant = next === undefined && !isOnSelected
    cursor.placeAt(position)
    take(isWordMeant ? tools.pick(position, position) : undefined)
    if (next !== undefined) cards.open(next)
  }

  /** Where a finger points in the text; undefined where no letters are near. */
  function nearPosition(at: Point): number | undefined {
    const position = positionUnder(positions, at)
    const word = position === undefined ? undefined : tools.pick(position, position)
    const isNear = linesOf(positions, word).some(
      ({ left, top, right, bottom }) =>
        left - NEAR < at.clientX && at.clientX < right + NEAR && top - NEAR < at.clientY && at.clientY < bottom + NEAR,
    )
    return isNear ? position : undefined
  }

  if (desk.mayMark)
    watchFingers({
      touched(target, { clientX, clientY }) {
        if (target.closest('#article [data-start]')) return 'text'
        const grip = target.closest('.grips button')?.getBoundingClientRect()
        const isOnKnob =
          grip && Math.hypot(grip.x + grip.width / 2 - clientX, grip.y + grip.height / 2 - clientY) < KNOB
        return isOnKnob || (!grip && target.closest(ELSEWHERE)) ? undefined : 'tap'
      },
      tapped: tap,
      pressed(at) {
        const from = nearPosition(at)
        if (from === undefined) return false
        drawing = { from, span: tools.pick(from, from) }
        positions.select(drawing.span)
        return true
      },
      drawnTo(at) {
        const to = positionUnder(positions, at)
        if (!drawing || to === undefined) return
        drawing.span = tools.pick(drawing.from, to) ?? drawing.span
        positions.select(drawing.span)
      },
      lifted(hasMoved) {
        const span = drawing?.span
        drawing = undefined
        take(span)
        if (hasMoved) tools.drawn()
      },
    })

  function update(): void {
    const { selected } = cursor
    if (inHand && (inHand.start !== selected?.start || inHand.end !== selected.end)) inHand = undefined
    const span = selected && desk.mayMark ? selected : NARROW.matches ? tools.openMark() : undefined
    const kind = span === selected ? 'selection' : 'mark'
    sheet.show(
      span && hasSheet()
        ? {
            kind,
            quote: desk.article.body.slice(span.start, span.end),
            isRightToLeft: isRightToLeft(span),
            isInQuotation: cursor.quotation !== undefined,
          }
        : undefined,
    )
    showRoom()
    const now = span && hasSheet() ? `${kind} ${span.start} ${span.end}` : undefined
    if (now !== undefined && now !== shown) {
      if (inHand) revealInHand()
      revealSoon()
    }
    shown = now
  }

  function isRightToLeft(span: Span): boolean {
    const start = positions.rangeOf(span)?.startContainer.parentElement
    return start ? getComputedStyle(start).direction === 'rtl' : false
  }

  /** What is in hand stands above the sheet. A selection that the system's own grips may still be moving stays where it is. */
  function revealInHand(): void {
    const span = cursor.selected ? inHand : tools.openMark()
    if (sheet.root.hidden || !span || grips.isMoving) return
    showRoom()
    reveal(positions, span)
  }

  /** The page ends above the foot, and what gets the focus does not hide behind it. */
  function showRoom(): void {
    document.documentElement.style.setProperty('--foot', `${foot.offsetHeight}px`)
  }

  function place(): void {
    thumbBar.show(NARROW.matches)
    if (hasSheet()) sheet.tags.append(tagBar)
    else main.append(tagBar)
    cards.dock(NARROW.matches ? sheet.card : undefined)
    update()
  }

  // What a finger does brings the focus back to the text; the ring is for those who come by key.
  let isByFinger = false
  document.addEventListener('pointerdown', ({ pointerType }) => {
    isByFinger = pointerType === 'touch'
  })
  document.addEventListener('keydown', () => {
    isByFinger = false
  })
  root.addEventListener('focus', () => isByFinger && hideRing(root), { capture: true })
  new ResizeObserver(showRoom).observe(foot)
  // The keyboard that comes up with a field takes half of the window, and must not take the field.
  addEventListener('resize', () => {
    const field = document.activeElement
    if (foot.contains(field) && field?.matches('textarea, input')) field.scrollIntoView({ block: 'nearest' })
  })
  onScreenChange(place)
  const staying = document.querySelector('.staying')
  if (staying) foot.prepend(staying)
  place()
  return {
    get inHand() {
      return inHand
    },
    get isDrawing() {
      return drawing !== undefined
    },
    update,
    take,
  }
}
