/** The look of a page with marks that stands alone: on light and dark screens, on paper, and without colour. */
import type { Codebook, Tag } from '../../../codebook/codebook.ts'

export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
}
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

export const PAGE_STYLES = `:root { color-scheme: light dark; --paper: #fbf8f2; --ink: #1d1b18; --quiet: #5c564d; --towards: black; --share: 14%; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1a18; --ink: #ece7dd; --quiet: #aaa399; --towards: white; --share: 26%; } }
@media print { :root { --paper: white; --ink: black; --quiet: #444; --towards: black; --share: 10%; } article { break-before: page; } article:first-child { break-before: auto; } }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1.1rem/1.65 Charter, 'Source Serif 4', Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, footer, .legend, .source, .notes, .byline, .credit, .caption { font-family: system-ui, sans-serif; line-height: 1.35; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.35rem; margin-top: 3rem; } h3, .source, footer, .byline, .credit, .caption { font-size: .9rem; font-weight: 400; color: var(--quiet); }
h4 { font-size: 1.3rem; } h5 { font-size: 1.1rem; margin-bottom: 0; } section { border-top: 1px solid; margin-top: 1.5rem; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; font-size: .95rem; }
.notes { font-size: .92rem; padding-left: 2rem; } .notes li { margin-bottom: .6rem; break-inside: avoid; } .notes p { margin: .1rem 0; } .details { color: var(--quiet); }
p, blockquote, h4, h5 { white-space: pre-line; } .repeat { opacity: .7; }
mark { color: inherit; background: none; text-decoration: 2px underline; text-underline-offset: .22em; text-decoration-skip-ink: none; } mark mark { text-underline-offset: .42em; } mark mark mark { text-underline-offset: .62em; }
.role-source { font-weight: 600; } .role-cue { font-style: italic; } sup { font: .65em system-ui, sans-serif; padding-left: .1em; }
`

const LINES: Readonly<Record<string, NonNullable<Tag['line']>>> = {
  reporting: 'solid',
  attribution: 'double',
  framing: 'wavy',
}
const PLAIN = '#6b6459'

/** Each tag has a colour and a line, so that the page reads without colour too. Ids and colours are as schemas hold them. */
export function tagRules(codebooks: readonly Codebook[]): string {
  const tags = new Map(codebooks.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag]))
  return [...tags.values()]
    .map(({ id, colour = PLAIN, line = LINES[id] ?? 'dotted' }) => {
      const shade = `color-mix(in srgb, ${colour}, var(--towards) 25%)`
      const tint = `color-mix(in srgb, ${colour} var(--share), transparent)`
      return `.tag-${id} { text-decoration-color: ${shade}; text-decoration-style: ${line}; background: ${tint}; print-color-adjust: exact; }\n`
    })
    .join('')
}
