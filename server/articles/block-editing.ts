/** Correcting the blocks of a draft: other kinds, two blocks into one, one block into two. The text itself stays. */
import type { Block, BlockKind } from '../text/blocks.ts'
import { indexText } from '../text/code-points.ts'
import { trimRange } from '../text/words.ts'

/** The blocks with these kinds, in their order. */
export function withKinds(blocks: readonly Block[], kinds: readonly BlockKind[]): Block[] {
  return blocks.map((block, index) => ({ ...block, kind: kinds[index] ?? block.kind }))
}

/** The block at this place and the next one, as one of the first one's kind. */
export function joined(blocks: readonly Block[], place: number): Block[] {
  const [first, second] = blocks.slice(place, place + 2)
  if (!first || !second) return [...blocks]
  return blocks.toSpliced(place, 2, { ...first, end: second.end })
}

/** The block in which the position lies, cut there into two of its kind; white space at the cut belongs to neither. */
export function split(body: string, blocks: readonly Block[], position: number): Block[] {
  const place = blocks.findIndex(({ start, end }) => start < position && position < end)
  const block = blocks[place]
  if (!block) return [...blocks]
  const halves = [
    { ...block, end: position },
    { ...block, start: position },
  ]
  const kept = halves.map((half) => trimmed(body, half)).filter(({ start, end }) => start < end)
  return kept.length === 2 ? blocks.toSpliced(place, 1, ...kept) : [...blocks]
}

function trimmed(body: string, block: Block): Block {
  const text = indexText(body)
  const range = trimRange(body, { startUtf16: text.toUtf16(block.start), endUtf16: text.toUtf16(block.end) })
  return { ...block, start: text.toCodePoints(range.startUtf16), end: text.toCodePoints(range.endUtf16) }
}
