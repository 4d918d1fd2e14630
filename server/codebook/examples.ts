/** Examples in guidelines: a passage of an article becomes an entry of a list under the heading of its tag. */
import { escaped } from './codebook-file.ts'

export const EXAMPLE_KINDS = ['example', 'counter-example'] as const
export type ExampleKind = (typeof EXAMPLE_KINDS)[number]

export interface Example {
  readonly kind: ExampleKind
  readonly quote: string
  /** Code points in the article. */
  readonly start: number
  readonly end: number
  readonly title: string
  readonly outlet: string | undefined
}

/** What is written into guidelines is in the language of the guidelines, whoever writes it. */
const WORDS: Readonly<
  Record<string, Readonly<Record<ExampleKind, string>> & { marks: readonly [string, string]; at: string }>
> = {
  de: { example: 'Beispiel', 'counter-example': 'Gegenbeispiel', marks: ['„', '“'], at: 'Zeichen' },
  en: { example: 'Example', 'counter-example': 'Counter-example', marks: ['“', '”'], at: 'characters' },
}

/** Markdown with the example as the last entry under the heading `label`, which is made where it is missing. */
export function withExample(markdown: string, label: string, example: Example, language: string): string {
  const entry = entryOf(example, language)
  const lines = markdown.trimEnd().split('\n')
  const heading = lines.findIndex((line) => headingOf(line)?.text.toLowerCase() === label.trim().toLowerCase())
  if (heading === -1) return `${[markdown.trimEnd(), `## ${escaped(label)}`, entry].filter(Boolean).join('\n\n')}\n`
  const { level } = headingOf(lines[heading]!)!
  const next = lines.findIndex((line, at) => at > heading && (headingOf(line)?.level ?? 7) <= level)
  const section = lines
    .slice(0, next === -1 ? lines.length : next)
    .join('\n')
    .trimEnd()
  const rest = next === -1 ? [] : ['', ...lines.slice(next)]
  const isInList = /^(?:[-*+]|\d+[.)]) /.test(section.slice(section.lastIndexOf('\n') + 1))
  return `${[section + (isInList ? '\n' : '\n\n') + entry, ...rest].join('\n')}\n`
}

function entryOf({ kind, quote, start, end, title, outlet }: Example, language: string): string {
  const words = WORDS[language] ?? WORDS.en!
  const [open, close] = words.marks
  const said = escaped(quote.replace(/\s+/g, ' '))
  const source = [`*${escaped(title)}*`, ...(outlet ? [escaped(outlet)] : []), `${words.at} ${start}–${end}`].join(', ')
  return `- **${words[kind]}:** ${open}${said}${close} (${source})`
}

function headingOf(line: string): { level: number; text: string } | undefined {
  const [, signs, text] = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? []
  return signs === undefined ? undefined : { level: signs.length, text: text! }
}
