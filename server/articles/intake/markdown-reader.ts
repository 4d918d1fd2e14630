/** Markdown → blocks: headings, paragraphs, lists and quotations without their markup. */
import MarkdownIt from 'markdown-it'
import type { BlockKind } from '../../text/blocks.ts'
import { type CleanText, collapsed } from './cleaning.ts'
import { guessColumns, languageOf, sourceOf } from './fields.ts'
import { composed, type Piece } from './pieces.ts'
import type { Field, RecognisedArticle } from './recognised.ts'

const markdown = new MarkdownIt({ html: false, linkify: false, maxNesting: 50 })

type Token = ReturnType<typeof markdown.parse>[number]

export function readMarkdown({ text, changes }: CleanText, title: string): RecognisedArticle {
  const { values, rest } = frontMatter(text)
  const pieces = piecesOf(markdown.parse(rest, {}))
  const headline = pieces[0]?.kind === 'headline' ? collapsed(pieces[0].text) : undefined
  return {
    title: headline ?? (values.title || title),
    language: languageOf(values.language),
    source: sourceOf(values),
    ...composed(pieces),
    changes,
  }
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/

/** What notes and static sites write above their text: `key: value` between two lines of dashes. */
function frontMatter(text: string): { values: Partial<Record<Field, string>>; rest: string } {
  const found = FRONT_MATTER.exec(text)
  const lines = (found?.[1] ?? '').split('\n').map((line) => /^([\p{L}_-]+):(.*)$/u.exec(line))
  const stated = new Map(lines.flatMap((line) => (line ? [[line[1]!, unquoted(line[2]!.trim())] as const] : [])))
  if (!found || stated.size === 0) return { values: {}, rest: text }
  const columns = guessColumns([...stated.keys()])
  const values = Object.fromEntries(Object.entries(columns).map(([field, key]) => [field, stated.get(key)!]))
  return { values, rest: text.slice(found[0].length) }
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
}

function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = []
  const around: string[] = []
  let row: string[] | undefined
  for (const token of tokens) {
    if (token.type === 'tr_open') row = []
    if (token.nesting === 1) around.push(token.type)
    if (token.nesting === -1) around.pop()
    if (token.type === 'tr_close' && row) {
      pieces.push({ kind: 'paragraph', text: row.join('\t') })
      row = undefined
    }
    if (token.type === 'fence' || token.type === 'code_block') pieces.push({ kind: 'paragraph', text: token.content })
    if (token.type !== 'inline') continue
    const text = inlineText(token)
    if (row) row.push(collapsed(text))
    else if (text.trim() !== '') pieces.push({ kind: kindOf(around, pieces.length === 0), text })
  }
  return pieces
}

function kindOf(around: readonly string[], isFirst: boolean): BlockKind {
  if (around.includes('heading_open')) return isFirst ? 'headline' : 'heading'
  if (around.includes('list_item_open')) return 'list-item'
  return around.includes('blockquote_open') ? 'quote' : 'paragraph'
}

/** The words without emphasis and links; a picture has none that are read. */
function inlineText(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => {
      if (type === 'text' || type === 'code_inline' || type === 'text_special') return content
      return type === 'hardbreak' ? '\n' : type === 'softbreak' ? ' ' : ''
    })
    .join('')
}
