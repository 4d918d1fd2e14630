/** Draws the marks of a block anew, by the same tree as the server. */
import {
  CROWDED,
  cutsOf,
  type Drawn,
  depthOf,
  markTree,
  partClasses,
  type TextNode,
  type TreeNode,
} from '../../../server/annotations/mark-tree.ts'
import { numberedLines } from '../../../server/text/lines.ts'
import { overlap, type Span } from '../../../server/text/span.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'
import type { Reading } from '../saving/reading.ts'
import type { TextPositions } from '../text/text-positions.ts'

export interface Marks {
  /** Redraws the blocks that any of the places touches. */
  redraw(annotations: readonly Drawn[], places: readonly Span[]): void
  /** All elements of a mark, in the order of the text. */
  elementsOf(id: string): HTMLElement[]
  /** The marks under an element, the shortest first. */
  idsAt(target: Element): string[]
}

export function createMarks(desk: Desk, { blocks }: TextPositions, reading: Reading): Marks {
  const spans = blocks.map((block): Span => {
    const start = Number(block.dataset.start)
    const found = desk.article.blocks.find((one) => one.start === start)
    return { start, end: found?.end ?? start }
  })

  const lines = numberedLines(desk.article.body, desk.article.blocks)

  function drawWords({ words, roles }: TextNode): Node[] {
    const drawn = words.map((one) =>
      typeof one === 'string' ? document.createTextNode(one) : element('i', { 'data-line': one }),
    )
    return roles.length === 0 ? drawn : [element('span', { class: partClasses(roles) }, ...drawn)]
  }

  function draw(node: TreeNode): Node[] {
    if ('words' in node) return drawWords(node)
    const { id, tag } = node.annotation
    const attributes = { 'data-annotations': id, 'data-tags': tag, ...cutsOf(node) }
    return [element('mark', attributes, ...node.children.flatMap(draw))]
  }

  return {
    redraw(annotations, places) {
      for (const [index, block] of blocks.entries()) {
        const span = spans[index]!
        if (!places.some((place) => overlap(place, span))) continue
        const tree = markTree(desk.article.body, span, annotations, lines)
        block.replaceChildren(...tree.flatMap(draw))
        const depth = depthOf(tree)
        if (depth >= CROWDED) block.dataset.depth = String(depth)
        else delete block.dataset.depth
      }
    },
    elementsOf(id) {
      const annotation = reading.get(id)
      const touched = blocks.filter((_, index) => annotation && overlap(annotation, spans[index]!))
      return touched.flatMap((block) => [
        ...block.querySelectorAll<HTMLElement>(`mark[data-annotations="${CSS.escape(id)}"]`),
      ])
    },
    idsAt(target) {
      const ids: string[] = []
      for (
        let mark = target.closest<HTMLElement>('mark');
        mark;
        mark = mark.parentElement?.closest<HTMLElement>('mark') ?? null
      )
        ids.push(mark.dataset.annotations ?? '')
      const lengthOf = (id: string) => {
        const { start, end } = reading.get(id) ?? { start: 0, end: 0 }
        return end - start
      }
      return ids.sort((one, other) => lengthOf(one) - lengthOf(other))
    },
  }
}
