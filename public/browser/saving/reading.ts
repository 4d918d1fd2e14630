/** The reading in hand: the annotations as the page shows them, saved or not yet. */
import { type Annotation, compareAnnotations } from '../../../server/annotations/annotation.ts'
import type { Span } from '../../../server/text/span.ts'
import { createSignal } from '../signal.ts'

export interface Reading {
  get(id: string): Annotation | undefined
  /** All annotations, in the order of the text. */
  list(): readonly Annotation[]
  /** Puts an annotation in, or takes it out where it is undefined or retracted. */
  set(id: string, annotation: Annotation | undefined): void
  /** Tells of changes: the spans where something looks different now. */
  onChange(listener: (places: readonly Span[]) => void): void
}

/** `annotations`: in the order of the text. */
export function createReading(annotations: readonly Annotation[]): Reading {
  const byId = new Map<string, Annotation>()
  for (const annotation of annotations) byId.set(annotation.id, annotation)
  const changed = createSignal<[places: readonly Span[]]>()
  let inOrder: readonly Annotation[] | undefined = annotations
  return {
    get: (id) => byId.get(id),
    list: () => (inOrder ??= [...byId.values()].sort(compareAnnotations)),
    set(id, annotation) {
      const before = byId.get(id)
      const after = annotation?.retracted ? undefined : annotation
      if (after) byId.set(id, after)
      else byId.delete(id)
      inOrder = undefined
      const places = [before, after].flatMap((one) => (one ? [one, ...one.parts] : []))
      changed.tell(places)
    },
    onChange: changed.listen,
  }
}
