/** What is said: the words beside a frame, within what was marked; or where there is no frame, what shows itself as somebody's. */
import type { Utf16Range } from '../text/words.ts'
import type { Frame, Grammar } from './frame.ts'
import { contains, cut, hull, type Passage, touches, trimmed } from './passage.ts'
import type { Rule } from './proposal.ts'

export interface Said {
  readonly rule: Rule
  readonly range: Utf16Range
}

export function saidBeside(passage: Passage, grammar: Grammar | undefined, frame: Frame | undefined): Said[] {
  if (passage.items.length > 0) return passage.items.map((range) => ({ rule: 'list', range }))
  if (!frame) return saidAlone(passage, grammar)
  const beside = sidesOf(passage, grammar, frame)
  if (beside.length > 0) return beside.map((range) => ({ rule: ruleOf(passage, grammar, range), range }))
  const quoted = quotationsIn(passage, frame.extent)
  if (quoted.length > 0) return quoted
  return frame.object ? [{ rule: 'object', range: trimmed(passage.text, frame.object) }] : []
}

/** Before and after the frame. Where one of them is marked, the other is not meant. */
function sidesOf(passage: Passage, grammar: Grammar | undefined, { extent }: Frame): Utf16Range[] {
  const { text, around, marked } = passage
  const sides = [
    { startUtf16: around.startUtf16, endUtf16: extent.startUtf16 },
    { startUtf16: extent.endUtf16, endUtf16: around.endUtf16 },
  ]
    .map((side) => trimmed(text, side))
    .filter((side) => side.startUtf16 < side.endUtf16)
  const inMark = sides
    .filter((side) => touches(side, marked))
    .map((side) => trimmed(text, withWholeQuotations(passage, within(side, marked))))
  const meant = (inMark.length > 0 ? inMark : sides).filter(({ startUtf16, endUtf16 }) => startUtf16 < endUtf16)
  const [first, second] = meant
  // „…“, sagte der Minister, der …: what follows says more of the minister.
  return first && second && startsWith(passage, grammar?.relative, second) ? [first] : meant
}

function within(range: Utf16Range, limits: Utf16Range): Utf16Range {
  return {
    startUtf16: Math.max(range.startUtf16, limits.startUtf16),
    endUtf16: Math.min(range.endUtf16, limits.endUtf16),
  }
}

/** Who marks a quotation without its last mark means all of it. */
function withWholeQuotations({ quotations }: Passage, range: Utf16Range): Utf16Range {
  return hull([range, ...quotations.filter((quotation) => touches(quotation, range))])
}

/** Without a frame: a quotation, or words in the mood of reported speech. */
function saidAlone(passage: Passage, grammar: Grammar | undefined): Said[] {
  const { text, marked, clauses } = passage
  const touched = clauses.filter((clause) => touches(clause, marked))
  if (touched.some((clause) => !clause.isQuotation && grammar?.isReportedMood(clause)))
    return [{ rule: 'subjunctive', range: trimmed(text, marked) }]
  return quotationsIn(passage, marked)
}

function quotationsIn({ quotations }: Passage, range: Utf16Range): Said[] {
  return quotations
    .filter((quotation) => touches(quotation, range))
    .map((quotation) => ({ rule: 'quotation', range: quotation }))
}

function ruleOf({ text, clauses, quotations }: Passage, grammar: Grammar | undefined, range: Utf16Range): Rule {
  const inside = clauses.filter((clause) => touches(clause, range))
  if (startsWith({ text }, grammar?.subordinate, range)) return 'that-clause'
  if (quotations.some((quotation) => contains(range, quotation))) return 'quotation'
  return inside.some((clause) => grammar?.isReportedMood(clause)) ? 'subjunctive' : 'rest'
}

function startsWith(
  { text }: Pick<Passage, 'text'>,
  words: ReadonlySet<string> | undefined,
  range: Utf16Range,
): boolean {
  const [first = ''] = /^\p{L}*/u.exec(cut(text, range)) ?? []
  return words?.has(first.toLowerCase()) ?? false
}
