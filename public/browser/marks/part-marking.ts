/** Marking parts: the words selected in the text get a role of the open mark's tag, by its key or its button. */
import type { Annotation, Part } from '../../../server/annotations/annotation.ts'
import { isSamePart, nextRole, withoutPart, withPart } from '../../../server/annotations/parts.ts'
import { findTag, inLanguage, type Role, type Tag } from '../../../server/codebook/codebook.ts'
import type { Span } from '../../../server/text/span.ts'
import { type Desk, shortQuote } from '../desk.ts'
import { fill } from '../dom.ts'

export interface PartMarking {
  /** The roles of the open mark's tag: none where none is open. */
  roles(): readonly Role[]
  /** Gives the selected words a role; the same words again lose it. False where the open mark's tag has no such role. */
  give(role: string): boolean
  remove(part: Part): void
  /** The part in whose place the next words of its role come. */
  readonly chosen: Part | undefined
  /** Chooses a part of the open mark, or no longer where it is chosen already. */
  choose(part: Part): void
  /** What comes next for the open mark, as a sentence; empty where every role has a part. */
  expected(): string
}

interface Scene {
  openMark(): Annotation | undefined
  /** The selected words, which are selected no longer, or else the word in the frame. */
  takeWords(): Span | undefined
  change(annotation: Annotation, parts: readonly Part[]): void
  say(sentence: string): void
  /** Another part is chosen now. */
  chose(): void
}

export function createPartMarking(desk: Desk, scene: Scene): PartMarking {
  let wanted: { readonly id: string; readonly part: Part } | undefined

  function open(): { annotation: Annotation; tag: Tag } | undefined {
    const annotation = desk.mayMark ? scene.openMark() : undefined
    const tag = annotation && findTag(desk.codebook, annotation.tag)
    return annotation && tag && { annotation, tag }
  }

  function chosen(): Part | undefined {
    const annotation = open()?.annotation
    if (!wanted || annotation?.id !== wanted.id) return undefined
    const { part } = wanted
    return annotation.parts.some((one) => isSamePart(one, part)) ? part : undefined
  }

  function change(annotation: Annotation, parts: readonly Part[], part: Part): void {
    const isThere = parts.some((one) => isSamePart(one, part))
    scene.change(annotation, parts)
    const sentence = isThere ? desk.words.parts.given : desk.words.parts.removed
    const given = fill(sentence, { role: roleLabel(desk, part.role), quote: shortQuote(desk, part) })
    scene.say(`${given} ${expected()}`.trim())
  }

  function expected(): string {
    const { annotation, tag } = open() ?? {}
    const role = annotation && nextRole(tag, annotation.parts)
    return role
      ? fill(desk.words.parts.next, { role: inLanguage(role.label, desk.language), key: howToGive(desk, role) })
      : ''
  }

  return {
    roles: () => open()?.tag.roles ?? [],
    give(id) {
      const { annotation, tag } = open() ?? {}
      const role = tag?.roles?.find((role) => role.id === id)
      if (!annotation || !tag || !role) return false
      const former = chosen()
      const span = scene.takeWords()
      if (span) {
        const part = { role: id, start: span.start, end: span.end }
        change(annotation, withPart(tag, annotation.parts, part, former?.role === id ? former : undefined), part)
      } else scene.say(fill(desk.words.parts.how, { key: howToGive(desk, role) }))
      return true
    },
    remove(part) {
      const annotation = open()?.annotation
      if (annotation) change(annotation, withoutPart(annotation.parts, part), part)
    },
    get chosen() {
      return chosen()
    },
    choose(part) {
      const annotation = open()?.annotation
      if (!annotation) return
      const former = chosen()
      wanted = former && isSamePart(former, part) ? undefined : { id: annotation.id, part }
      scene.chose()
    },
    expected,
  }
}

/** What gives words this role: its key, or the button that bears its name. */
export function howToGive(desk: Desk, { key, label }: Role): string {
  const isByFinger = matchMedia('(pointer: coarse)').matches
  return (isByFinger ? undefined : key?.toUpperCase()) ?? inLanguage(label, desk.language)
}

export function roleLabel(desk: Desk, id: string): string {
  const role = desk.codebook.tags.flatMap(({ roles = [] }) => roles).find((role) => role.id === id)
  return role ? inLanguage(role.label, desk.language) : id
}
