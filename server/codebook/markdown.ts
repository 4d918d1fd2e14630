/** Markdown → sections of markup. Guidelines come with imports: no markup of theirs passes, and nothing in them loads. */
import MarkdownIt, { type Token } from 'markdown-it'
import type { Passage, Section } from './guide.ts'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image')
markdown.validateLink = (address) => /^(https?|mailto):/i.test(address.trim())
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]!.attrSet('rel', 'noreferrer noopener')
  return renderer.renderToken(tokens, index, options)
}

/** On the page guidelines begin with a heading of this rank. */
const FIRST_RANK = 3

/** The guidelines in sections, one for each heading that stands free. */
export function sectionsOf(source: string): Section[] {
  const tokens = markdown.parse(source, {})
  const top = Math.min(...tokens.filter(isHeading).map(rankOf))
  for (const token of tokens)
    if (/^heading_(open|close)$/.test(token.type)) token.tag = `h${Math.min(6, rankOf(token) - top + FIRST_RANK)}`
  const starts = tokens.flatMap((token, index) => (isHeading(token) && token.level === 0 ? [index] : []))
  const before = tokens.slice(0, starts[0])
  return [
    ...(before.length > 0 ? [section(undefined, 1, before)] : []),
    ...starts.map((start, index) => {
      const [, heading, , ...rest] = tokens.slice(start, starts[index + 1])
      return section(textOf(heading!), rankOf(tokens[start]!) - FIRST_RANK + 1, rest)
    }),
  ]
}

function isHeading({ type }: Token): boolean {
  return type === 'heading_open'
}

function rankOf({ tag }: Token): number {
  return Number(tag.slice(1))
}

function section(heading: string | undefined, level: number, tokens: Token[]): Section {
  return { heading, level, html: markdown.renderer.render(tokens, markdown.options, {}), passages: passagesOf(tokens) }
}

function passagesOf(tokens: readonly Token[]): Passage[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') return []
    const html = markdown.renderer.renderInline(token.children ?? [], markdown.options, {})
    return [{ html, text: textOf(token) }]
  })
}

function textOf({ children }: Token): string {
  return (children ?? []).map(({ type, content }) => (/break$/.test(type) ? ' ' : content)).join('')
}
