/** Marks made under another codebook → marks as one of ours has them: tags mapped, what has no place left out and counted. */
import type { Annotation } from '../annotations/annotation.ts'
import { orderedJudgement } from '../annotations/judgement-rules.ts'
import { answerFaults } from '../codebook/answers.ts'
import { type Answers, type Attribute, type Codebook, findTag } from '../codebook/codebook.ts'

/** A tag of theirs → a tag of ours, or nothing where its marks are left out. What is not named keeps its id. */
export type TagMap = ReadonlyMap<string, string | undefined>

/** Tags of theirs that have no place in ours, as they are mapped. */
export function tagsWithoutPlace(theirs: readonly Codebook[], ours: Codebook, map: TagMap): string[] {
  const ids = [...new Set(theirs.flatMap(({ tags }) => tags.map(({ id }) => id)))]
  return ids.filter((id) => {
    const mapped = map.has(id) ? map.get(id) : id
    return mapped !== undefined && !findTag(ours, mapped)
  })
}

export interface Fitted {
  /** Undefined where its tag is left out. */
  readonly annotation: Annotation | undefined
  /** Questions and roles of theirs that ours does not have. */
  readonly leftOut: readonly string[]
}

export function fitted(annotation: Annotation, ours: Codebook, map: TagMap): Fitted {
  const mapped = (id: string) => (map.has(id) ? map.get(id) : id)
  const id = mapped(annotation.tag)
  const tag = id === undefined ? undefined : findTag(ours, id)
  if (!tag) return { annotation: undefined, leftOut: [`tag ${annotation.tag}`] }
  const { attributes, leftOut } = fittingAnswers(annotation.attributes, tag.attributes ?? [])
  const roles = (tag.roles ?? []).map(({ id }) => id)
  const parts = annotation.parts.filter(({ role }) => roles.includes(role))
  const lost = annotation.parts.filter(({ role }) => !roles.includes(role)).map(({ role }) => `role ${role}`)
  const second = annotation.secondTag === undefined ? undefined : mapped(annotation.secondTag)
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
): { readonly attributes: Answers; readonly leftOut: readonly string[] } {
  const faults = answerFaults(questions, answers)
  return {
    attributes: Object.fromEntries(Object.entries(answers).filter(([id]) => !faults[id])),
    leftOut: Object.keys(faults).map((id) => `question ${id}`),
  }
}
