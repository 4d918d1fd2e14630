/** Proposals for the attribution in hand: from its span to what may be its source, its cue and its content. */

import type { Part } from '../annotations/annotation.ts'
import { endFault, startFault } from '../annotations/span-rules.ts'
import type { Article } from '../articles/article.ts'
import { overlap, type Span } from '../text/span.ts'
import type { Utf16Range } from '../text/words.ts'
import { saidBeside } from './content.ts'
import { english } from './english.ts'
import type { Frame, Grammar } from './frame.ts'
import { german } from './german.ts'
import { contains, hull, type Passage, passageOf, touches, trimmed } from './passage.ts'
import type { Proposal, Rule } from './proposal.ts'

/** Which frame is meant where there are several: the ones that hold others come first. */
const RANK: readonly Rule[] = ['as-reported', 'so', 'verb', 'evidence', 'according', 'relying', 'colon', 'distancing']

/** More than these nobody takes unread. */
const MOST = 20

/**
 * What may be the parts of an attribution, in the order of source, cue, content and then of the text.
 * Looks at the paragraphs of the span only. Each proposal may stand where it is and names its rule.
 * @param parts the parts that are there already: they tell which frame is meant
 */
export function propose(article: Article, span: Span, parts: readonly Part[] = []): Proposal[] {
  const passage = passageOf(article, span)
  if (!passage) return []
  const grammar = grammarOf(article.language)
  const frame = frameOf(passage, grammar, parts)
  const found: readonly (readonly [string, Rule, Utf16Range])[] = [
    ...(frame?.source ? [['source', frame.rule, frame.source] as const] : []),
    ...(frame?.cue ?? []).map((cue) => ['cue', frame!.rule, cue] as const),
    ...saidBeside(passage, grammar, frame).map(({ rule, range }) => ['content', rule, range] as const),
  ]
  return found
    .slice(0, MOST)
    .map(([role, rule, range]): Proposal => ({ role, ...passage.toSpan(range), rule }))
    .filter((one) => one.start < one.end && !startFault(article, one.start) && !endFault(article, one.end))
}

function grammarOf(language: string): Grammar | undefined {
  const [primary] = language.toLowerCase().split('-')
  return primary === 'de' ? german : primary === 'en' ? english : undefined
}

/** The frame that is meant: one that the given parts touch, else one whose cue is marked, else one beside the mark. */
function frameOf(passage: Passage, grammar: Grammar | undefined, parts: readonly Part[]): Frame | undefined {
  const { clauses, marked } = passage
  const frames = [
    ...(grammar ? clauses.flatMap((clause, index) => (clause.isQuotation ? [] : grammar.frames(clauses, index))) : []),
    ...colonFrames(passage, grammar),
    ...distancingFrames(passage, grammar),
  ].sort((a, b) => RANK.indexOf(a.rule) - RANK.indexOf(b.rule))
  const isGiven = (range: Utf16Range) =>
    parts.some((part) => part.role !== 'content' && overlap(part, passage.toSpan(range)))
  const meant =
    frames.find(({ cue, source }) => [...cue, ...(source ? [source] : [])].some(isGiven)) ??
    frames.find((frame) => wordsOf(frame).every((one) => contains(marked, one))) ??
    frames.find(({ rule, cue }) => isBeside(passage, rule, cue))
  // „Wie X, unter Berufung auf Y, berichtet“: what is said stands beside both.
  const outer = frames.find(({ rule }) => rule === 'as-reported')
  return meant?.rule === 'relying' && outer ? { ...meant, extent: hull([meant.extent, outer.extent]) } : meant
}

/** By what a frame is known: its cue, or where it has none its source. */
function wordsOf({ cue, source }: Frame): readonly Utf16Range[] {
  return cue.length === 0 && source ? [source] : cue
}

/** A mark that holds only what is said has its frame outside; one with words of its own is not explained by another's. */
function isBeside({ marked, clauses }: Passage, rule: Rule, cue: readonly Utf16Range[]): boolean {
  const isInside = cue.some((one) => touches(one, marked))
  return !isInside && rule !== 'colon' && rule !== 'distancing' && clauses.some((clause) => touches(clause, marked))
}

/** „Minister: …“, „Das Ziel: …“: who is named before a colon speaks; what is named there announces words. */
function colonFrames({ text, clauses, around }: Passage, grammar: Grammar | undefined): Frame[] {
  const [first] = clauses
  if (!grammar || !first || first.isQuotation || first.followedBy !== ':' || clauses.length < 2) return []
  if (first.startUtf16 !== around.startUtf16 || first.tokens.length > 6 || grammar.frames(clauses, 0).length > 0)
    return []
  const colon = text.indexOf(':', first.endUtf16)
  const extent = { startUtf16: first.startUtf16, endUtf16: colon + 1 }
  const isAnnounced = /^(?:der|die|das|ein|eine|sein|seine|ihr|ihre|the|a|an|his|her|their|its)$/iu.test(
    first.tokens[0]!.text,
  )
  return isAnnounced
    ? [{ rule: 'colon', cue: [extent], source: undefined, extent }]
    : [{ rule: 'colon', cue: [], source: trimmed(text, first), extent }]
}

/** „Offiziell dient dies …“ */
function distancingFrames({ clauses }: Passage, grammar: Grammar | undefined): Frame[] {
  return clauses.flatMap(({ tokens }) =>
    tokens
      .filter((token) => grammar?.distancing.has(token.text.toLowerCase()))
      .map((token) => ({ rule: 'distancing' as const, cue: [token], source: undefined, extent: hull([token]) })),
  )
}
