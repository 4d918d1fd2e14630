/** Pieces of text with their kinds → a body with blocks over it. */
import type { Block, BlockKind } from '../../text/blocks.ts'
import { codePointLength } from '../../text/code-points.ts'

export interface Piece {
  readonly kind: BlockKind
  readonly text: string
}

/** Blank lines between the pieces, single line ends between the items of a list. Empty pieces are left out. */
export function composed(pieces: readonly Piece[]): { body: string; blocks: Block[] } {
  const kept = pieces.map(({ kind, text }) => ({ kind, text: text.trim() })).filter(({ text }) => text !== '')
  const blocks: Block[] = []
  const words: string[] = []
  let end = 0
  for (const [index, { kind, text }] of kept.entries()) {
    const before = kept[index - 1]
    if (before) {
      const gap = kind === 'list-item' && before.kind === 'list-item' ? '\n' : '\n\n'
      words.push(gap)
      end += gap.length
    }
    const start = end
    end += codePointLength(text)
    words.push(text)
    blocks.push({ kind, start, end })
  }
  return { body: words.join(''), blocks }
}
