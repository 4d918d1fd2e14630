/** Work that takes much memory, so many at a time. */

/** Exports and the like hold a whole article and a connection for long: more at once take longer, and more memory. */
export const MOST_SNAPSHOTS = 4

/** Lets so many run at a time; the others wait in the order in which they came. */
export function inTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    // Whoever ends hands the place on, so that nobody comes in between.
    if (running === most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
