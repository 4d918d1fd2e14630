/** Picking people no two of whom are kept apart. */

/** So many tries are enough for any team; a puzzle of a team gets the best that was found by then. */
const MOST_TRIES = 20_000

/**
 * So many of the candidates as wanted, or as many as there can be, no two of them apart; those in front are preferred.
 * @example independentReaders([3, 1, 2], 2, (a, b) => a + b === 4) → [3, 2]
 */
export function independentReaders(
  candidates: readonly number[],
  wanted: number,
  isApart: (one: number, other: number) => boolean,
): number[] {
  let best: readonly number[] = []
  let tries = 0

  /** @returns whether as many as wanted were found */
  function search(picked: readonly number[], from: number): boolean {
    if (picked.length > best.length) best = picked
    if (best.length >= wanted) return true
    for (let place = from; place < candidates.length; place++) {
      if (picked.length + candidates.length - place <= best.length || ++tries > MOST_TRIES) return false
      const next = candidates[place]!
      if (picked.some((person) => isApart(person, next))) continue
      if (search([...picked, next], place + 1)) return true
    }
    return false
  }

  search([], 0)
  return [...best]
}
