/** Blocks: ranges over a body that say what stands there. They never change the text, only how it is shown and counted. */
import { indexText } from './code-points.ts'
import type { Span } from './span.ts'

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

/**
 * Plain text → its blocks: they end at blank lines, or at every line where there are no blank lines.
 * A first block of up to 200 characters without a full stop is the headline, everything else a paragraph.
 */
export function plainBlocks(body: string): Block[] {
  const between = /\n[^\S\n]*\n/.test(body) ? /\n(?:[^\S\n]*\n)+/g : /\n+/g
  const text = indexText(body)
  const blocks: Block[] = []
  let from = 0
  for (const gap of [...body.matchAll(between), { index: body.length, 0: '' }]) {
    const words = body.slice(from, gap.index)
    const start = from + (words.length - words.trimStart().length)
    const end = from + words.trimEnd().length
    if (start < end) blocks.push({ kind: 'paragraph', start: text.toCodePoints(start), end: text.toCodePoints(end) })
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
