/**
 * The letter under the pointer, by the boxes of the letters. Where both directions meet in a line, Chromium names the far end
 * of the run for a whole part of a word: what is tapped there would be another word, or none.
 */
import { directionOf, hasRightToLeft } from '../../../server/text/direction.ts'

interface Place {
  readonly node: Text
  /** Before the letter or after it, whichever side is pointed at. */
  readonly offset: number
}

/** Undefined where all letters are read from left to right, or none is pointed at. */
export function letterUnder(block: Element, x: number, y: number): Place | undefined {
  if (!hasRightToLeft(block.textContent)) return undefined
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    range.selectNodeContents(node)
    if (![...range.getClientRects()].some(isHit)) continue
    let offset = 0
    for (const letter of node.data) {
      range.setStart(node, offset)
      offset += letter.length
      range.setEnd(node, offset)
      const box = range.getBoundingClientRect()
      if (!isHit(box)) continue
      const isLeftHalf = x < (box.left + box.right) / 2
      const isBefore = isLeftHalf !== (directionOf(letter) === 'rtl')
      return { node, offset: isBefore ? offset - letter.length : offset }
    }
  }
  return undefined

  function isHit({ left, top, right, bottom }: DOMRect): boolean {
    return left <= x && x < right && top <= y && y < bottom
  }
}
