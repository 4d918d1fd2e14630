/** What another version of its codebook would mean for marks that stand: how many, and for which reason. */
import { answerFaults } from '../codebook/answers.ts'
import { type Answers, type Codebook, findTag } from '../codebook/codebook.ts'
import { compareSpans, type Span } from '../text/span.ts'
import type { Judgement } from './annotation.ts'
import { codebookFaults } from './judgement-rules.ts'
import { openQuestions } from './open-questions.ts'

/** One reason, with what it is about, and how many marks (or answers about articles) it concerns. */
export interface MoveCount {
  readonly reason: string
  /** The tag of the marks; none where it is about answers to the codebook's questions about articles. */
  readonly tag: string | undefined
  /** The question, the role or the other tag that does not fit. */
  readonly detail: string | undefined
  readonly count: number
}

export interface MoveTally {
  /** Marks that would not fit any more: as long as there are some, the round cannot be moved. */
  readonly broken: readonly MoveCount[]
  /** Marks that stay as they are, though something about them is different. */
  readonly noted: readonly MoveCount[]
}

export interface StandingMark extends Span {
  readonly tag: string
}

export interface Tallying {
  mark(judgement: Judgement): void
  answers(answers: Answers): void
  /** All marks of one set that stand, whatever their order. */
  together(marks: readonly StandingMark[]): void
  counts(): MoveTally
}

export function tallyMove(from: Codebook, to: Codebook): Tallying {
  const broken = counting()
  const noted = counting()
  return {
    mark(judgement) {
      const { tag } = judgement
      for (const [path, reason] of Object.entries(codebookFaults(to, judgement, tag)))
        broken.add(reason, tag, detailOf(path, judgement))
      if (findTag(to, tag)?.retired && !findTag(from, tag)?.retired) noted.add('retired-tag', tag, undefined)
      const before = new Set(openQuestions(from, [judgement]).map(({ question }) => question.id))
      for (const { question } of openQuestions(to, [judgement]))
        if (!before.has(question.id)) noted.add('now-required', tag, question.id)
    },
    answers(answers) {
      for (const [id, reason] of Object.entries(answerFaults(to.questions ?? [], answers)))
        broken.add(reason, undefined, id)
    },
    together(marks) {
      if (to.overlap === 'allowed') return
      for (const { tag } of overlapping(marks)) broken.add('overlap-forbidden', tag, undefined)
    },
    counts: () => ({ broken: broken.list(), noted: noted.list() }),
  }
}

/** Those that share words with another one. One that does shares some with that which reaches furthest, too. */
function overlapping(marks: readonly StandingMark[]): Set<StandingMark> {
  const found = new Set<StandingMark>()
  let furthest: StandingMark | undefined
  for (const mark of marks.toSorted(compareSpans)) {
    if (furthest && mark.start < furthest.end) found.add(mark).add(furthest)
    if (!furthest || mark.end > furthest.end) furthest = mark
  }
  return found
}

/** `attributes.type` → `type`, `parts.0.role` → the role of that part, `secondTag` → the other tag. */
function detailOf(path: string, { parts, secondTag }: Judgement): string | undefined {
  const [field, name] = path.split('.')
  if (field === 'attributes') return name
  if (field === 'parts') return parts[Number(name)]?.role
  return field === 'secondTag' ? secondTag : undefined
}

function counting() {
  const counts = new Map<string, MoveCount>()
  return {
    add(reason: string, tag: string | undefined, detail: string | undefined) {
      const key = JSON.stringify([reason, tag, detail])
      counts.set(key, { reason, tag, detail, count: (counts.get(key)?.count ?? 0) + 1 })
    },
    list: () => [...counts.values()].sort((a, b) => b.count - a.count),
  }
}
