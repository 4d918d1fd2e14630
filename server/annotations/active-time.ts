/** Active time: how long somebody acts or reads at the desk. Only sums are kept, nothing of what is done. */

/** Between two signs of life a minute may pass; longer silence does not count at all. */
export const LONGEST_GAP = 60_000

export interface ActiveTime {
  /** Milliseconds that count so far. */
  readonly total: number
  /** When the last sign of life came; undefined while nothing counts: paused, or the page is not looked at. */
  readonly last: number | undefined
}

export const NOTHING_YET: ActiveTime = { total: 0, last: undefined }

/** After somebody moved, scrolled, pressed or typed something. */
export function afterSign({ total, last }: ActiveTime, now: number): ActiveTime {
  return { total: total + counted(last, now), last: now }
}

/** After the page was left, hidden or paused. */
export function afterLeaving({ total, last }: ActiveTime, now: number): ActiveTime {
  return { total: total + counted(last, now), last: undefined }
}

function counted(last: number | undefined, now: number): number {
  const gap = last === undefined ? 0 : now - last
  return gap > 0 && gap <= LONGEST_GAP ? gap : 0
}
