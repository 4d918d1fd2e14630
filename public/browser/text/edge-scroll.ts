/** While something is dragged to the upper or lower edge of what can be seen of the text, the text moves under it. */
import { bottomInSight } from './line-walking.ts'

interface Point {
  readonly clientX: number
  readonly clientY: number
}

/** How near to the edge it begins, and how fast it is at most, in pixels. */
const ZONE = 48
const FASTEST = 14

export interface EdgeScroll<P extends Point> {
  at(point: P): void
  end(): void
}

/** @param moved told where the pointer still is, each time the text has moved */
export function createEdgeScroll<P extends Point>(moved: (point: P) => void): EdgeScroll<P> {
  let point: P | undefined
  let frame: number | undefined

  function step(): void {
    frame = undefined
    const speed = point ? speedAt(point.clientY) : 0
    if (!point || speed === 0) return
    scrollBy({ top: speed, behavior: 'instant' })
    moved(point)
    frame = requestAnimationFrame(step)
  }

  return {
    at(here) {
      point = here
      frame ??= requestAnimationFrame(step)
    },
    end() {
      point = undefined
      if (frame !== undefined) cancelAnimationFrame(frame)
      frame = undefined
    },
  }
}

function speedAt(y: number): number {
  const below = y - (bottomInSight() - ZONE)
  const above = ZONE - y
  const depth = Math.max(above, below, 0)
  return Math.round(Math.min(depth / ZONE, 1) * FASTEST) * (above > below ? -1 : 1)
}
