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
  /** What was asked about the passage and what was answered, where it came out of a question. */
  readonly asked?: { readonly question: string; readonly answer: string }
}

/** What is written into guidelines is in the language of the guidelines, whoever writes it. */
const WORDS: Readonly<
  Record<
    string,
    Readonly<Record<ExampleKind | 'question' | 'answer', string>> & { marks: readonly [string, string]; at: string }
  >
> = {
  de: {
    example: 'Beispiel',
    'counter-example': 'Gegenbeispiel',
    question: 'Frage',
    answer: 'Antwort',
    marks: ['„', '“'],
    at: 'Zeichen',
  },
  en: {
    example: 'Example',
    'counter-example': 'Counter-example',
    question: 'Question',
    answer: 'Answer',
    marks: ['“', '”'],
    at: 'characters',
  },
}

/**
 * Markdown with the example as the last entry under the heading `label`, which is made where it is missing. The same
 * entry a second time changes nothing.
 */
export function withExample(markdown: string, label: string, example: Example, language: string): string {
  const entry = entryOf(example, language)
  const lines = markdown.trimEnd().split('\n')
  if (lines.includes(entry)) return markdown
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

/** Whether a passage stands in the guidelines as an example already, of whichever tag and with whatever was said to it. */
export function hasExample(markdown: string, passage: Omit<Example, 'kind'>, language: string): boolean {
  return markdown.includes(passageOf(passage, language))
}

function entryOf({ kind, asked, ...passage }: Example, language: string): string {
  const words = wordsIn(language)
  const said = (name: 'question' | 'answer') => `*${words[name]}:* ${inOneLine(asked?.[name] ?? '')}`
  const talk = asked ? [said('question'), said('answer')] : []
  return [`- **${words[kind]}:** ${passageOf(passage, language)}`, ...talk].join(' ')
}

/** The words with where they stand. */
function passageOf({ quote, start, end, title, outlet }: Omit<Example, 'kind'>, language: string): string {
  const { marks, at } = wordsIn(language)
  const source = [`*${escaped(title)}*`, ...(outlet ? [escaped(outlet)] : []), `${at} ${start}–${end}`].join(', ')
  return `${marks[0]}${inOneLine(quote)}${marks[1]} (${source})`
}

function wordsIn(language: string) {
  return WORDS[language] ?? WORDS.en!
}

function inOneLine(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim())
}

function headingOf(line: string): { level: number; text: string } | undefined {
  const [, signs, text] = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? []
  return signs === undefined ? undefined : { level: signs.length, text: text! }
}
