/** A text broken once into lines, so that its line numbers are the same on every screen, wall and paper. */
import { type Block, isCoded } from './blocks.ts'
import type { IndexedText } from './code-points.ts'
import type { Span } from './span.ts'

/** Code points in a line, about. */
export const LINE_LENGTH = 64

/** A line of a block that can be marked. */
export interface Line extends Span {
  readonly block: Block
}

/** The lines of the coded text, in order. They break at white space; a longer word has a line to itself. */
export function linesOf(body: IndexedText, blocks: readonly Block[]): Line[] {
  return blocks.filter(isCoded).flatMap((block) => blockLines(body, block))
}

function blockLines(body: IndexedText, block: Block): Line[] {
  const lines: Line[] = []
  let start = block.start
  let end = block.start
  let position = block.start
  for (const word of body.slice(block.start, block.end).split(/(\s+)/u)) {
    const next = position + [...word].length
    const isSpace = word.trim() === ''
    if (!isSpace && next - start > LINE_LENGTH && end > start) {
      lines.push({ block, start, end })
      start = position
    }
    if (!isSpace) end = next
    position = next
  }
  if (end > start) lines.push({ block, start, end })
  return lines
}
