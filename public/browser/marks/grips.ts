/**
 * The two grips of the open mark, or of what a finger has selected: the edges are dragged, or moved by keys and buttons.
 * What it would be shows as the selection.
 */
import { type Edge, edgeMovedTo, edgeStepped } from '../../../server/annotations/edges.ts'
import { createWalking, type Stride } from '../../../server/annotations/walking.ts'
import { onlyDirectionOf } from '../../../server/text/direction.ts'
import type { Span } from '../../../server/text/span.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { behindNextFrame, element, fill } from '../dom.ts'
import { createEdgeScroll } from '../text/edge-scroll.ts'
import { positionUnder } from '../text/selecting.ts'
import type { TextPositions } from '../text/text-positions.ts'
import { linesOf } from '../text/word-frame.ts'

export interface Grips {
  /** Puts the grips to the edges of the open mark or of the selection, or away. */
  show(span: Span | undefined, kind?: 'mark' | 'selection'): void
  /** Moves an edge by a word: towards the right side, or the left one. */
  nudge(edge: Edge, isToTheRight: boolean): void
  /** Leads to the grip at the start. False where no mark is open. */
  focus(): boolean
  /** Looks at the page as if no grips lay over it. */
  lookThrough<T>(look: () => T): T
  /** Whether an edge is on its way: the selection shows where to, and means nothing else. */
  readonly isMoving: boolean
}

interface GripDeeds {
  moved(span: Span): void
  /** Somebody is done with the grips and goes back to the text. */
  left(span: Span, edge: Edge): void
  say(text: string): void
}

const EDGES: readonly Edge[] = ['start', 'end']

export function createGrips(desk: Desk, positions: TextPositions, deeds: GripDeeds): Grips {
  const { bounds } = desk.words
  const { article } = desk
  const walking = createWalking(article)
  const grips = { start: grip('start'), end: grip('end') }
  const layer = element('div', { class: 'grips', hidden: true }, grips.start, grips.end)
  positions.root.after(layer)
  /** The open mark as it stands. */
  let kept: Span | undefined
  /** As it would be. */
  let wanted: Span | undefined
  const placeSoon = behindNextFrame(place)
  let drag: { edge: Edge; dx: number; dy: number } | undefined
  let isSelection = false
  const scrolling = createEdgeScroll((event: PointerEvent) => drag && follow(drag, event))

  // What grows above the text moves it, and the grips with it.
  const observer = new ResizeObserver(place)
  for (const one of [document.body, positions.root]) observer.observe(one)
  addEventListener('resize', place)

  function grip(edge: Edge): HTMLButtonElement {
    const made = element('button', {
      type: 'button',
      'data-grip': edge,
      'aria-label': bounds[edge],
      'aria-description': bounds.hint,
    })
    made.addEventListener('pointerdown', (event) => take(edge, event))
    // A finger that lets go in motion would start the page rolling, and the next tap would only stop it.
    made.addEventListener('touchstart', (event) => event.preventDefault(), { passive: false })
    made.addEventListener('pointermove', (event) => {
      if (!drag) return
      follow(drag, event)
      scrolling.at(event)
    })
    made.addEventListener('pointerup', () => drag && settle())
    made.addEventListener('pointercancel', cancel)
    made.addEventListener('keydown', (event) => press(edge, event))
    made.addEventListener('focus', () => kept && deeds.say(sentence(edge, kept)))
    made.addEventListener('blur', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Element && relatedTarget.closest('.grips'))) settle()
    })
    return made
  }

  function take(edge: Edge, event: PointerEvent): void {
    const at = edgePoint(edge)
    if (!at || event.button !== 0) return
    event.preventDefault()
    grips[edge].focus({ preventScroll: true })
    grips[edge].setPointerCapture(event.pointerId)
    drag = { edge, dx: at.x - event.clientX, dy: (at.top + at.bottom) / 2 - event.clientY }
    // The text under the grip is pointed at, not the grip.
    layer.setAttribute('data-dragging', '')
  }

  function follow({ edge, dx, dy }: NonNullable<typeof drag>, event: PointerEvent): void {
    const position = positionUnder(positions, { clientX: event.clientX + dx, clientY: event.clientY + dy })
    if (kept && position !== undefined) want(edgeMovedTo(article, kept, edge, position, strideOf(event)))
  }

  function strideOf({ altKey }: { altKey: boolean }): Stride {
    return altKey ? 'character' : 'word'
  }

  function press(edge: Edge, event: KeyboardEvent): void {
    const from = wanted ?? kept
    const isArrow = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
    if (!from || !(isArrow || event.key === 'Enter' || event.key === 'Escape')) return
    event.preventDefault()
    if (isArrow) step(edge, event.key === 'ArrowRight', strideOf(event))
    else if (event.key === 'Escape' && wanted) cancel()
    else {
      settle()
      deeds.left(from, edge)
    }
  }

  function step(edge: Edge, isToTheRight: boolean, stride: Stride): void {
    const from = wanted ?? kept
    const stepped = from && edgeStepped(article, walking, from, edge, isToTheRight !== isRightToLeft(from), stride)
    if (stepped) want(stepped)
    if (from) deeds.say(sentence(edge, wanted ?? from))
  }

  function sentence(edge: Edge, span: Span): string {
    return fill(bounds.at, { edge: nameOf(edge), quote: shortQuote(desk, span) })
  }

  function nameOf(edge: Edge): string {
    return (isSelection ? bounds.selection : bounds)[edge]
  }

  function isRightToLeft(span: Span): boolean {
    const start = positions.rangeOf(span)?.startContainer.parentElement
    return start ? getComputedStyle(start).direction === 'rtl' : false
  }

  function want(span: Span): void {
    wanted = span
    positions.select(span)
    place()
  }

  function settle(): void {
    const span = wanted
    const isChanged = span && (span.start !== kept?.start || span.end !== kept.end)
    end()
    if (isChanged) deeds.moved(span)
  }

  function cancel(): void {
    end()
    place()
  }

  function end(): void {
    drag = undefined
    scrolling.end()
    layer.removeAttribute('data-dragging')
    if (!wanted) return
    wanted = undefined
    positions.select(isSelection ? kept : undefined)
  }

  /** Where an edge stands: at the outer side of its first or last letter, on the screen. */
  function edgePoint(edge: Edge): { x: number; top: number; bottom: number } | undefined {
    const span = wanted ?? kept
    const line = linesOf(positions, span).at(edge === 'start' ? 0 : -1)
    if (!line || !span) return undefined
    const words = article.body.slice(span.start, span.end)
    const isTurned = (onlyDirectionOf(words) ?? (isRightToLeft(span) ? 'rtl' : 'ltr')) === 'rtl'
    const isLeft = (edge === 'start') !== isTurned
    return { x: isLeft ? line.left : line.right, top: line.top, bottom: line.bottom }
  }

  function place(): void {
    layer.hidden = kept === undefined
    for (const edge of EDGES) {
      const point = edgePoint(edge)
      grips[edge].hidden = !point
      if (!point) continue
      grips[edge].style.left = `${point.x + scrollX}px`
      grips[edge].style.top = `${point.top + scrollY}px`
      grips[edge].style.setProperty('--line', `${point.bottom - point.top}px`)
    }
  }

  return {
    show(span, kind = 'mark') {
      const isOther = span !== undefined && isSelection !== (kind === 'selection')
      if (span?.start === kept?.start && span?.end === kept?.end && !isOther) return
      end()
      kept = span
      if (isOther) {
        isSelection = kind === 'selection'
        layer.dataset.kind = kind
        for (const edge of EDGES) grips[edge].setAttribute('aria-label', nameOf(edge))
      }
      if (!span) layer.hidden = true
      placeSoon()
    },
    focus() {
      if (!kept) return false
      place()
      grips.start.focus()
      return true
    },
    nudge(edge, isToTheRight) {
      step(edge, isToTheRight, 'word')
      settle()
    },
    lookThrough(look) {
      layer.setAttribute('data-dragging', '')
      const seen = look()
      layer.removeAttribute('data-dragging')
      return seen
    },
    get isMoving() {
      return wanted !== undefined || drag !== undefined
    },
  }
}
