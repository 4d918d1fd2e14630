/** Blocks: ranges over a body that say what stands there. They never change the text, only how it is shown and counted. */
import { indexText } from './code-points.ts'
import type { Span } from './span.ts'
import { trimRange } from './words.ts'

export const BLOCK_KINDS = [
  'headline',
  'teaser',
  'byline',
  'caption',
  'credit',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'repeat',
] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** A range of the body with its kind. Blocks stand in order, do not overlap, and leave only white space between them. */
export interface Block extends Span {
  readonly kind: BlockKind
}

const UNCODED: ReadonlySet<BlockKind> = new Set(['byline', 'credit', 'repeat'])

/** Whether a block belongs to the coded text: can be marked, and counts in shares and measures. */
export function isCoded(block: Block): boolean {
  return !UNCODED.has(block.kind)
}

const LONGEST_HEADLINE = 200

/** One blank line or several, from the end of a line to the beginning of the next one that is not blank. */
const BLANK_LINES = /\n(?:[\t\p{Zs}]*\n)+/gu

/**
 * Plain text → its blocks: they end at blank lines, or at every line where no blank line stands between two others.
 * A first block of up to 200 characters without a full stop is the headline, everything else a paragraph.
 */
export function plainBlocks(body: string): Block[] {
  const between = body.trim().search(BLANK_LINES) === -1 ? /\n+/g : BLANK_LINES
  const text = indexText(body)
  const blocks: Block[] = []
  let from = 0
  for (const gap of [...body.matchAll(between), { index: body.length, 0: '' }]) {
    const { startUtf16, endUtf16 } = trimRange(body, { startUtf16: from, endUtf16: gap.index })
    const [start, end] = [text.toCodePoints(startUtf16), text.toCodePoints(endUtf16)]
    if (start < end) blocks.push({ kind: 'paragraph', start, end })
    from = gap.index + gap[0].length
  }
  const [first, ...rest] = blocks
  if (!first || first.end - first.start > LONGEST_HEADLINE || text.slice(first.start, first.end).includes('.'))
    return blocks
  return [{ ...first, kind: 'headline' }, ...rest]
}

/** What is wrong with blocks over a body: out of order, outside, or text left between them. Undefined where all is well. */
export function blocksFault(body: string, blocks: readonly Block[]): { block: number; fault: BlockFault } | undefined {
  const text = indexText(body)
  let from = 0
  for (const [index, block] of blocks.entries()) {
    if (block.start >= block.end || block.end > text.length) return { block: index, fault: 'outside-text' }
    if (block.start < from) return { block: index, fault: 'overlapping' }
    if (!isBlank(text.slice(from, block.start))) return { block: index, fault: 'text-between-blocks' }
    from = block.end
  }
  if (!isBlank(text.slice(from, text.length))) return { block: blocks.length, fault: 'text-between-blocks' }
  return undefined
}
export type BlockFault = 'outside-text' | 'overlapping' | 'text-between-blocks'

function isBlank(text: string): boolean {
  return /^\p{White_Space}*$/u.test(text)
}
