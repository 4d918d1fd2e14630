/**
 * One finger on the text: a tap, or a long press that goes on as drawing. Both count when the finger is lifted. They come
 * before the system's own long press, whose menu would cover what can be done; scrolling and zooming stay the browser's.
 */
import { createEdgeScroll } from '../text/edge-scroll.ts'

export interface Point {
  readonly clientX: number
  readonly clientY: number
}

interface Listener {
  /** What a finger has touched: text, over which it may draw, what can only be tapped, or nothing of ours. */
  touched(target: Element, at: Point): 'text' | 'tap' | undefined
  tapped(at: Point): void
  /** A finger has rested; false where there is nothing that can be drawn over. */
  pressed(at: Point): boolean
  drawnTo(at: Point): void
  /** The finger that drew is lifted. */
  lifted(hasMoved: boolean): void
}

/** So far a finger may slip and still rest, in pixels. */
const SLIP = 10
/** So long it rests, in milliseconds: shorter than systems wait for a long press. */
const LONG = 380
/** A page rolls as long as it was scrolled so recently, in milliseconds. */
const FRAMES = 60

export function watchFingers(listener: Listener) {
  let touch: { readonly from: Point; isDrawing: boolean; hasMoved: boolean } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const scrolling = createEdgeScroll((at: Point) => listener.drawnTo(at))
  let hasSwiped = false
  let scrolledAt = 0

  addEventListener('scroll', () => {
    scrolledAt = performance.now()
  })

  document.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      const [first, another] = touches
      end()
      if (!first || another || isRolling() || !(target instanceof Element)) return
      const from = { clientX: first.clientX, clientY: first.clientY }
      const kind = listener.touched(target, from)
      if (kind) touch = { from, isDrawing: false, hasMoved: false }
      if (kind === 'text') timer = setTimeout(press, LONG)
    },
    { passive: true },
  )
  // Not passive: while somebody draws, the page must not scroll.
  document.addEventListener('touchmove', move, { passive: false })
  document.addEventListener(
    'touchend',
    (event) => {
      if (!touch) return
      // Without this the browser would make a click of it, for the mouse.
      event.preventDefault()
      const { isDrawing, from } = touch
      end()
      if (!isDrawing) listener.tapped(from)
    },
    { passive: false },
  )
  document.addEventListener('touchcancel', end)
  document.addEventListener('contextmenu', (event) => touch && event.preventDefault())

  /** A finger that stops a rolling page means nothing else. */
  function isRolling(): boolean {
    const isSwiped = hasSwiped
    hasSwiped = false
    return isSwiped && performance.now() - scrolledAt < FRAMES
  }

  function press(): void {
    if (!touch) return
    if (listener.pressed(touch.from)) touch.isDrawing = true
    else end()
  }

  function move(event: TouchEvent): void {
    const [at] = event.touches
    if (!touch || !at) return
    const isFar = Math.hypot(at.clientX - touch.from.clientX, at.clientY - touch.from.clientY) > SLIP
    if (!touch.isDrawing) {
      hasSwiped ||= isFar
      if (isFar) end()
      return
    }
    event.preventDefault()
    touch.hasMoved ||= isFar
    if (!touch.hasMoved) return
    listener.drawnTo(at)
    scrolling.at(at)
  }

  function end(): void {
    clearTimeout(timer)
    scrolling.end()
    const ended = touch
    touch = undefined
    if (ended?.isDrawing) listener.lifted(ended.hasMoved)
  }

  return {
    get isDrawing() {
      return touch?.isDrawing ?? false
    },
  }
}
