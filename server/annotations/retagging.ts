/** A judgement under another tag: answers and parts that the new tag does not know go with the old one. */
import { orderedAnswers } from '../codebook/answers.ts'
import { type Codebook, findTag } from '../codebook/codebook.ts'
import type { Judgement } from './annotation.ts'

export function retagged<J extends Judgement>(codebook: Codebook, judgement: J, id: string): J {
  const tag = findTag(codebook, id)
  const roles = new Set(tag?.roles?.map((role) => role.id))
  return {
    ...judgement,
    tag: id,
    attributes: orderedAnswers(tag?.attributes ?? [], judgement.attributes),
    parts: judgement.parts.filter(({ role }) => roles.has(role)),
    secondTag: judgement.secondTag === id ? undefined : judgement.secondTag,
  }
}
