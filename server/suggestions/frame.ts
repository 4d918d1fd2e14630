/** A frame: the words that tie a statement to somebody, with what is the source and the cue in it. */

import type { Utf16Range } from '../text/words.ts'
import type { Clause, Token } from './passage.ts'
import type { Rule } from './proposal.ts'

export interface Frame {
  readonly rule: Rule
  readonly cue: readonly Utf16Range[]
  readonly source: Utf16Range | undefined
  /** What belongs to the frame: what is said stands beside it. */
  readonly extent: Utf16Range
  /** Words of the frame itself that may be what is said, where nothing stands beside it. */
  readonly object?: Utf16Range | undefined
}

/** What a language knows: the frames that begin in one of the clauses. */
export interface Grammar {
  frames(clauses: readonly Clause[], index: number): Frame[]
  /** Whether words are told as somebody else's by the mood of their verb. */
  isReportedMood(clause: Clause): boolean
  /** What begins a clause that depends on a verb of saying. */
  readonly subordinate: ReadonlySet<string>
  /** What begins a clause that says more of the noun before it. */
  readonly relative: ReadonlySet<string>
  /** Words that keep their distance: „angeblich“. */
  readonly distancing: ReadonlySet<string>
}

export function rangeOver(tokens: readonly Token[]): Utf16Range | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last && { startUtf16: first.startUtf16, endUtf16: last.endUtf16 }
}

export function setOf(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/u))
}

export const isCapitalised = ({ text }: Token): boolean => /^\p{Lu}/u.test(text)
export const isWord = ({ text }: Token): boolean => /^[\p{L}\p{N}]/u.test(text)
