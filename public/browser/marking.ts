/** Acts of marking: shown at once, sent behind it. */
import { type Change, type Deed, judgementOf } from '../../server/annotations/act.ts'
import { type Annotation, type Judgement, unquoted } from '../../server/annotations/annotation.ts'
import type { ActionInput } from '../../server/annotations/annotation-input.ts'
import { uuidV7 } from '../../server/text/uuid.ts'
import type { Desk } from './desk.ts'
import type { Reading } from './reading.ts'
import { createSender, type SaveState, type Trouble } from './sender.ts'

export interface Marking {
  /**
   * Carries out one act, which may change several annotations; an id that is unknown so far makes an annotation.
   * @param deed what it is called, where that is not plain from its one change
   */
  act(changes: readonly Change[], deed?: Deed): void
  retry(): void
  /** Gives up what could not be saved: the page shows again what the server has. */
  discard(): void
}

/** crypto.randomUUID is missing on plain-http addresses; random bytes are not. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export function createMarking(
  desk: Desk,
  reading: Reading,
  onState: (state: SaveState, trouble: Trouble | undefined) => void,
): Marking {
  /** Annotations as the server has them. */
  const kept = new Map<string, Annotation>(desk.annotations.map((annotation) => [annotation.id, annotation]))
  let trouble: Trouble | undefined
  const sender = createSender({
    stateChanged(state, found) {
      trouble = found
      onState(state, found)
    },
    saved: (_sending, annotation) => void kept.set(annotation.id, unquoted(annotation)),
  })

  function target(id: string) {
    return { round: desk.round, article: desk.article.id, annotation: id }
  }

  function show(annotation: Annotation, action: ActionInput): void {
    reading.set(annotation.id, annotation)
    sender.send(newId(), action)
  }

  function change({ id, judgement }: Change): void {
    const before = reading.get(id)
    if (!judgement) {
      if (!before) return
      show(
        { ...before, revision: before.revision + 1, retracted: true },
        { ...target(id), kind: 'retract', base: before.revision },
      )
    } else if (before) {
      const after = { ...judgementOf(judgement), ...stateOf(before), revision: before.revision + 1 }
      show(after, { ...target(id), kind: 'revise', base: before.revision, ...contentOf(desk, judgement) })
    } else {
      const now = new Date().toISOString()
      const state = { id, revision: 1, retracted: false, origin: 'annotator', createdAt: now, changedAt: now }
      show(
        { ...judgementOf(judgement), ...state },
        { ...target(id), kind: 'make', base: 0, ...contentOf(desk, judgement) },
      )
    }
  }

  return {
    act: (changes) => changes.forEach(change),
    retry: () => sender.retry(),
    discard() {
      const given = trouble
      sender.discard()
      if (!given) return
      const id = given.sending.action.annotation
      if (given.current) kept.set(id, unquoted(given.current))
      reading.set(id, kept.get(id))
    },
  }
}

function stateOf({ id, retracted, origin, createdAt, changedAt }: Annotation) {
  return { id, retracted, origin, createdAt, changedAt }
}

/** A judgement as it is sent: every span with its quote, nothing that is empty. */
function contentOf({ article: { body } }: Desk, judgement: Judgement) {
  const { start, end, tag, attributes, parts, confidence, secondTag, note } = judgement
  return {
    start,
    end,
    quote: body.slice(start, end),
    tag,
    ...(Object.keys(attributes).length > 0 && {
      attributes: attributes as Record<string, string | number | boolean | string[]>,
    }),
    ...(parts.length > 0 && { parts: parts.map((part) => ({ ...part, quote: body.slice(part.start, part.end) })) }),
    ...(confidence && { confidence }),
    ...(secondTag && { secondTag }),
    ...(note && { note }),
  }
}
