/** Where cards stand: the open one beside its passage, lines above it move up, lines below it move down, none overlap. */

export interface Wanted {
  /** Where its passage begins, in pixels from the top of the margin. */
  readonly top: number
  readonly height: number
}

/** A card's top, or undefined where it would stand too far from its passage. */
export type Placed = number | undefined

/** So far a line may move from its passage, in pixels. */
const FARTHEST = 160

/** Cards in the order of the text → their tops. */
export function layOut(cards: readonly Wanted[], open: number | undefined): Placed[] {
  const placed: Placed[] = cards.map(() => undefined)
  let floor = 0
  if (open !== undefined) {
    const { top, height } = cards[open]!
    placed[open] = Math.max(0, top)
    let ceiling = placed[open]!
    for (let index = open - 1; index >= 0; index--) {
      const card = cards[index]!
      const place = Math.min(card.top, ceiling - card.height)
      if (place < 0 || card.top - place > FARTHEST) continue
      placed[index] = place
      ceiling = place
    }
    floor = placed[open]! + height
  }
  for (let index = open === undefined ? 0 : open + 1; index < cards.length; index++) {
    const card = cards[index]!
    const place = Math.max(card.top, floor)
    if (place - card.top > FARTHEST + (open === undefined ? 0 : cards[open]!.height)) continue
    placed[index] = place
    floor = place + card.height
  }
  return placed
}
