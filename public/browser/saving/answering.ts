/** Answers about the whole article: shown at once, kept by the browser and sent behind it, like marks. */

import type { DocumentAnswers } from '../../../server/annotations/document-answers.ts'
import type { Place } from '../../../server/annotations/history.ts'
import { type AnswersEntry, type Entry, entriesOf, isMark, type Trouble } from '../../../server/annotations/outbox.ts'
import { orderedAnswers } from '../../../server/codebook/answers.ts'
import type { Answers, AttributeValue } from '../../../server/codebook/codebook.ts'
import { canonicalJson } from '../../../server/text/canonical-json.ts'
import type { Desk } from '../desk.ts'
import { createSignal } from '../signal.ts'
import { newId } from './marking.ts'
import type { Outbox } from './outbox.ts'

export interface Answering {
  /** The answers as the page shows them, saved or not yet. */
  readonly answers: Answers
  /** Answers one question, or takes its answer back. */
  answer(question: string, value: AttributeValue | undefined): void
  onChange(listener: () => void): void
  /** Settles what was changed elsewhere meanwhile: by the answers here, or by those there. */
  settle(subject: string, by: 'here' | 'there'): void
  /** Gives up what waits: the page shows again what the server has. */
  giveUp(subject: string): void
  stored(entry: AnswersEntry, now: DocumentAnswers): void
  refused(entry: AnswersEntry, trouble: Trouble<DocumentAnswers>): Promise<void>
  /** Takes over the answers as the server has them now, but for what waits here. */
  refresh(now: DocumentAnswers): void
  showWaiting(): void
  /** Grows with each answer that changed what is known of the server. */
  readonly known: number
}

export function createAnswering(desk: Desk, account: string, outbox: Outbox): Answering {
  const here: Place = { round: desk.round, article: desk.article.id, title: desk.article.title }
  const changed = createSignal()
  let kept = desk.answers
  let known = 0

  const isHere = ({ round, article }: Place) => round === here.round && article === here.article
  const waiting = () => outbox.list().filter(isAboutArticle)
  const waitingHere = () => waiting().filter(({ place }) => isHere(place))

  /** How the answers stand by all that is known here. */
  function current(): DocumentAnswers {
    const last = waitingHere().at(-1)
    return last ? { revision: last.base + 1, answers: last.answers } : kept
  }

  function give(place: Place, base: number, answers: Answers): void {
    const entry: AnswersEntry = { id: newId(), at: outbox.nextPlace(), account, place, base, answers }
    void outbox.change({ put: [entry] })
    changed.tell()
  }

  function remove(entries: readonly AnswersEntry[]): void {
    void outbox.change({ remove: entries.map(({ id }) => id) })
  }

  function settle(subject: string, by: 'here' | 'there'): void {
    const entries = entriesOf(waiting(), subject)
    const last = entries.at(-1)
    const there = entries.find(({ trouble }) => trouble)?.trouble?.current
    if (!last || !there) return
    if (isHere(last.place)) kept = there
    remove(entries)
    if (by === 'here') give(last.place, there.revision, last.answers)
    else changed.tell()
  }

  return {
    get answers() {
      return current().answers
    },
    answer(question, value) {
      const { revision, answers } = current()
      const { [question]: _, ...others } = answers
      const given = value === undefined ? others : { ...others, [question]: value }
      const ordered = orderedAnswers(desk.codebook.questions ?? [], given)
      if (!isSame(ordered, answers)) give(here, revision, ordered)
    },
    onChange: changed.listen,
    settle,
    giveUp(subject) {
      remove(entriesOf(waiting(), subject))
      changed.tell()
    },
    stored(entry, now) {
      known++
      if (isHere(entry.place) && kept.revision < now.revision) kept = now
      remove([entry])
      changed.tell()
    },
    async refused(entry, trouble) {
      await outbox.change({ put: [{ ...entry, trouble }] })
      const [subject, last] = [`${entry.place.round} ${entry.place.article}`, waitingHere().at(-1)]
      if (trouble.current && last && isSame(last.answers, trouble.current.answers)) settle(subject, 'there')
    },
    refresh(now) {
      kept = now
      changed.tell()
    },
    showWaiting: changed.tell,
    get known() {
      return known
    },
  }
}

function isAboutArticle(entry: Entry): entry is AnswersEntry {
  return !isMark(entry)
}

function isSame(one: Answers, other: Answers): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
