/** German frames: „erklärte X“, „teilte X mit“, „wie X berichtet“, „laut X“, „X zufolge“, „so X“, „unter Berufung auf X“. */
import type { Utf16Range } from '../text/words.ts'
import { type Frame, type Grammar, isCapitalised, isWord, rangeOver, setOf } from './frame.ts'
import {
  isAuxiliary,
  isEvidenceNoun,
  isEvidenceVerb,
  isParticiple,
  isSeparable,
  isVerbOfSaying,
  MODALS,
  OPENERS,
  REPORTED_FORMS,
  SAYING_NOUNS,
  SMALL_WORDS,
} from './german-words.ts'
import { type Clause, hull, type Token } from './passage.ts'

const DETERMINERS = setOf(`
  der die das des dem den ein eine einer eines einem einen kein keine sein seine seiner seines ihr ihre ihrer ihres dieser
  diese dieses diesem einem seinem ihrem keinem seinen ihren diesen mehrere viele einige alle zwei drei beide zahlreiche jener jene`)
const PRONOUNS = setOf('er sie es man wir ich dieser jener')
/** After a noun these go on with it; other articles begin what comes next. */
const GENITIVES = setOf('der des eines einer seiner ihrer dieser')
const JOINING = setOf('von vom für und aus & - zu beim de van der')
const PREPOSITIONS = setOf(`
  am im in an auf bei vor nach mit seit zum zur gegenüber unter über während wegen laut durch um ab bis gegen am aus`)

export const german: Grammar = {
  frames: (clauses, index) => [
    ...asReported(clauses[index]!),
    ...so(clauses[index]!),
    ...prepositional(clauses, index),
    ...verbFrames(clauses, index),
  ],
  isReportedMood: ({ tokens }) =>
    tokens.some((token, index) => REPORTED_FORMS.has(token.text) || isRegularSubjunctive(tokens, index)),
  subordinate: setOf('dass ob wie warum weshalb wann wer was wo'),
  relative: setOf('der die das dem den dessen deren welcher welche welches'),
  distancing: setOf('offiziell angeblich vermeintlich mutmaßlich vorgeblich offenbar'),
}

/** „helfe“, „versorge“: small, in -e, and neither before a noun nor a preterite. */
function isRegularSubjunctive(tokens: readonly Token[], index: number): boolean {
  const { text } = tokens[index]!
  if (!/^\p{Ll}{3,}e$/u.test(text) || /te$/u.test(text) || SMALL_WORDS.has(text)) return false
  const [before, after] = [tokens[index - 1], tokens[index + 1]]
  if (!after) return before !== undefined
  return before !== undefined && isCapitalised(before) && !isCapitalised(after)
}

/** „Wie X berichtet“ */
function asReported({ tokens, isQuotation, ...extent }: Clause): Frame[] {
  const [first] = tokens
  const verb = tokens.findLast((token) => isVerbOfSaying(token.text) || isParticiple(token.text))
  if (isQuotation || !first || !/^wie$/iu.test(first.text) || !verb || verb === first) return []
  const source = nounPhrase(tokens.slice(1, tokens.indexOf(verb)))
  return source ? [{ rule: 'as-reported', cue: [first, verb], source, extent }] : []
}

/** „…, so der Minister“ */
function so({ tokens, isQuotation, ...extent }: Clause): Frame[] {
  const [first, second, ...rest] = tokens
  if (isQuotation || !first || !second || first.text !== 'so') return []
  if (!isCapitalised(second) && !DETERMINERS.has(second.text)) return []
  const source = nounPhrase([second, ...rest])
  return source ? [{ rule: 'so', cue: [first], source, extent }] : []
}

function prepositional(clauses: readonly Clause[], index: number): Frame[] {
  const clause = clauses[index]!
  const { tokens } = clause
  return tokens.flatMap((token, at) => {
    const found = cueOfPhrase(tokens, at)
    if (!found) return []
    const { rule, cue, source } = found
    if (!source) return []
    // Inside another frame („Wie X unter Berufung auf Y berichtet“) nothing of the clause is what is said.
    const isInFrame = asReported(clause).length > 0 || (token.text !== 'laut' && verbFrames(clauses, index).length > 0)
    return [{ rule, cue, source, extent: isInFrame ? clause : hull([...cue, source]) }]
  })
}

function cueOfPhrase(
  tokens: readonly Token[],
  at: number,
): { rule: 'according' | 'relying'; cue: Utf16Range[]; source: Utf16Range | undefined } | undefined {
  const [first, second, third] = [tokens[at]!, tokens[at + 1], tokens[at + 2]]
  const word = first.text.toLowerCase()
  if (word === 'zufolge') return { rule: 'according', cue: [first], source: nounPhraseBefore(tokens.slice(0, at)) }
  if (word === 'laut' && second) return { rule: 'according', cue: [first], source: nounPhrase(tokens.slice(at + 1)) }
  if (
    (word === 'unter' || word === 'mit') &&
    third?.text === 'auf' &&
    /^(?:Berufung|Verweis|Hinweis)$/u.test(second!.text)
  )
    return { rule: 'relying', cue: [hull([first, third])], source: nounPhrase(tokens.slice(at + 3)) }
  if (/^(?:nach|gemäß|aus)$/u.test(word) && second && SAYING_NOUNS.has(second.text)) {
    const cue = third && /^vo[nm]$/u.test(third.text) ? hull([first, third]) : hull([first, second])
    return {
      rule: 'according',
      cue: [cue],
      source: nounPhrase(tokens.slice(third && cue.endUtf16 === third.endUtf16 ? at + 3 : at + 2)),
    }
  }
  return undefined
}

function verbFrames(clauses: readonly Clause[], index: number): Frame[] {
  const clause = clauses[index]!
  const { tokens } = clause
  const verb = verbOf(tokens)
  if (!verb || /^wie$/iu.test(tokens[0]!.text)) return []
  const before = tokens.slice(0, verb.at)
  const after = tokens.slice(verb.at + 1, verb.end?.at ?? tokens.length)
  const subject = subjectOf(clauses, index, before, after)
  const rest =
    subject && after[0] && subject.startUtf16 >= after[0].startUtf16
      ? after.filter(({ startUtf16 }) => startUtf16 >= subject.endUtf16)
      : after
  const cue = [tokens[verb.at]!, ...(verb.end ? [verb.end.token] : [])]
  const evidence = verb.isEvidence ? evidenceOf(after, tokens[verb.at]!) : undefined
  if (verb.isEvidence && !evidence) return []
  return [
    {
      rule: verb.isEvidence ? 'evidence' : 'verb',
      cue: evidence?.cue ?? cue,
      source: evidence ? evidence.source : subject,
      extent: hull([clause, ...(subject ? [subject] : [])]),
      object: verb.isEvidence ? undefined : objectOf(rest),
    },
  ]
}

interface Verb {
  readonly at: number
  /** The particle or participle that belongs to it. */
  readonly end?: { readonly at: number; readonly token: Token }
  readonly isEvidence?: boolean
}

function verbOf(tokens: readonly Token[]): Verb | undefined {
  const last = tokens.findLastIndex(isWord)
  const hasModal = tokens.some(({ text }) => MODALS.has(text))
  for (const [at, { text }] of tokens.entries()) {
    const word = at === 0 ? text.toLowerCase() : text
    if (isSeparable(word, tokens[last]?.text ?? '') && last > at) return { at, end: { at: last, token: tokens[last]! } }
    if (isAuxiliary(word)) {
      const participle = tokens.findLastIndex((token, index) => index > at && isParticiple(token.text))
      if (participle !== -1) return { at, end: { at: participle, token: tokens[participle]! } }
    }
    if (isVerbOfSaying(word) && !(hasModal && word.endsWith('en'))) return { at }
    if (isEvidenceVerb(word)) return { at, isEvidence: true }
  }
  return undefined
}

/** Who speaks: before the verb where a noun phrase stands there, also with an apposition between commas, else after it. */
function subjectOf(
  clauses: readonly Clause[],
  index: number,
  before: readonly Token[],
  after: readonly Token[],
): Utf16Range | undefined {
  if (before.length > 0) {
    const phrase = OPENERS.has(before[0]!.text.toLowerCase()) ? undefined : nounPhrase(before)
    const isWhole = phrase?.endUtf16 === before.at(-1)!.endUtf16
    if (phrase && (isWhole || DETERMINERS.has(before[0]!.text.toLowerCase()))) return rangeOver(before)
  } else {
    const [name, apposition] = [clauses[index - 2], clauses[index - 1]]
    const isApposed = name?.followedBy === ',' && apposition?.followedBy === ',' && [name, apposition].every(isVerbless)
    if (isApposed && startsPhrase(name.tokens[0]!)) return hull([name, apposition])
  }
  const start = after.findIndex((token, at) => at < 4 && startsPhrase(token))
  const between = start === -1 ? after : after.slice(0, start)
  if (between.some(({ text }) => PREPOSITIONS.has(text))) return undefined
  return start === -1 ? undefined : nounPhrase(after.slice(start))
}

function isVerbless({ tokens, isQuotation }: Clause): boolean {
  return !isQuotation && tokens.length > 0 && !verbOf(tokens) && !tokens.some(({ text }) => REPORTED_FORMS.has(text))
}

function startsPhrase(token: Token): boolean {
  return isCapitalised(token) || DETERMINERS.has(token.text) || PRONOUNS.has(token.text)
}

/** „zeigen Erkenntnisse ukrainischer Dienste“: the noun belongs to the cue, whose they are is the source. */
function evidenceOf(
  after: readonly Token[],
  verb: Token,
): { cue: Utf16Range[]; source: Utf16Range | undefined } | undefined {
  const at = after.findIndex(({ text }) => isEvidenceNoun(text))
  if (at === -1 || at > 3) return undefined
  const rest = after.slice(at + 1)
  const whose = /^vo[nm]$/u.test(rest[0]?.text ?? '') ? rest.slice(1) : rest
  const source = whose[0] && !PREPOSITIONS.has(whose[0].text) ? nounPhrase(whose, true) : undefined
  if (source) return { cue: [hull([verb, after[at]!])], source }
  return { cue: [verb], source: nounPhrase(after) }
}

/**
 * The noun phrase with which the words begin: an article or not, small words before its noun, what belongs to it.
 * @param isInflected it may begin with an adjective, as after a noun
 */
function nounPhrase(tokens: readonly Token[], isInflected = false): Utf16Range | undefined {
  const first = tokens[0]
  if (!first) return undefined
  if (PRONOUNS.has(first.text.toLowerCase()) && !(tokens[1] && isCapitalised(tokens[1]))) return first
  let end = 0
  let depth = 0
  let hasNoun = false
  for (const [at, token] of tokens.entries()) {
    if (token.text === '(') depth++
    const isInside = depth > 0
    if (token.text === ')') depth = Math.max(0, depth - 1)
    const isArticle = DETERMINERS.has(at === 0 ? token.text.toLowerCase() : token.text)
    if (isInside) {
      if (hasNoun && depth === 0) end = at + 1
    } else if (isArticle) {
      if (hasNoun && !GENITIVES.has(token.text)) break
    } else if (isCapitalised(token) && !(at === 0 && PREPOSITIONS.has(token.text.toLowerCase()))) {
      hasNoun = true
      end = at + 1
    } else if (token.text === '.' && /^\p{Lu}\p{L}{0,3}$/u.test(tokens[at - 1]?.text ?? '')) end = at + 1
    else if (JOINING.has(token.text) && hasNoun && tokens[at + 1] && !PREPOSITIONS.has(tokens[at + 1]!.text)) continue
    else if (
      /^\p{Ll}.*(?:e|er|en|es|em)$/u.test(token.text) &&
      !PREPOSITIONS.has(token.text) &&
      nounFollows(tokens, at)
    ) {
      if (at === 0 && !isInflected && !/e[nrsm]?$/u.test(token.text)) break
    } else if (/^\p{Nd}/u.test(token.text) && at === 0) continue
    else break
  }
  return hasNoun ? rangeOver(tokens.slice(0, end)) : undefined
}

/** Whether only adjectives stand between here and a noun. */
function nounFollows(tokens: readonly Token[], at: number): boolean {
  const next = tokens
    .slice(at + 1)
    .find(({ text }) => !/^\p{Ll}.*(?:e|er|en|es|em)$/u.test(text) || DETERMINERS.has(text))
  return next !== undefined && isCapitalised(next)
}

/** The noun phrase that ends where the words end. */
function nounPhraseBefore(tokens: readonly Token[]): Utf16Range | undefined {
  for (let from = Math.max(0, tokens.length - 8); from < tokens.length; from++) {
    const phrase = startsPhrase(tokens[from]!) || from === 0 ? nounPhrase(tokens.slice(from)) : undefined
    if (phrase?.endUtf16 === tokens.at(-1)!.endUtf16) return phrase
  }
  return undefined
}

/** What is offered, demanded, announced: the object, without to whom. */
function objectOf(rest: readonly Token[]): Utf16Range | undefined {
  let from = 0
  if (/^(?:\p{Ll}*em|ihm|ihnen|uns|mir)$/u.test(rest[0]?.text ?? '')) {
    const dative = rest[0]!.text.endsWith('em') ? nounPhrase([{ ...rest[0]!, text: 'der' }, ...rest.slice(1)]) : rest[0]
    from = rest.findIndex(({ startUtf16 }) => startUtf16 >= (dative?.endUtf16 ?? Number.POSITIVE_INFINITY))
  }
  const words = from === -1 ? [] : rest.slice(from)
  const isPhrase = words[0] && (DETERMINERS.has(words[0].text) || isCapitalised(words[0]))
  return isPhrase && words.some(isCapitalised) ? rangeOver(words) : undefined
}
