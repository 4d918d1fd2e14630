/** Selecting with the mouse: the selection snaps to words while it is drawn (Alt: characters), and is the browser's own. */
import { type Granularity, snap } from '../../../server/annotations/snapping.ts'
import type { Span } from '../../../server/text/span.ts'
import type { Desk } from '../desk.ts'
import { letterUnder } from './letter-under.ts'
import type { TextPositions } from './text-positions.ts'

interface Listener {
  /** The selection is another one now; undefined where there is none. */
  selected(span: Span | undefined): void
  /** The mouse has let go of words over which it was drawn. */
  drawn(): void
  /** Somebody pointed at a place without selecting anything. */
  pointed(target: Element, position: number): void
}

/** So far the pointer may slip without meaning to select, in pixels. */
const SLIP = 4
const BY_CLICKS: readonly Granularity[] = ['word', 'word', 'sentence']

export function watchSelecting(desk: Desk, positions: TextPositions, listener: Listener): void {
  const { root, select } = positions
  let drag: { from: number; x: number; y: number; granularity: Granularity; hasMoved: boolean } | undefined

  function granularityOf(event: MouseEvent): Granularity {
    return event.altKey ? 'character' : (drag?.granularity ?? 'word')
  }

  root.addEventListener('mousedown', (event) => {
    const isInBlock = event.target instanceof Element && event.target.closest('[data-start]')
    if (event.button !== 0 || !isInBlock) return
    const from = event.shiftKey ? positions.selected()?.start : positionUnder(positions, event)
    if (from === undefined) return
    event.preventDefault()
    focusByPointer(root)
    drag = {
      from,
      x: event.clientX,
      y: event.clientY,
      granularity: BY_CLICKS[Math.min(event.detail, 3) - 1] ?? 'word',
      hasMoved: event.shiftKey,
    }
    if (event.detail > 1) select(snap(desk.article, from, from, drag.granularity))
    else if (event.shiftKey) extendTo(event)
    else select(undefined)
  })

  function extendTo(event: MouseEvent): void {
    const to = positionUnder(positions, event)
    if (drag && to !== undefined && (to !== drag.from || drag.granularity === 'sentence'))
      select(snap(desk.article, drag.from, to, granularityOf(event)))
  }

  document.addEventListener('mousemove', (event) => {
    if (!drag || (event.buttons & 1) === 0) return
    drag.hasMoved ||= Math.hypot(event.clientX - drag.x, event.clientY - drag.y) > SLIP
    if (drag.hasMoved) extendTo(event)
  })

  document.addEventListener('mouseup', (event) => {
    if (!drag) return
    const { from, hasMoved } = drag
    const isClick = !drag.hasMoved && event.detail < 2
    drag = undefined
    if (isClick && event.target instanceof Element && root.contains(event.target)) listener.pointed(event.target, from)
    else tell()
    if (hasMoved) listener.drawn()
  })

  function tell(): void {
    const span = positions.selected()
    listener.selected(span && snap(desk.article, span.start, span.end, 'character'))
  }

  document.addEventListener('selectionchange', () => {
    // Who looks for a tag by its name writes with the words in hand.
    if (drag || document.activeElement?.matches('.tag-filter')) return
    tell()
    // A selection by finger, by key or by a tool gives the text the focus, so that keys act on it.
    if (positions.selected() && document.activeElement === document.body) focusByPointer(root)
  })
}

/** Gives the text the focus without the ring that shows who comes by keyboard where they are. */
export function focusByPointer(root: HTMLElement): void {
  hideRing(root)
  root.focus({ preventScroll: true })
}

/** As long as the text keeps the focus, it shows no ring. */
export function hideRing(root: HTMLElement): void {
  root.setAttribute('data-pointed', '')
  root.addEventListener('blur', () => root.removeAttribute('data-pointed'), { once: true })
}

/** The position under the pointer, or undefined where there is no text of ours. */
export function positionUnder(
  positions: TextPositions,
  { clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>,
): number | undefined {
  const caret = document.caretPositionFromPoint?.(clientX, clientY)
  const range = caret ? undefined : document.caretRangeFromPoint?.(clientX, clientY)
  const node = caret?.offsetNode ?? range?.startContainer
  if (!node || !positions.root.contains(node)) return undefined
  const block = node.parentElement?.closest('[data-start]')
  const letter = block && letterUnder(block, clientX, clientY)
  if (letter) return positions.positionAt(letter.node, letter.offset, 'end')
  return positions.positionAt(node, caret?.offset ?? range?.startOffset ?? 0, 'end')
}
