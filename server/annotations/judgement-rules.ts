/** Does a judgement fit the codebook and the article? Each thing that does not is named by its path, with a reason. */
import type { Article } from '../articles/article.ts'
import { answerFaults, orderedAnswers } from '../codebook/answers.ts'
import { type Codebook, findTag, type Role, type Tag } from '../codebook/codebook.ts'
import type { Judgement, Part } from './annotation.ts'
import { orderedParts } from './parts.ts'
import { spanFaults } from './span-rules.ts'

/** Path into the judgement → reason, such as `parts.0.role` → `unknown-role`. */
export type Faults = Record<string, string>

/** What the codebook does not allow. A retired tag stays on annotations that have it already. */
export function codebookFaults(codebook: Codebook, judgement: Judgement, formerTag?: string): Faults {
  const tag = findTag(codebook, judgement.tag)
  if (!tag) return { tag: 'unknown-tag' }
  const faults: Faults = {}
  if (tag.retired && judgement.tag !== formerTag) faults.tag = 'retired-tag'
  for (const [id, fault] of Object.entries(answerFaults(tag.attributes ?? [], judgement.attributes)))
    faults[`attributes.${id}`] = fault
  Object.assign(faults, roleFaults(tag.roles ?? [], judgement.parts))
  if (judgement.secondTag === judgement.tag) faults.secondTag = 'same-as-tag'
  else if (judgement.secondTag && !findTag(codebook, judgement.secondTag)) faults.secondTag = 'unknown-tag'
  return faults
}

function roleFaults(roles: readonly Role[], parts: readonly Part[]): Faults {
  const faults: Faults = {}
  const seen = new Set<string>()
  for (const [index, part] of parts.entries()) {
    const role = roles.find((role) => role.id === part.role)
    const place = `${part.role} ${part.start} ${part.end}`
    if (!role) faults[`parts.${index}.role`] = 'unknown-role'
    else if (seen.has(place)) faults[`parts.${index}`] = 'repeated-part'
    else if (!role.many && parts.findIndex((other) => other.role === part.role) < index)
      faults[`parts.${index}.role`] = 'one-part-only'
    seen.add(place)
  }
  return faults
}

/** What the article does not allow: spans that end outside, on white space, or inside a grapheme. */
export function placeFaults(article: Article, judgement: Judgement): Faults {
  const faults: Faults = { ...spanFaults(article, judgement) }
  for (const [index, part] of judgement.parts.entries())
    for (const [end, fault] of Object.entries(spanFaults(article, part))) faults[`parts.${index}.${end}`] = fault
  return faults
}

/** The same judgement in the codebook's order, without empty answers. Expects a judgement that fits. */
export function orderedJudgement(tag: Tag, judgement: Judgement): Judgement {
  return {
    ...judgement,
    attributes: orderedAnswers(tag.attributes ?? [], judgement.attributes),
    parts: orderedParts(tag, judgement.parts),
  }
}
