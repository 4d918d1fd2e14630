/** An article and the marks on it as HTML: the only place that makes HTML from text, so the only one that must escape it. */
import type { Article } from '../articles/article.ts'
import { type Block, type BlockKind, isCoded } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import { directionOf } from '../text/direction.ts'
import {
  CROWDED,
  cutsOf,
  type Drawn,
  depthOf,
  markTree,
  type NumberedLine,
  partClasses,
  type TreeNode,
} from './mark-tree.ts'
import { keptPerBlock, reachingInto } from './per-block.ts'

export interface Reading {
  readonly article: Article
  readonly annotations: readonly Drawn[]
  /** The lines that show their number. */
  readonly lines?: readonly NumberedLine[]
  /** Language of the page, for the names of tags. */
  readonly language: string
  /** What a folded repetition is called. */
  readonly repeatedHere: string
}

const ELEMENTS: Readonly<Record<BlockKind, string>> = {
  headline: 'h1',
  teaser: 'p',
  byline: 'p',
  caption: 'p',
  credit: 'p',
  heading: 'h2',
  paragraph: 'p',
  'list-item': 'li',
  quote: 'blockquote',
  repeat: 'details',
}

/** An item whose bullet or number belongs to the body needs none from us. */
const OWN_BULLET = /^(?:[•‣◦▪·*–-]|\p{Nd}{1,3}[.)])\s/u

/** The article's blocks in order. Inside a block that can be marked nothing is text but the body. */
export function readingHtml(reading: Reading): string {
  const html: string[] = []
  let inList = false
  const { blocks } = reading.article
  const headline = blocks.find((block) => block.kind === 'headline')
  const over = reachingInto(reading.annotations, blocks, (annotation) => [annotation, ...annotation.parts])
  for (const [index, block] of blocks.entries()) {
    const isItem = block.kind === 'list-item'
    if (isItem !== inList) html.push(isItem ? '<ul>' : '</ul>')
    inList = isItem
    html.push(blockHtml(reading, block, over[index]!, block.kind === 'headline' && block !== headline))
  }
  if (inList) html.push('</ul>')
  return html.join('\n')
}

function blockHtml(reading: Reading, block: Block, over: readonly Drawn[], isFurtherHeadline: boolean): string {
  const { body } = reading.article
  const words = escapeHtml(body.slice(block.start, block.end))
  if (block.kind === 'repeat')
    return `<details class="repeat"><summary lang="${reading.language}">${escapeHtml(reading.repeatedHere)}</summary><p dir="auto">${words}</p></details>`
  const element = isFurtherHeadline ? 'h2' : ELEMENTS[block.kind]
  if (!isCoded(block)) return `<${element} class="${block.kind}" dir="auto">${words}</${element}>`
  const { html, depth } = markedHtml(block, over, body, reading.lines ?? NO_LINES)
  const classes = block.kind === 'list-item' && OWN_BULLET.test(words) ? 'list-item own-bullet' : block.kind
  const crowded = depth >= CROWDED ? ` data-depth="${depth}"` : ''
  return `<${element} class="${classes}" dir="${directionOf(words)}" data-start="${block.start}" data-length="${block.end - block.start}"${crowded}>${html}</${element}>`
}

const NO_LINES: readonly NumberedLine[] = []

const markedHtml = keptPerBlock((block, over: readonly Drawn[], body: IndexedText, lines: readonly NumberedLine[]) => {
  const tree = markTree(body, block, over, lines)
  return { html: nodesHtml(tree), depth: depthOf(tree) }
})

/** Added up, not joined: marks in marks are copied once that way, not at every level. */
function nodesHtml(nodes: readonly TreeNode[]): string {
  let html = ''
  for (const node of nodes) html += nodeHtml(node)
  return html
}

function nodeHtml(node: TreeNode): string {
  if ('words' in node) {
    const words = node.words.map(wordsHtml).join('')
    return node.roles.length === 0 ? words : `<span class="${partClasses(node.roles)}">${words}</span>`
  }
  const { id, tag } = node.annotation
  const cuts = cutsOf(node)
  const again = cuts['data-again'] ? ' data-again' : ''
  const more = cuts['data-more'] ? ' data-more' : ''
  return `<mark data-annotations="${escapeHtml(id)}" data-tags="${escapeHtml(tag)}"${again}${more}>${nodesHtml(node.children)}</mark>`
}

function wordsHtml(words: string | number): string {
  return typeof words === 'string' ? escapeHtml(words) : `<i data-line="${words}"></i>`
}

const SPECIAL = /[&<>"']/
const SPECIALS = /[&<>"']/g

/** Text → HTML text or attribute value in double quotes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => `&#${character.charCodeAt(0)};`) : text
}
