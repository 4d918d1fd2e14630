/**
 * Bundles that hold every thing once at the least cost, exactly. The prices of the linear program bound from below what
 * is still to be taken, so that a best-first search (Hart, Nilsson & Raphael 1968) goes straight where the program
 * takes whole bundles, and looks around only where it would cut some.
 */
import { type Bundle, priced } from './simplex.ts'

/**
 * The places of the bundles that are taken. Things are numbered so that those near each other stand near; `bundles`
 * begins with the single things.
 */
export function leastPartition(bundles: readonly Bundle[], things: number): readonly number[] {
  const { prices, taken } = priced(bundles, things)
  return taken ?? searched(bundles, things, affordable(bundles, prices))
}

/** Prices under which no bundle costs less than its things: rounding may have made them too high. */
function affordable(bundles: readonly Bundle[], prices: Float64Array): Float64Array {
  const excess = bundles.reduce((most, bundle) => Math.max(most, -surplus(bundle, prices) / bundle.things.length), 0)
  return prices.map((price) => price - excess)
}

function surplus({ things, cost }: Bundle, prices: Float64Array): number {
  return things.reduce((left, thing) => left - prices[thing]!, cost)
}

/** What has been taken: all things before `first`, and some after it. */
interface State {
  readonly first: number
  readonly later: readonly number[]
  /** What was paid beyond the prices. */
  readonly surplus: number
  readonly last: { readonly state: State; readonly place: number } | undefined
}

/** A bundle, as the search weighs it. */
interface Choice {
  readonly place: number
  readonly things: readonly number[]
  readonly surplus: number
}

function searched(bundles: readonly Bundle[], things: number, prices: Float64Array): number[] {
  const beginning = Array.from({ length: things }, (): Choice[] => [])
  for (const [place, bundle] of bundles.entries()) {
    const choice = { place, things: bundle.things, surplus: Math.max(0, surplus(bundle, prices)) }
    beginning[Math.min(...bundle.things)]!.push(choice)
  }
  const least = new Map<string, number>()
  const waiting = new Queue()
  waiting.add({ first: 0, later: [], surplus: 0, last: undefined })
  for (let state = waiting.next(); state; state = waiting.next()) {
    if (state.first === things) return pathTo(state)
    const key = keyOf(state)
    if (state.surplus > (least.get(key) ?? Number.POSITIVE_INFINITY)) continue
    for (const choice of beginning[state.first]!) {
      if (choice.things.some((thing) => state.later.includes(thing))) continue
      const next = after(state, choice)
      const nextKey = keyOf(next)
      if (next.surplus >= (least.get(nextKey) ?? Number.POSITIVE_INFINITY)) continue
      least.set(nextKey, next.surplus)
      waiting.add(next)
    }
  }
  throw new Error('single things always make a partition')
}

function after(state: State, { place, things, surplus }: Choice): State {
  const taken = new Set([...state.later, ...things])
  let first = state.first
  while (taken.delete(first)) first++
  const later = [...taken].sort((a, b) => a - b)
  return { first, later, surplus: state.surplus + surplus, last: { state, place } }
}

function keyOf({ first, later }: State): string {
  return `${first}:${later.join()}`
}

function pathTo(state: State): number[] {
  const path: number[] = []
  for (let { last } = state; last; last = last.state.last) path.push(last.place)
  return path
}

/** States, the cheapest first; of equal ones that which has come farther. */
class Queue {
  readonly #heap: State[] = []

  add(state: State): void {
    let place = this.#heap.push(state) - 1
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#isBefore(place, parent)) break
      this.#swap(place, parent)
      place = parent
    }
  }

  next(): State | undefined {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (!first || !last || this.#heap.length === 0) return first
    this.#heap[0] = last
    for (let place = 0; ; ) {
      let best = place
      for (const child of [2 * place + 1, 2 * place + 2])
        if (child < this.#heap.length && this.#isBefore(child, best)) best = child
      if (best === place) return first
      this.#swap(place, best)
      place = best
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a]!, this.#heap[b]!]
    return one.surplus - other.surplus < 0 || (one.surplus === other.surplus && one.first > other.first)
  }

  #swap(a: number, b: number): void {
    const state = this.#heap[a]!
    this.#heap[a] = this.#heap[b]!
    this.#heap[b] = state
  }
}
