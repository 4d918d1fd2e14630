/** The regions of Label Studio at the places where their words stand. */
import type { Span } from '../../text/span.ts'
import { type Move, nearestPlace } from '../anchoring.ts'
import type { OffsetUnit, ReadOptions } from '../format.ts'
import { Misquoted } from './lesart-lines.ts'
import { type RawText, unitThatFits } from './shared/raw-text.ts'

export interface Region extends Span {
  readonly id: string
  readonly isRole: boolean
  readonly labels: readonly string[]
  readonly text: string | undefined
}

export interface Where {
  readonly line: number
  readonly file: string | undefined
}

export type Warn = (message: string, move?: Move) => void

type Regions = ReadonlyMap<string, Region>

/**
 * The editor has changed its unit; which one it was shows in the words. Words that stand elsewhere are looked for where
 * that is wanted; a region whose words stand nowhere is left out then. Throws Misquoted.
 */
export function quoted(
  regions: Regions,
  raw: RawText,
  where: Where,
  { offsets, mayMove = false }: Pick<ReadOptions, 'offsets' | 'mayMove'>,
  warn: Warn,
): { readonly regions: Regions; readonly unit: OffsetUnit } {
  const units: readonly OffsetUnit[] = offsets ? [offsets] : ['codepoint', 'utf16']
  const spans = [...regions.values()].filter(hasText)
  const quotes = spans.map(({ start, end, text }) => ({ start, end, quote: text }))
  const unit = unitThatFits(raw, quotes, units, plain)
  if (unit) return { regions, unit }
  const isRight = (unit: OffsetUnit) => (quote: (typeof quotes)[number]) =>
    unitThatFits(raw, [quote], [unit], plain) !== undefined
  if (!mayMove) {
    const misfit = quotes.find((quote) => !units.some((unit) => isRight(unit)(quote))) ?? quotes[0]!
    const found = raw.slice(misfit.start, misfit.end, units[0]!) ?? ''
    const message = `the text at ${misfit.start} to ${misfit.end} is „${found}“, not „${misfit.quote}“`
    throw new Misquoted(where.line, message, where.file)
  }
  const amountRight = (unit: OffsetUnit) => quotes.filter(isRight(unit)).length
  const best = units.reduce((best, other) => (amountRight(other) > amountRight(best) ? other : best))
  return { regions: moved(regions, raw, best, warn), unit: best }
}

function hasText(region: Region): region is Region & { text: string } {
  return region.text !== undefined
}

function moved(regions: Regions, raw: RawText, unit: OffsetUnit, warn: Warn): Regions {
  const kept = new Map<string, Region>()
  for (const [id, region] of regions) {
    const { start, end, text: quote } = region
    const isRight = quote === undefined || unitThatFits(raw, [{ start, end, quote }], [unit], plain) !== undefined
    const found = isRight ? undefined : placeOfWords(raw, quote, start, unit)
    if (isRight || found) kept.set(id, { ...region, ...found })
    if (isRight) continue
    const message = found
      ? `„${quote}“ was found elsewhere than at ${start}`
      : `„${quote}“ stands nowhere; it was left out`
    warn(`the region ${id}: ${message}`, { quote, from: start, to: found?.start })
  }
  return kept
}

/** The nearest place with these very words, in the unit of the others. */
function placeOfWords(raw: RawText, quote: string, near: number, unit: OffsetUnit): Span | undefined {
  const words = quote.replaceAll('\\n', '\n')
  const found = nearestPlace(raw.text, words, raw.toUtf16(near, unit) ?? Math.min(near, raw.text.length))
  if (found === undefined) return undefined
  const [start, end] = [found, found + words.length].map((index) => raw.fromUtf16(index, unit))
  return start === undefined || end === undefined ? undefined : { start, end }
}

/** In the words of a region the editor writes line breaks and blanks otherwise. */
function plain(quote: string): string {
  return quote
    .replace(/\\n|\s+/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
}
