/** The elements of a page → pieces of text with their kinds. */
import type { BlockKind } from '../../text/blocks.ts'
import { collapsed } from './cleaning.ts'
import type { Piece } from './pieces.ts'

/** What is used of an element. */
export interface PageNode {
  readonly nodeType: number
  readonly tagName?: string
  readonly textContent: string
  readonly childNodes: Iterable<PageNode>
  getAttribute(name: string): string | null
  querySelector(selector: string): PageNode | null
  querySelectorAll(selector: string): PageNode[]
  cloneNode(deep: boolean): PageNode
  remove(): void
}

const TEXT = 3
const ELEMENT = 1
/** Deeper than any page that a person made; what lies below is read as one text. */
const DEEPEST = 400

const BLOCKS: ReadonlySet<string> = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
)
const KINDS: Readonly<Record<string, BlockKind>> = {
  H1: 'heading',
  H2: 'heading',
  H3: 'heading',
  H4: 'heading',
  H5: 'heading',
  H6: 'heading',
  LI: 'list-item',
  BLOCKQUOTE: 'quote',
  FIGCAPTION: 'caption',
  ADDRESS: 'byline',
}

/** By the names that newsrooms give them. */
const CREDIT =
  /(?:^|[\s_-])(?:credits?|copyright|bildquelle|fotoquelle|photo-?credit|photographer|fotograf)(?:$|[\s_-])/i
const BYLINE = /(?:^|[\s_-])(?:byline|author|autor|autoren|dateline)(?:$|[\s_-])/i
const TEASER = /(?:^|[\s_-])(?:teaser|lead|intro|standfirst|dek|subline|subtitle|vorspann|summary|lede)(?:$|[\s_-])/i

interface Walk {
  readonly pieces: Piece[]
  /** The words since the last block began or ended. */
  words: string
}

export function piecesIn(root: PageNode | undefined): Piece[] {
  const walk: Walk = { pieces: [], words: '' }
  if (root) visit(walk, root, 'paragraph', 0)
  flush(walk, 'paragraph')
  return walk.pieces.map((piece, index) => ({ ...piece, kind: kindByWords(walk.pieces, index) }))
}

const CREDIT_WORDS = /^(?:Fotos?|Bild|Quelle|Grafik|Photos?|Photograph|Picture|Image|Credit)\s?:|^(?:©|\(c\))/i
/** A day with its year, in figures or with the month's name. */
const DAY = /\b\d{1,2}(?:\.|\s|\/|-)\s?(?:\d{1,2}|\p{L}{3,10})\.?(?:,|\s|\/|-)?\s?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/u
const LONGEST_DATELINE = 60
const SHORTEST_BEGINNING = 120

/** What no name in the page says, but the words: where a picture comes from, and the day above the text. */
function kindByWords(pieces: readonly Piece[], index: number): BlockKind {
  const { kind, text } = pieces[index]!
  if (kind === 'caption' && CREDIT_WORDS.test(text)) return 'credit'
  if (kind !== 'paragraph' || text.length > LONGEST_DATELINE || !DAY.test(text)) return kind
  const isAbove = pieces
    .slice(0, index)
    .every((piece) => piece.kind !== 'paragraph' || piece.text.length < SHORTEST_BEGINNING)
  return isAbove ? 'byline' : kind
}

function visit(walk: Walk, node: PageNode, kind: BlockKind, depth: number): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) walk.words += child.textContent.replace(/[ \t\n\r\f]+/g, ' ')
    else if (child.nodeType === ELEMENT) visitElement(walk, child, kind, depth)
  }
}

function visitElement(walk: Walk, element: PageNode, kind: BlockKind, depth: number): void {
  const tag = (element.tagName ?? '').toUpperCase()
  const inner = kindOf(walk, element, tag, kind)
  const isBlock = BLOCKS.has(tag) || inner !== kind
  if (tag === 'BR') walk.words += '\n'
  if (isBlock) flush(walk, kind)
  if (tag === 'PRE' || depth > DEEPEST) walk.words += element.textContent
  else if (tag === 'TR' && isData(element)) walk.words += cellsOf(element)
  else visit(walk, element, inner, depth + 1)
  if (isBlock) flush(walk, inner)
}

function kindOf(walk: Walk, element: PageNode, tag: string, kind: BlockKind): BlockKind {
  const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('rel') ?? ''}`
  if (CREDIT.test(name)) return 'credit'
  if (kind === 'credit' || kind === 'caption') return kind
  if (BYLINE.test(name)) return 'byline'
  const isBefore = !walk.pieces.some((piece) => piece.kind === 'paragraph' && piece.text.length > 0)
  if (isBefore && kind === 'paragraph' && TEASER.test(name) && /^(?:P|DIV|H2|SPAN|STRONG|SECTION)$/.test(tag))
    return 'teaser'
  if (kind === 'list-item' || kind === 'teaser') return kind
  return KINDS[tag] ?? kind
}

/** Old pages are laid out in tables; what stands in their cells are paragraphs. */
function isData(row: PageNode): boolean {
  return row.querySelector('p, br, div, table, ul, ol, h1, h2, h3, h4, blockquote') === null
}

/** The cells of a row stand beside each other. */
function cellsOf(row: PageNode): string {
  return row
    .querySelectorAll('td, th')
    .map((cell) => collapsed(cell.textContent))
    .join('\t')
}

function flush(walk: Walk, kind: BlockKind): void {
  const text = walk.words
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').replace(/^ | $/g, ''))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
  walk.words = ''
  if (text !== '') walk.pieces.push({ kind, text })
}
