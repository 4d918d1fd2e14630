/** A proposal: words that may be a part of an attribution, with the rule that found them. Never stored unless somebody takes it. */
import type { Part } from '../annotations/annotation.ts'

/** The rules by which words are proposed; each has its reason in words. */
export const RULES = [
  'verb',
  'as-reported',
  'so',
  'according',
  'relying',
  'evidence',
  'colon',
  'distancing',
  'quotation',
  'that-clause',
  'subjunctive',
  'object',
  'list',
  'rest',
] as const
export type Rule = (typeof RULES)[number]

export interface Proposal extends Part {
  readonly rule: Rule
}
