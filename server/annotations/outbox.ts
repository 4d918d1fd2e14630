/** What is still to be sent: entries leave in order for each annotation and for the answers about each article, and one that is held up holds up no other. */
import type { Answers } from '../codebook/codebook.ts'
import type { Action } from './act.ts'
import type { QuotedAnnotation } from './annotation.ts'
import type { DocumentAnswers } from './document-answers.ts'
import type { Place } from './history.ts'

/** Why an entry cannot be stored as it is. */
export interface Trouble<S = QuotedAnnotation | DocumentAnswers> {
  /** A code of the server's answers; `stale` where what it is about has been changed elsewhere. */
  readonly code: string
  /** The server's words. */
  readonly message: string
  /** How that stands at the server, where it is stale. */
  readonly current?: S
}

interface Waiting<S> {
  /** The action's id. */
  readonly id: string
  /** Its place in the order of all entries. */
  readonly at: number
  readonly account: string
  readonly place: Place
  readonly trouble?: Trouble<S>
}

/** One action of marking on its way to the server. */
export interface MarkEntry extends Waiting<QuotedAnnotation> {
  readonly action: Action
  /** The annotation as it stands after the action. */
  readonly after: QuotedAnnotation
}

/** Answers about the whole article on their way to the server. */
export interface AnswersEntry extends Waiting<DocumentAnswers> {
  /** The revision in sight of which they were given. */
  readonly base: number
  readonly answers: Answers
}

export type Entry = MarkEntry | AnswersEntry

export function isMark(entry: Entry): entry is MarkEntry {
  return 'action' in entry
}

/** What an entry is about: an annotation, or the answers about an article. */
export function subjectOf(entry: Entry): string {
  return isMark(entry) ? entry.action.annotation : `${entry.place.round} ${entry.place.article}`
}

/** What the server is sent of an entry, beside its id. */
export function contentOf(entry: Entry): object {
  const { round, article } = entry.place
  if (isMark(entry)) return { round, article, ...entry.action }
  const { base, answers } = entry
  return { round, article, base, answers }
}

/** The entry with what the server told of it, which is of the entry's own kind. */
export function troubled(entry: Entry, trouble: Trouble): Entry {
  return { ...entry, trouble } as Entry
}

/** Entries in the order in which they were made. */
export function inOrder<E extends Entry>(entries: Iterable<E>): E[] {
  return [...entries].sort((a, b) => a.at - b.at || baseOf(a) - baseOf(b))
}

function baseOf(entry: Entry): number {
  return isMark(entry) ? entry.action.base : entry.base
}

/** The entry to send next: the first one that waits for nothing before it. Expects entries in order. */
export function nextToSend<E extends Entry>(entries: readonly E[]): E | undefined {
  const held = new Set(entries.filter(({ trouble }) => trouble).map(subjectOf))
  return entries.find((entry) => !held.has(subjectOf(entry)))
}

/** The entries about one thing, oldest first. */
export function entriesOf<E extends Entry>(entries: readonly E[], subject: string): E[] {
  return entries.filter((entry) => subjectOf(entry) === subject)
}

/** Annotation → its state after everything that waits. Expects entries in order. */
export function statesAfter(entries: readonly Entry[]): Map<string, QuotedAnnotation> {
  return new Map(entries.filter(isMark).map(({ after }) => [after.id, after]))
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
