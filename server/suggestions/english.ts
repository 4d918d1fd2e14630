/** English frames: “X said”, “said X”, “according to X”, “citing X”, “as X reported”. */
import type { Utf16Range } from '../text/words.ts'
import { type Frame, type Grammar, isCapitalised, isWord, rangeOver, setOf } from './frame.ts'
import { type Clause, hull, type Token } from './passage.ts'

const VERBS = setOf(`
  say says said tell tells told state states stated claim claims claimed argue argues argued warn warns warned add adds added
  announce announces announced report reports reported insist insists insisted note notes noted explain explains explained
  confirm confirms confirmed deny denies denied allege alleges alleged suggest suggests suggested believe believes believed
  think thinks thought write writes wrote tweeted posted predict predicts predicted estimate estimates estimated declare
  declares declared promise promises promised vow vows vowed urge urges urged acknowledge acknowledges acknowledged admit
  admits admitted assert asserts asserted reply replies replied ask asks asked respond responds responded conclude concludes
  concluded reveal reveals revealed testified contend contends contended maintain maintains maintained emphasise emphasised
  emphasize emphasized stress stresses stressed remark remarked observe observed caution cautioned criticise criticised
  criticize criticized describe describes described called calls demanded demands complained complains found finds shows showed`)
/** Without “that” only these take a clause. */
const PLAIN = setOf(
  'say says said think thinks thought believe believes believed claim claims claimed argue argues argued',
)
const HELPERS = setOf('has have had also later then now repeatedly previously is was be been will would')
const CONJUNCTIONS = setOf('and but or so yet because while when as if although though that which who whom')
const STOPS = setOf('on in at after during before to by as when while with from that whether if because since')

export const english: Grammar = {
  frames: (clauses, index) => [
    ...asReported(clauses[index]!),
    ...prepositional(clauses[index]!),
    ...verbFrames(clauses, index),
  ],
  isReportedMood: () => false,
  subordinate: setOf('that whether if how why what'),
  relative: setOf('who whom whose which that'),
  distancing: setOf('officially allegedly reportedly supposedly purportedly ostensibly'),
}

/** “As X reported” */
function asReported({ tokens, isQuotation, ...extent }: Clause): Frame[] {
  const [first] = tokens
  const at = tokens.findLastIndex(({ text }) => VERBS.has(text))
  if (isQuotation || !first || !/^as$/iu.test(first.text) || at < 2) return []
  const source = rangeOver(withoutHelpers(tokens.slice(1, at)))
  return source ? [{ rule: 'as-reported', cue: [first, tokens[at]!], source, extent }] : []
}

function prepositional(clause: Clause): Frame[] {
  return clause.tokens.flatMap((first, at): Frame[] => {
    const second = clause.tokens[at + 1]
    const isAccording = /^according$/iu.test(first.text) && second?.text === 'to'
    if (!isAccording && !/^citing$/iu.test(first.text)) return []
    const cue = isAccording ? hull([first, second]) : first
    const source = nounPhrase(clause.tokens.slice(isAccording ? at + 2 : at + 1))
    if (!source) return []
    const isInFrame = asReported(clause).length > 0
    return [
      {
        rule: isAccording ? 'according' : 'relying',
        cue: [cue],
        source,
        extent: isInFrame ? clause : hull([cue, source]),
      },
    ]
  })
}

function verbFrames(clauses: readonly Clause[], index: number): Frame[] {
  const clause = clauses[index]!
  const { tokens } = clause
  const at = tokens.findIndex(({ text }, place) => VERBS.has(place === 0 ? text.toLowerCase() : text))
  if (at === -1 || /^(?:as|to)$/iu.test(tokens[at - 1]?.text ?? '') || /^as$/iu.test(tokens[0]!.text)) return []
  const verb = tokens[at]!
  const after = tokens.slice(at + 1)
  const before = withoutHelpers(withoutConjunctions(tokens.slice(0, at)))
  const subject = rangeOver(before) ?? apposed(clauses, index) ?? nounPhrase(after)
  const isInverted = subject !== undefined && after[0] !== undefined && subject.startUtf16 >= after[0].startUtf16
  const that = after.findIndex(({ text }) => english.subordinate.has(text))
  const saidIn = isInverted ? [] : that !== -1 ? after.slice(that) : PLAIN.has(verb.text) ? after : []
  const begin = subject ? hull([subject, verb]) : verb
  const extent = saidIn[0]
    ? hull([begin, ...after.filter(({ startUtf16 }) => startUtf16 < saidIn[0]!.startUtf16), ...tokens.slice(0, at + 1)])
    : hull([begin, clause])
  return [{ rule: 'verb', cue: [verb], source: subject, extent }]
}

/** “John Smith, the minister, said” */
function apposed(clauses: readonly Clause[], index: number): Utf16Range | undefined {
  const [name, apposition] = [clauses[index - 2], clauses[index - 1]]
  const isPlain = (clause: Clause | undefined): clause is Clause =>
    clause !== undefined &&
    clause.followedBy === ',' &&
    !clause.isQuotation &&
    !clause.tokens.some(({ text }) => VERBS.has(text) || HELPERS.has(text))
  return isPlain(name) && isPlain(apposition) && isCapitalised(name.tokens[0]!) ? hull([name, apposition]) : undefined
}

function withoutHelpers(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex(({ text }) => !HELPERS.has(text) && !/^\p{Ll}+ly$/u.test(text))
  return tokens.slice(0, last + 1)
}

function withoutConjunctions(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex(({ text }) => !CONJUNCTIONS.has(text.toLowerCase()))
  return first === -1 ? [] : tokens.slice(first)
}

function nounPhrase(tokens: readonly Token[]): Utf16Range | undefined {
  const stop = tokens.findIndex(
    (token) => STOPS.has(token.text) || VERBS.has(token.text) || !/^[\p{L}\p{N}.&]/u.test(token.text),
  )
  const words = stop === -1 ? tokens : tokens.slice(0, stop)
  const last = words.findLastIndex(isWord)
  return rangeOver(words.slice(0, last + 1))
}
