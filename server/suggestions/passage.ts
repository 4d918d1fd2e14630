/** The paragraphs of an attribution, cut into sentences and clauses. Positions are UTF-16 indexes into the passage's text. */
import { type Article, codedBlocks } from '../articles/article.ts'
import type { Block } from '../text/blocks.ts'
import { quotations } from '../text/quotations.ts'
import { sentences } from '../text/sentences.ts'
import { overlap, type Span } from '../text/span.ts'
import { trimRange, type Utf16Range } from '../text/words.ts'

/** A word, a mark of punctuation, or a few words in quotation marks, which are a name more often than speech. */
export interface Token extends Utf16Range {
  readonly text: string
}

/** Words between two marks of punctuation, outside quotation marks; or a quotation with its marks. */
export interface Clause extends Utf16Range {
  readonly tokens: readonly Token[]
  readonly isQuotation: boolean
  /** The mark of punctuation that follows; empty where none does. */
  readonly followedBy: string
}

export interface Passage {
  readonly text: string
  /** What was marked. */
  readonly marked: Utf16Range
  /** The sentences that the mark touches, as one stretch. */
  readonly around: Utf16Range
  readonly clauses: readonly Clause[]
  /** The quotations with their marks, without those inside others. */
  readonly quotations: readonly Utf16Range[]
  /** Items of a list that the sentences lead to. */
  readonly items: readonly Utf16Range[]
  toSpan(range: Utf16Range): Span
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-’'.&/][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\S/gu
const SEPARATOR = /^[,:;–—]$/u
/** In words. */
const LONGEST_NAME = 3
/** Of a paragraph without end no more is read on either side of the mark, in code points; nor is a longer mark. */
const NEAR = 3_000
const LONGEST_MARK = 10_000
const BULLET = /^(?:[•‣◦▪·*–-]|\p{Nd}{1,3}[.)])\s+/u

/** The passage around a span; undefined where it touches nothing that can be marked. */
export function passageOf(article: Article, span: Span): Passage | undefined {
  const { body } = article
  const coded = codedBlocks(article)
  const touched = coded.filter((block) => overlap(block, span))
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last || span.end - span.start > LONGEST_MARK) return undefined
  const items = itemsAfter(coded, last)
  const from = body.toUtf16(first.start)
  const text = body.text.slice(from, body.toUtf16((items.at(-1) ?? last).end))
  const within = (position: number) => Math.max(0, Math.min(text.length, body.toUtf16(position) - from))
  const rangeOf = ({ start, end }: Span) => ({ startUtf16: within(start), endUtf16: within(end) })

  const marked = rangeOf(span)
  const blocks = touched
    .map(({ start, end }) => ({ start: Math.max(start, span.start - NEAR), end: Math.min(end, span.end + NEAR) }))
    .map(rangeOf)
  const quoted = outermost(blocks.flatMap((block) => shifted(quotations(cut(text, block)), block.startUtf16)))
  const told = blocks.flatMap((block) => shifted(sentences(cut(text, block)), block.startUtf16))
  const near = told.filter((sentence) => touches(sentence, marked))
  const around = hull([...near, ...quoted.filter((one) => near.some((sentence) => crosses(one, sentence))), marked])
  const isLead = cut(text, around).trimEnd().endsWith(':')
  return {
    text,
    marked,
    around,
    clauses: clausesOf(text, around, quoted, told),
    quotations: quoted,
    items:
      isLead || touched.length > 1 ? itemsOf(text, isLead ? items.map(rangeOf) : itemsIn(touched).map(rangeOf)) : [],
    toSpan: ({ startUtf16, endUtf16 }) => ({
      start: body.toCodePoints(from + startUtf16),
      end: body.toCodePoints(from + endUtf16),
    }),
  }
}

function itemsAfter(coded: readonly Block[], last: Block): Block[] {
  const following = coded.slice(coded.indexOf(last) + 1)
  const end = following.findIndex(({ kind }) => kind !== 'list-item')
  return last.kind === 'list-item' ? [] : end === -1 ? following : following.slice(0, end)
}

function itemsIn(touched: readonly Block[]): Block[] {
  return touched.filter(({ kind }, index) => kind === 'list-item' && index > 0)
}

/** Items without their bullets and full stops. */
function itemsOf(text: string, blocks: readonly Utf16Range[]): Utf16Range[] {
  return blocks.map((block) => {
    const bullet = BULLET.exec(cut(text, block))?.[0].length ?? 0
    return trimmed(text, { startUtf16: block.startUtf16 + bullet, endUtf16: block.endUtf16 })
  })
}

/** The stretch cut at punctuation outside quotations, at quotations, and where sentences end. */
function clausesOf(
  text: string,
  around: Utf16Range,
  quoted: readonly Utf16Range[],
  told: readonly Utf16Range[],
): Clause[] {
  const clauses: Clause[] = []
  let tokens: Token[] = []
  const close = (mark: string) => {
    const [first, last] = [tokens[0], tokens.at(-1)]
    if (first && last)
      clauses.push({
        startUtf16: first.startUtf16,
        endUtf16: last.endUtf16,
        tokens,
        isQuotation: false,
        followedBy: mark,
      })
    else if (mark && clauses.length > 0) clauses.push({ ...clauses.pop()!, followedBy: mark })
    tokens = []
  }
  const beginnings = new Set(told.map(({ startUtf16 }) => startUtf16))
  let next = 0
  for (const token of tokensOf(text, around)) {
    while (next < quoted.length && quoted[next]!.endUtf16 <= token.startUtf16) next++
    const quotation = quoted[next] && contains(quoted[next]!, token) ? quoted[next] : undefined
    if (quotation) {
      if (token.startUtf16 !== quotation.startUtf16) continue
      const name = tokens.length > 0 ? nameIn(text, quotation) : undefined
      if (name) tokens.push({ ...quotation, text: name })
      else {
        close('')
        clauses.push({ ...quotation, tokens: [], isQuotation: true, followedBy: '' })
      }
    } else if (SEPARATOR.test(token.text)) close(token.text)
    else {
      if (beginnings.has(token.startUtf16)) close('')
      tokens.push(token)
    }
  }
  close('')
  return clauses
}

/** The words of a quotation of so few that it may be a name. */
function nameIn(text: string, quotation: Utf16Range): string | undefined {
  const words = cut(text, quotation).slice(1, -1).trim()
  return words !== '' && words.split(/\s+/u).length <= LONGEST_NAME ? words : undefined
}

function tokensOf(text: string, range: Utf16Range): Token[] {
  return [...cut(text, range).matchAll(TOKEN)].map(({ 0: token, index }) => ({
    text: token,
    startUtf16: range.startUtf16 + index,
    endUtf16: range.startUtf16 + index + token.length,
  }))
}

export function cut(text: string, { startUtf16, endUtf16 }: Utf16Range): string {
  return text.slice(startUtf16, endUtf16)
}

export function touches(a: Utf16Range, b: Utf16Range): boolean {
  return a.startUtf16 < b.endUtf16 && b.startUtf16 < a.endUtf16
}

export function contains(outer: Utf16Range, inner: Utf16Range): boolean {
  return outer.startUtf16 <= inner.startUtf16 && inner.endUtf16 <= outer.endUtf16
}

function crosses(a: Utf16Range, b: Utf16Range): boolean {
  return touches(a, b) && !contains(b, a)
}

/** From the first beginning to the last end. */
export function hull(ranges: readonly Utf16Range[]): Utf16Range {
  return {
    startUtf16: Math.min(...ranges.map(({ startUtf16 }) => startUtf16)),
    endUtf16: Math.max(...ranges.map(({ endUtf16 }) => endUtf16)),
  }
}

/** Without white space and punctuation at its ends; quotation marks and brackets stay. */
export function trimmed(text: string, range: Utf16Range): Utf16Range {
  let { startUtf16, endUtf16 } = trimRange(text, range)
  while (startUtf16 < endUtf16 && /[,:;–—.!?…]/u.test(text[startUtf16]!))
    ({ startUtf16, endUtf16 } = trimRange(text, { startUtf16: startUtf16 + 1, endUtf16 }))
  while (startUtf16 < endUtf16 && /[,:;–—.!?…]/u.test(text[endUtf16 - 1]!))
    ({ startUtf16, endUtf16 } = trimRange(text, { startUtf16, endUtf16: endUtf16 - 1 }))
  return { startUtf16, endUtf16 }
}

/** Without those that lie in others, in the order of the text. No two cross. */
function outermost(ranges: readonly Utf16Range[]): Utf16Range[] {
  let end = 0
  return ranges
    .toSorted((a, b) => a.startUtf16 - b.startUtf16 || b.endUtf16 - a.endUtf16)
    .filter(({ startUtf16, endUtf16 }) => {
      if (startUtf16 < end) return false
      end = endUtf16
      return true
    })
}

function shifted(ranges: readonly Utf16Range[], by: number): Utf16Range[] {
  return ranges.map(({ startUtf16, endUtf16 }) => ({ startUtf16: startUtf16 + by, endUtf16: endUtf16 + by }))
}
