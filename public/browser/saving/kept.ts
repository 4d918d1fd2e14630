/** The annotations of this article as the server has them. */
import { type Annotation, type QuotedAnnotation, quoted } from '../../../server/annotations/annotation.ts'
import type { IndexedText } from '../../../server/text/code-points.ts'

export interface Kept {
  get(id: string): QuotedAnnotation | undefined
  set(id: string, annotation: QuotedAnnotation): void
  delete(id: string): void
  ids(): Iterable<string>
}

/** Five thousand may come with a page, and few of them are ever asked for: quotes are sliced then. */
export function createKept(annotations: readonly Annotation[], body: IndexedText): Kept {
  const kept = new Map<string, Annotation | QuotedAnnotation>()
  for (const one of annotations) kept.set(one.id, one)
  return {
    get(id) {
      const one = kept.get(id)
      return one && !('quote' in one) ? quoted(one, body) : one
    },
    set: (id, annotation) => kept.set(id, annotation),
    delete: (id) => kept.delete(id),
    ids: () => kept.keys(),
  }
}
