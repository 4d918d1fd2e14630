/** An article and the marks on it as HTML: the only place that makes HTML from text, so the only one that must escape it. */
import type { Article } from '../articles/article.ts'
import { type Block, type BlockKind, isCoded } from '../text/blocks.ts'
import { directionOf } from '../text/direction.ts'
import {
  CROWDED,
  cutsOf,
  type Drawn,
  depthOf,
  markTrees,
  type NumberedLine,
  partClasses,
  type TreeNode,
} from './mark-tree.ts'

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
  const { body, blocks } = reading.article
  const headline = blocks.find((block) => block.kind === 'headline')
  const coded = blocks.filter(isCoded)
  const found = markTrees(body, coded, reading.annotations, reading.lines)
  const trees = new Map(found.map((tree, index) => [coded[index], tree] as const))
  for (const block of blocks) {
    const isItem = block.kind === 'list-item'
    if (isItem !== inList) html.push(isItem ? '<ul>' : '</ul>')
    inList = isItem
    html.push(blockHtml(reading, block, trees.get(block), block.kind === 'headline' && block !== headline))
  }
  if (inList) html.push('</ul>')
  return html.join('\n')
}

function blockHtml(
  reading: Reading,
  block: Block,
  tree: readonly TreeNode[] | undefined,
  isFurtherHeadline: boolean,
): string {
  const words = escapeHtml(reading.article.body.slice(block.start, block.end))
  if (block.kind === 'repeat')
    return `<details class="repeat"><summary lang="${reading.language}">${escapeHtml(reading.repeatedHere)}</summary><p dir="auto">${words}</p></details>`
  const element = isFurtherHeadline ? 'h2' : ELEMENTS[block.kind]
  if (!tree) return `<${element} class="${block.kind}" dir="auto">${words}</${element}>`
  const marked = nodesHtml(tree)
  const classes = block.kind === 'list-item' && OWN_BULLET.test(words) ? 'list-item own-bullet' : block.kind
  const depth = depthOf(tree)
  const crowded = depth >= CROWDED ? ` data-depth="${depth}"` : ''
  return `<${element} class="${classes}" dir="${directionOf(words)}" data-start="${block.start}" data-length="${block.end - block.start}"${crowded}>${marked}</${element}>`
}

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
