/** What the desk says about the parts of an attribution, in English. */
import type { parts as germanParts } from './parts-de.ts'

export const parts: typeof germanParts = {
  given: '{role}: “{quote}”.',
  removed: 'No part any more ({role}): “{quote}”.',
  next: 'Next, {role}: select words, then {key}.',
  how: 'Select words, then {key}',
  remove: 'Remove part: “{quote}”',
  cites: 'cites',
  chain: 'Chain of {n} sources',
  named: '{role} “{quote}”',
  offered: 'Proposed: {parts}. {key} takes it.',
  taken: 'Taken: {parts}.',
  take: 'Take as {role}: “{quote}”',
  takeAll: 'Take what is proposed',
  dismiss: 'Dismiss proposal: “{quote}”',
  /** Why words are proposed, by the rule that found them. */
  reasons: {
    verb: 'A verb of saying, and who stands with it.',
    'as-reported': '“As … reported” names where it comes from.',
    so: 'German “so …” after the words names who says them.',
    according: 'Phrases such as “according to” name who says it.',
    relying: '“citing” names a further source.',
    evidence: 'What data or findings show, others have found out.',
    colon: 'The colon announces somebody’s words.',
    distancing: 'Words such as “officially” give the statement to somebody else.',
    quotation: 'Quotation marks.',
    'that-clause': 'The clause that belongs to the verb says what is said.',
    subjunctive: 'The German subjunctive of reported speech.',
    object: 'What the verb names: the offer, the demand, the number.',
    list: 'The list after the colon.',
    rest: 'What stands beside the frame.',
  },
}
