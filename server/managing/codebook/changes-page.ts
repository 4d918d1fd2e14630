/** Differences between two states of a codebook, in words and side by side. */
import { inLanguage } from '../../codebook/codebook.ts'
import type { Change } from '../../codebook/compare-codebooks.ts'

export interface ChangeWords {
  readonly what: Readonly<Record<Change['what'], string>>
  readonly deeds: Readonly<Record<Change['kind'], string>>
  readonly fields: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
}

export interface ChangeRow {
  readonly kind: Change['kind']
  /** Which thing: its kind and the names from the outside in. */
  readonly what: string
  readonly name: string
  /** What happened to it. */
  readonly deed: string
  readonly language: string | undefined
  /** The two states, where something has another value. */
  readonly sides: { readonly before: string; readonly after: string } | undefined
}

/** Fields whose values are words of ours. */
const NAMED = new Set(['overlap', 'line', 'kind', 'asked', 'required', 'many'])

export function changeRows(changes: readonly Change[], language: string, words: ChangeWords): ChangeRow[] {
  return changes.map(({ kind, what, trail, field, before = '', after = '', language: of }) => {
    const shown = (value: string) => (field && NAMED.has(field) ? (words.values[value] ?? value) : value)
    const sides = field === 'guidelines' ? changedLines(before, after) : { before: shown(before), after: shown(after) }
    return {
      kind,
      what: words.what[what],
      name: trail.map(({ id, label }) => inLanguage(label, language) || id).join(' › '),
      deed: field ? (words.fields[field] ?? field) : words.deeds[kind],
      language: of,
      sides: kind === 'changed' ? sides : undefined,
    }
  })
}

/** Two texts without the lines with which both begin and end. */
export function changedLines(before: string, after: string): { before: string; after: string } {
  const [one, other] = [before.split('\n'), after.split('\n')]
  const shorter = Math.min(one.length, other.length)
  let start = 0
  while (start < shorter && one[start] === other[start]) start++
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++
  const between = (lines: string[]) =>
    [...(start > 0 ? ['…'] : []), ...lines.slice(start, lines.length - end), ...(end > 0 ? ['…'] : [])].join('\n')
  return { before: between(one), after: between(other) }
}
