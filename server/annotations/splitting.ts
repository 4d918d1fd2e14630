/** One mark made into two, and several of one tag made into one. What was said about them stays said. */
import type { Article } from '../articles/article.ts'
import type { Answers, AttributeValue, Tag } from '../codebook/codebook.ts'
import { contains, type Span } from '../text/span.ts'
import { CONFIDENCES, type Judgement, type Part } from './annotation.ts'
import { orderedJudgement } from './judgement-rules.ts'
import { snap } from './snapping.ts'

/**
 * Splits a judgement before a position. Answers stay with both, the note with the first; a part goes with the half in
 * which it lies, and stays with both where it lies in neither.
 * @returns undefined where one half would be empty
 */
export function splitAt(article: Article, judgement: Judgement, position: number): [Judgement, Judgement] | undefined {
  if (position <= judgement.start || position >= judgement.end) return undefined
  const second = snap(article, position, judgement.end, 'character')
  const first = second && snap(article, judgement.start, second.start, 'character')
  if (!first || first.end > second.start || second.start <= judgement.start) return undefined
  const { note: _, ...withoutNote } = judgement
  return [
    { ...judgement, ...first, parts: partsOf(judgement, first, second) },
    { ...withoutNote, ...second, parts: partsOf(judgement, second, first) },
  ]
}

function partsOf({ parts }: Judgement, half: Span, other: Span): Part[] {
  return parts.filter((part) => contains(half, part) || !contains(other, part))
}

/**
 * Merges judgements of one tag, from the first word of any to the last word of any. Where answers differ those of the
 * first hold; choices of many, parts and notes are put together; the sum is as sure as the least sure.
 */
export function merged(tag: Tag, [first, ...others]: readonly [Judgement, ...Judgement[]]): Judgement {
  const all = [first, ...others]
  const confidences = all.flatMap(({ confidence }) => (confidence ? [CONFIDENCES.indexOf(confidence)] : []))
  const notes = [...new Set(all.flatMap(({ note }) => (note ? [note] : [])))]
  return orderedJudgement(tag, {
    ...first,
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    attributes: all.map(({ attributes }) => attributes).reduceRight(answersOver),
    parts: allowedParts(
      tag,
      all.flatMap(({ parts }) => parts),
    ),
    confidence: confidences.length > 0 ? CONFIDENCES[Math.max(...confidences)] : undefined,
    secondTag: all.find(({ secondTag }) => secondTag)?.secondTag,
    note: notes.length > 0 ? notes.join('\n') : undefined,
  })
}

/** Called from the last to the first: what the earlier one says holds. */
function answersOver(later: Answers, earlier: Answers): Answers {
  const answers: Record<string, AttributeValue> = { ...later, ...earlier }
  for (const [id, answer] of Object.entries(earlier)) {
    const other = later[id]
    if (Array.isArray(answer) && Array.isArray(other)) answers[id] = [...new Set([...answer, ...other])]
  }
  return answers
}

/** Each part once, and of roles that stand once only the first. */
function allowedParts(tag: Tag, parts: readonly Part[]): Part[] {
  return parts.filter((part, index) => {
    const isMany = tag.roles?.find(({ id }) => id === part.role)?.many
    const isRepeated = (other: Part) =>
      other.role === part.role && (!isMany || (other.start === part.start && other.end === part.end))
    return parts.findIndex(isRepeated) === index
  })
}
