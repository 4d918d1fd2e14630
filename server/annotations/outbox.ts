/** What is still to be sent: entries leave in order for each annotation, and one that is held up holds up no other. */
import type { Action } from './act.ts'
import type { QuotedAnnotation } from './annotation.ts'
import type { Place } from './history.ts'

/** Why an entry cannot be stored as it is. */
export interface Trouble {
  /** A code of the server's answers; `stale` where the annotation has been changed elsewhere. */
  readonly code: string
  /** The server's words. */
  readonly message: string
  /** How the annotation stands at the server, where it is stale. */
  readonly current?: QuotedAnnotation
}

/** One action on its way to the server. */
export interface Entry {
  /** The action's id. */
  readonly id: string
  /** Its place in the order of all entries. */
  readonly at: number
  readonly account: string
  readonly place: Place
  readonly action: Action
  /** The annotation as it stands after the action. */
  readonly after: QuotedAnnotation
  readonly trouble?: Trouble
}

/** Entries in the order in which they were made. */
export function inOrder(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => a.at - b.at || a.action.base - b.action.base)
}

/** The entry to send next: the first one that waits for nothing before it. Expects entries in order. */
export function nextToSend(entries: readonly Entry[]): Entry | undefined {
  const held = new Set(entries.filter(({ trouble }) => trouble).map(({ action }) => action.annotation))
  return entries.find(({ action }) => !held.has(action.annotation))
}

/** The entries of one annotation, oldest first. */
export function entriesOf(entries: readonly Entry[], annotation: string): Entry[] {
  return entries.filter(({ action }) => action.annotation === annotation)
}

/** Annotation → its state after everything that waits. Expects entries in order. */
export function statesAfter(entries: readonly Entry[]): Map<string, QuotedAnnotation> {
  return new Map(entries.map(({ after }) => [after.id, after]))
}

/** What stands between the queue and the server. */
export type Obstacle =
  | { readonly kind: 'offline' }
  | { readonly kind: 'server'; readonly message: string }
  | { readonly kind: 'signed-out' }

/** saved: nothing waits · saving: it is under way · waiting: for a connection · failed: it needs a person. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'failed'

export function saveStateOf(entries: readonly Entry[], obstacle: Obstacle | undefined): SaveState {
  if (entries.length === 0) return 'saved'
  if (entries.some(({ trouble }) => trouble)) return 'failed'
  if (!obstacle) return 'saving'
  return obstacle.kind === 'offline' ? 'waiting' : 'failed'
}
