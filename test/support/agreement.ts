/** What is measured, written down short. */
import fc from 'fast-check'
import { type Coding, MISSING } from '../../server/agreement/coding.ts'
import type { Corpus } from '../../server/agreement/continuum.ts'
import type { Weights } from '../../server/agreement/dissimilarity.ts'

/** `[start, end, tag]`. */
export type ShortUnit = readonly [number, number, string]
/** The units of each annotator. */
export type ShortText = Readonly<Record<string, readonly ShortUnit[]>>

/** One text, or several by the same annotators; tags stand in alphabetical order. */
export function corpusOf(texts: ShortText | readonly ShortText[], length: number): Corpus {
  const all = 'length' in texts ? (texts as readonly ShortText[]) : [texts as ShortText]
  const annotators = [...new Set(all.flatMap((text) => Object.keys(text)))]
  const tags = [...new Set(all.flatMap((text) => Object.values(text).flatMap((units) => units.map((unit) => unit[2]))))]
  tags.sort()
  return {
    position: 'character',
    annotators,
    tags,
    attributes: [],
    roles: [],
    articles: all.length,
    continua: all.map((text, article) => ({
      article,
      length,
      readings: Object.entries(text).map(([annotator, units]) => ({
        annotator: annotators.indexOf(annotator),
        units: units.map(([start, end, tag]) => ({ start, end, tag: tags.indexOf(tag) })),
      })),
    })),
  }
}

/** A row of values for each unit; null is missing. Categories are numbered in their order. */
export function codingOf(items: readonly (readonly (string | number | null)[])[]): {
  coding: Coding
  categories: (string | number)[]
} {
  const values = [...new Set(items.flat())].filter((value) => value !== null)
  const categories = values.sort((a, b) => (a < b ? -1 : 1))
  const coding = {
    annotators: items[0]!.length,
    categories: categories.length,
    articles: 1,
    values: Int32Array.from(items.flat(), (value) => (value === null ? MISSING : categories.indexOf(value))),
    weights: new Float64Array(items.length).fill(1),
    articleOf: new Int32Array(items.length),
  }
  return { coding, categories }
}

/** `[count, first, second]` → a row for each unit. */
export function fromContingency(rows: readonly (readonly [number, string, string])[]): string[][] {
  return rows.flatMap(([count, first, second]) => Array.from({ length: count }, () => [first, second]))
}

export const weightsOf = (alpha: number, beta = 1, deltaEmpty = 1): Weights => ({ alpha, beta, deltaEmpty })

export function near(actual: number | undefined, expected: number, tolerance: number): boolean {
  return actual !== undefined && Math.abs(actual - expected) <= tolerance
}

const LENGTH = 40

/** Any text of 40 positions, with overlapping, touching and doubled units. */
export function anyText(annotators: number, mostUnits = 8): fc.Arbitrary<ShortText> {
  const unit = fc
    .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 15 }), fc.constantFrom('a', 'b', 'c'))
    .map(([start, length, tag]): ShortUnit => [start, Math.min(LENGTH, start + length), tag])
  const readings = fc.array(fc.array(unit, { maxLength: mostUnits }), { minLength: annotators, maxLength: annotators })
  return readings.map((readings) => Object.fromEntries(readings.map((units, place) => [`r${place}`, units])))
}
export const ANY_LENGTH = LENGTH
