/**
 * Prices for things that have to be taken once each, in bundles: the dual of the linear program Σ cost → min, by the
 * primal simplex method (Dantzig 1951) with the inverse of the basis. Every thing can be had alone, which is where it
 * begins. The right-hand side is shaken a little, so that it never turns in a circle.
 */

export interface Bundle {
  readonly things: readonly number[]
  readonly cost: number
}

export interface Priced {
  /** No bundle costs less than its things; their sum is the least that everything together can cost. */
  readonly prices: Float64Array
  /** Places of the bundles that are taken whole, where the program takes none in part. */
  readonly taken: readonly number[] | undefined
}

const SMALLEST_GAIN = 1e-11
const SMALLEST_PIVOT = 1e-9
const SHAKE = 1e-7
/** For each thing; one or two are usual. */
const MOST_STEPS = 200
/** So many bundles are looked at before the best of them is taken. */
const GLANCE = 1000

/** `bundles` begins with the single things, in their order. */
export function priced(bundles: readonly Bundle[], things: number): Priced {
  const inverse = Array.from({ length: things }, (_, row) => new Float64Array(things).fill(1, row, row + 1))
  const basis = Array.from({ length: things }, (_, thing) => thing)
  const amounts = Float64Array.from({ length: things }, (_, row) => 1 + SHAKE * (1 + ((row * 0.6180339887) % 1)))
  const prices = Float64Array.from({ length: things }, (_, thing) => bundles[thing]!.cost)
  const column = new Float64Array(things)
  const shop = shopOf(bundles, prices)

  for (let step = 0; step < MOST_STEPS * things; step++) {
    const bargain = shop.next()
    if (!bargain) return { prices, taken: wholeOnes() }
    column.fill(0)
    for (const thing of bundles[bargain.place]!.things)
      for (let row = 0; row < things; row++) column[row]! += inverse[row]![thing]!
    const leaving = tightest(column, amounts)
    if (leaving === undefined) break
    exchange(leaving, bargain.place, bargain.gain)
  }
  // Rounding led astray: the prices are of use all the same.
  return { prices, taken: undefined }

  function exchange(leaving: number, entering: number, gain: number): void {
    const pivot = column[leaving]!
    const pivotRow = inverse[leaving]!
    const used: number[] = []
    for (let thing = 0; thing < things; thing++) {
      if (pivotRow[thing] === 0) continue
      pivotRow[thing]! /= pivot
      used.push(thing)
    }
    amounts[leaving]! /= pivot
    for (let row = 0; row < things; row++) {
      const factor = column[row]!
      if (row === leaving || factor === 0) continue
      const other = inverse[row]!
      for (const thing of used) {
        const value = other[thing]! - factor * pivotRow[thing]!
        other[thing] = Math.abs(value) < SMALLEST_GAIN ? 0 : value
      }
      amounts[row] = Math.max(0, amounts[row]! - factor * amounts[leaving]!)
    }
    for (const thing of used) prices[thing]! -= gain * pivotRow[thing]!
    basis[leaving] = entering
  }

  function wholeOnes(): number[] | undefined {
    const taken = basis.filter((_, row) => amounts[row]! > 0.5)
    const isWhole = amounts.every((amount) => amount < 0.01 || Math.abs(amount - 1) < 0.01)
    return isWhole ? taken : undefined
  }
}

/** Finds bundles that cost less than their things: goes round, and takes the best of those seen at a glance. */
function shopOf(bundles: readonly Bundle[], prices: Float64Array) {
  const ends = new Int32Array(bundles.length)
  for (const [place, bundle] of bundles.entries()) ends[place] = (ends[place - 1] ?? 0) + bundle.things.length
  const things = Int32Array.from(bundles.flatMap((bundle) => bundle.things))
  const costs = Float64Array.from(bundles, ({ cost }) => cost)
  let place = 0

  /** The place of a bundle and how much it gains; undefined where none gains anything. */
  function next(): { readonly place: number; readonly gain: number } | undefined {
    let [best, most] = [-1, SMALLEST_GAIN]
    for (let seen = 0; seen < costs.length; ) {
      for (let glance = 0; glance < GLANCE && seen < costs.length; glance++, seen++) {
        let gain = -costs[place]!
        for (let at = place === 0 ? 0 : ends[place - 1]!; at < ends[place]!; at++) gain += prices[things[at]!]!
        if (gain > most) [best, most] = [place, gain]
        place = place + 1 === costs.length ? 0 : place + 1
      }
      if (best >= 0) return { place: best, gain: most }
    }
    return undefined
  }
  return { next }
}

/** The row that limits how much of a column can enter. */
function tightest(column: Float64Array, amounts: Float64Array): number | undefined {
  let [best, least]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
  for (let row = 0; row < column.length; row++) {
    if (column[row]! < SMALLEST_PIVOT) continue
    const ratio = amounts[row]! / column[row]!
    if (ratio < least) [best, least] = [row, ratio]
  }
  return best
}
