/** Marks made under another codebook → marks as one of ours has them: tags mapped, what has no place left out and counted. */
import type { Annotation } from '../annotations/annotation.ts'
import { orderedJudgement } from '../annotations/judgement-rules.ts'
import { answerFaults } from '../codebook/answers.ts'
import { type Answers, type Attribute, type Codebook, findTag } from '../codebook/codebook.ts'

/** A tag or role of theirs → one of ours, or nothing where what has it is left out. What is not named keeps its id. */
export type NameMap = ReadonlyMap<string, string | undefined>

export interface Maps {
  readonly tags: NameMap
  readonly roles: NameMap
}

function mapped(map: NameMap, id: string): string | undefined {
  return map.has(id) ? map.get(id) : id
}

/** Whether a tag of theirs is neither one of ours nor mapped to one, nor left out. */
export function hasNoPlace(tag: string, ours: Codebook, map: NameMap): boolean {
  const becomes = mapped(map, tag)
  return becomes !== undefined && !findTag(ours, becomes)
}

/** Something of theirs that ours has no place for. */
export interface Unfitting {
  readonly what: 'tag' | 'role' | 'question'
  readonly name: string
}

/** The same, and how often. */
export interface LeftOut extends Unfitting {
  readonly count: number
}

export interface Fitted {
  /** Undefined where its tag is left out. */
  readonly annotation: Annotation | undefined
  /** Questions and roles of theirs that ours does not have. */
  readonly leftOut: readonly Unfitting[]
}

export function fitted(annotation: Annotation, ours: Codebook, { tags, roles }: Maps): Fitted {
  const id = mapped(tags, annotation.tag)
  const tag = id === undefined ? undefined : findTag(ours, id)
  if (!tag) return { annotation: undefined, leftOut: [{ what: 'tag', name: annotation.tag }] }
  const { attributes, leftOut } = fittingAnswers(annotation.attributes, tag.attributes ?? [])
  const lost: Unfitting[] = []
  const parts = annotation.parts.flatMap((part) => {
    const role = mapped(roles, part.role)
    if (tag.roles?.some(({ id }) => id === role)) return [{ ...part, role: role! }]
    lost.push({ what: 'role', name: part.role })
    return []
  })
  const second = annotation.secondTag === undefined ? undefined : mapped(tags, annotation.secondTag)
  const { secondTag: _, ...rest } = annotation
  const kept = second !== undefined && second !== tag.id && findTag(ours, second) ? { secondTag: second } : {}
  return {
    annotation: { ...rest, ...kept, ...orderedJudgement(tag, { ...rest, ...kept, tag: tag.id, attributes, parts }) },
    leftOut: [...leftOut, ...lost],
  }
}

/** The answers that fit the questions. */
export function fittingAnswers(
  answers: Answers,
  questions: readonly Attribute[],
): { readonly attributes: Answers; readonly leftOut: readonly Unfitting[] } {
  const faults = answerFaults(questions, answers)
  return {
    attributes: Object.fromEntries(Object.entries(answers).filter(([id]) => !faults[id])),
    leftOut: Object.keys(faults).map((name) => ({ what: 'question', name })),
  }
}
