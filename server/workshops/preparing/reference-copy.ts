/** A reference reading as a workshop's codebook can hold it. */
import type { Annotation } from '../../annotations/annotation.ts'
import { type Answers, type Codebook, findTag } from '../../codebook/codebook.ts'

/** The annotations whose tags the codebook has, as first revisions; answers and parts that it does not know stay behind. */
export function copiedInto(
  codebook: Codebook,
  annotations: readonly Annotation[],
  { newId, now }: { newId: () => string; now: string },
): Annotation[] {
  return annotations.flatMap(({ start, end, tag, attributes, origin }) => {
    const known = findTag(codebook, tag)
    if (!known) return []
    const asked = (known.attributes ?? []).filter(({ id }) => attributes[id] !== undefined)
    const answers: Answers = Object.fromEntries(asked.map(({ id }) => [id, attributes[id]!]))
    const times = { createdAt: now, changedAt: now }
    return {
      start,
      end,
      tag,
      attributes: answers,
      parts: [],
      id: newId(),
      revision: 1,
      retracted: false,
      origin,
      ...times,
    }
  })
}
