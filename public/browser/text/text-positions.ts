/** Between the DOM and code points: a position is measured inside its block, whose text nodes are exactly the body. */
import type { IndexedText } from '../../../server/text/code-points.ts'
import type { Span } from '../../../server/text/span.ts'

export interface TextPositions {
  readonly root: HTMLElement
  /** The blocks that can be marked, in order. */
  readonly blocks: readonly HTMLElement[]
  /** A point in the DOM → a code point position; a point outside the blocks counts for the next block, or the one before. */
  positionAt(node: Node, offset: number, side: 'start' | 'end'): number | undefined
  /** The selection's span as it stands, or undefined where it is empty or elsewhere. */
  selected(): Span | undefined
  /** A span → a range over its words. */
  rangeOf(span: Span): Range | undefined
  /** Makes a span the browser's selection, or takes the selection away. */
  select(span: Span | undefined): void
  /** Whether the page still shows exactly the body: a translation or an extension may have rewritten it. */
  isIntact(): boolean
}

export function createTextPositions(root: HTMLElement, body: IndexedText): TextPositions {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  const ends = blocks.map((block) => body.toCodePoints(body.toUtf16(startOf(block)) + block.textContent.length))

  function startOf(block: HTMLElement): number {
    return Number(block.dataset.start)
  }

  function positionAt(node: Node, offset: number, side: 'start' | 'end'): number | undefined {
    const block = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
    if (block && root.contains(block)) {
      const before = document.createRange()
      before.setStart(block, 0)
      before.setEnd(node, offset)
      return body.toCodePoints(body.toUtf16(startOf(block)) + before.toString().length)
    }
    const point = document.createRange()
    point.setStart(node, offset)
    const next = blocks.findIndex((block) => point.comparePoint(block, 0) > 0)
    if (side === 'start') return next === -1 ? undefined : startOf(blocks[next]!)
    const previous = next === -1 ? blocks.length - 1 : next - 1
    return ends[previous]
  }

  function selected(): Span | undefined {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
    const range = selection.getRangeAt(0)
    if (!range.intersectsNode(root)) return undefined
    const start = positionAt(range.startContainer, range.startOffset, 'start')
    const end = positionAt(range.endContainer, range.endOffset, 'end')
    return start === undefined || end === undefined || start >= end ? undefined : { start, end }
  }

  function rangeOf(span: Span): Range | undefined {
    const start = pointOf(span.start, false)
    const end = pointOf(span.end, true)
    if (!start || !end) return undefined
    const range = document.createRange()
    range.setStart(start.node, start.offset)
    range.setEnd(end.node, end.offset)
    return range
  }

  function select(span: Span | undefined): void {
    const range = span && rangeOf(span)
    const selection = document.getSelection()
    if (range) selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    else selection?.removeAllRanges()
  }

  function pointOf(position: number, isEnd: boolean): { node: Text; offset: number } | undefined {
    const index = blocks.findIndex(
      (block, i) => startOf(block) <= position && (isEnd ? position <= ends[i]! : position < ends[i]!),
    )
    const block = blocks[index]
    if (!block) return undefined
    let left = body.toUtf16(position) - body.toUtf16(startOf(block))
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (isEnd ? left <= node.length : left < node.length) return { node, offset: left }
      left -= node.length
    }
    return undefined
  }

  function isIntact(): boolean {
    return blocks.every((block) => {
      const from = body.toUtf16(startOf(block))
      return body.text.startsWith(block.textContent, from) && block.textContent.length > 0
    })
  }

  return { root, blocks, positionAt, selected, rangeOf, select, isIntact }
}
