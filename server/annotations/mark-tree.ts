/** The text of blocks and the annotations over it → nested marks, cut only where marks cross. Server and browser draw the same tree. */
import type { IndexedText } from '../text/code-points.ts'
import { type Segment, segmentsOfEach } from '../text/segments.ts'
import { overlap, type Span } from '../text/span.ts'
import type { Part } from './annotation.ts'

/** What drawing needs to know of an annotation. */
export interface Drawn extends Span {
  readonly id: string
  readonly tag: string
  readonly parts: readonly Part[]
}

export type TreeNode = MarkNode | TextNode

export interface MarkNode {
  readonly annotation: Drawn
  /** Whether the annotation begins, and ends, in this element: it may be cut, and go over several blocks. */
  begins: boolean
  ends: boolean
  readonly children: TreeNode[]
}

/** Words without a mark's edge in them, and the roles of the parts they belong to. */
export interface TextNode {
  /** The words in order, and before the first word of a line that shows its number that number. */
  readonly words: readonly (string | number)[]
  readonly roles: readonly string[]
}

/** A line that shows its number, and where it begins. */
export interface NumberedLine {
  readonly start: number
  readonly number: number
}

/** Roles that show in the text; content is what remains. */
export const SHOWN_ROLES: ReadonlySet<string> = new Set(['source', 'cue'])

type Cover = (Span & { readonly annotation: Drawn }) | (Part & { readonly annotation?: never })

/** Glued together, the tree's texts are the block's words. Annotations come in any order, parts may lie outside their span. */
export function markTree(
  body: IndexedText,
  block: Span,
  annotations: readonly Drawn[],
  lines: readonly NumberedLine[] = [],
): TreeNode[] {
  const over = annotations.filter((one) => overlap(one, block) || one.parts.some((part) => overlap(part, block)))
  return markTrees(body, [block], over, lines)[0]!
}

/** The same for many blocks in their order. */
export function markTrees(
  body: IndexedText,
  blocks: readonly Span[],
  annotations: readonly Drawn[],
  lines: readonly NumberedLine[] = [],
): TreeNode[][] {
  let next = 0
  return segmentsOfEach(coversOf(annotations), blocks).map((pieces, index) => {
    const { start, end } = blocks[index]!
    while (next < lines.length && lines[next]!.start < start) next++
    const from = next
    while (next < lines.length && lines[next]!.start < end) next++
    return treeOf(body, pieces, lines.slice(from, next))
  })
}

function coversOf(annotations: readonly Drawn[]): Cover[] {
  const covers: Cover[] = []
  for (const annotation of annotations) {
    covers.push({ start: annotation.start, end: annotation.end, annotation })
    for (const part of annotation.parts) if (SHOWN_ROLES.has(part.role)) covers.push(part)
  }
  return covers
}

function treeOf(body: IndexedText, pieces: readonly Segment<Cover>[], lines: readonly NumberedLine[]): TreeNode[] {
  const roots: TreeNode[] = []
  let path: MarkNode[] = []
  for (const piece of pieces) {
    const marks: Drawn[] = []
    const roles: string[] = []
    for (const cover of piece.covers) {
      if (cover.annotation) marks.push(cover.annotation)
      else if (!roles.includes(cover.role)) roles.push(cover.role)
    }
    path = openMarks(roots, path, marks)
    for (const mark of path) {
      mark.begins ||= mark.annotation.start === piece.start
      mark.ends ||= mark.annotation.end === piece.end
    }
    childrenOf(roots, path).push({ words: wordsOf(body, piece, lines), roles })
  }
  return roots
}

function wordsOf(body: IndexedText, { start, end }: Span, lines: readonly NumberedLine[]): (string | number)[] {
  const words: (string | number)[] = []
  let from = start
  for (const line of lines) {
    if (line.start < start || line.start >= end) continue
    if (line.start > from) words.push(body.slice(from, line.start))
    words.push(line.number)
    from = line.start
  }
  return [...words, body.slice(from, end)]
}

/** Keeps the elements that go on, closes those that end, opens those that begin. */
function openMarks(roots: TreeNode[], path: readonly MarkNode[], marks: readonly Drawn[]): MarkNode[] {
  const nested = nest(
    path.map((mark) => mark.annotation),
    marks,
  )
  let same = 0
  while (same < path.length && path[same]!.annotation === nested[same]) same++
  const open = path.slice(0, same)
  for (const annotation of nested.slice(same)) {
    const mark: MarkNode = { annotation, begins: false, ends: false, children: [] }
    childrenOf(roots, open).push(mark)
    open.push(mark)
  }
  return open
}

/**
 * The marks over a stretch, outermost first. What ends first is innermost, so that nothing is cut where it ends. Where
 * what opens outlasts what is open, one of them must be cut: what is open here, or what opens there, whichever is less.
 */
function nest(open: readonly Drawn[], marks: readonly Drawn[]): readonly Drawn[] {
  const opening = inside(open, marks)
  const over = new Set(marks)
  const ended = open.findIndex((mark) => !over.has(mark))
  const outer = ended < 0 ? open : open.slice(0, ended)
  const crossed = outer.slice(outer.findLastIndex((mark) => mark.end >= (opening[0]?.end ?? 0)) + 1)
  const around = crossed.length < cutsLater(opening, crossed) ? outer.slice(0, outer.length - crossed.length) : outer
  return [...around, ...inside(around, marks)]
}

/** The marks that are not around, outermost first. */
function inside(around: readonly Drawn[], marks: readonly Drawn[]): Drawn[] {
  const outer = new Set(around)
  return marks.filter((mark) => !outer.has(mark)).sort((one, other) => other.end - one.end)
}

/** How often marks that open are cut by the ends of those around them. */
function cutsLater(opening: readonly Drawn[], outer: readonly Drawn[]): number {
  const ends = [...new Set(outer.map((mark) => mark.end))]
  return opening.reduce((cuts, mark) => cuts + ends.filter((end) => end < mark.end).length, 0)
}

function childrenOf(roots: TreeNode[], path: readonly MarkNode[]): TreeNode[] {
  return path.at(-1)?.children ?? roots
}

/** How many marks lie over one another where most do: as many lines stand under the words there. */
export function depthOf(nodes: readonly TreeNode[]): number {
  return Math.max(0, ...nodes.map((node) => ('words' in node ? 0 : 1 + depthOf(node.children))))
}

/** Up to two lines fit between two lines of text. From here on they must move apart. */
export const CROWDED = 3

/**
 * What an element of a cut mark says: that the mark has been there before, or goes on in another. Generated content says
 * where a mark begins and ends (`marks.css`), and most elements need to say nothing.
 */
export function cutsOf({ begins, ends }: MarkNode): { readonly 'data-again': boolean; readonly 'data-more': boolean } {
  return { 'data-again': !begins, 'data-more': !ends }
}

/** Roles → class names. */
export function partClasses(roles: readonly string[]): string {
  return roles.map((role) => `part-${role}`).join(' ')
}
