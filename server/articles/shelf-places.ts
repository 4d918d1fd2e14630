/** The places of articles in a study, in few letters: 256 to a shelf, and each place on it in two digits. */

const PLACES_A_SHELF = 256
const BASE = 16
const DIGITS = 2

export function shelfOf(position: number): number {
  return Math.floor(position / PLACES_A_SHELF)
}

/** What stands for a place on its shelf; for several, one after the other. */
export function placeOnShelf(position: number): string {
  return (position % PLACES_A_SHELF).toString(BASE).padStart(DIGITS, '0')
}

/** The positions in the study of all that stands in rows, each once. */
export function positionsIn(rows: Iterable<{ readonly number: number; readonly places: string }>): Set<number> {
  const positions = new Set<number>()
  for (const { number, places } of rows)
    for (let i = 0; i < places.length; i += DIGITS)
      positions.add(number * PLACES_A_SHELF + Number.parseInt(places.slice(i, i + DIGITS), BASE))
  return positions
}

/** Places on a shelf without one of them. */
export function withoutPlace(places: string, position: number): string {
  const gone = placeOnShelf(position)
  let others = ''
  for (let i = 0; i < places.length; i += DIGITS) {
    const place = places.slice(i, i + DIGITS)
    if (place !== gone) others += place
  }
  return others
}
