/** Answers about the whole article: shown at once, kept by the browser and sent behind it, like marks. */

import type { DocumentAnswers } from '../../../server/annotations/document-answers.ts'
import type { Act, Answered, Place, Turn } from '../../../server/annotations/history.ts'
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
  /** Takes an act of answering back, or brings it back; false where it no longer can, undefined where nothing would change. */
  turn(kind: 'undo' | 'redo', act: Act): boolean | undefined
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

  const isHere = (place: Place) => isSamePlace(place, here)
  const waiting = () => outbox.list().filter(isAboutArticle)
  const waitingHere = () => waiting().filter(({ place }) => isHere(place))

  /** How the answers stand by all that is known here. */
  function current(): DocumentAnswers {
    const last = waitingHere().at(-1)
    return last ? { revision: last.base + 1, answers: last.answers } : kept
  }

  /** The same for any article: of another one only what was done here is known. */
  function standing(place: Place): DocumentAnswers | undefined {
    if (isHere(place)) return current()
    return outbox.acts().findLast((act) => act.answered && isSamePlace(act.place, place))?.answered?.after
  }

  function give(place: Place, base: number, answers: Answers, act?: Act): void {
    const entry: AnswersEntry = { id: newId(), at: outbox.nextPlace(), account, place, base, answers }
    void outbox.change({ put: [entry], ...(act && { act }) })
    changed.tell()
  }

  function actOf(place: Place, answered: Answered | undefined, turn?: Turn): Act {
    const act = { id: newId(), at: outbox.nextPlace(), account, place, deed: 'document', steps: [] } as const
    return { ...act, ...(answered && { answered }), ...(turn && { turn }) }
  }

  /** Gives answers that differ from those that stand, as an act that can be undone. */
  function perform(place: Place, stood: DocumentAnswers, answers: Answers, question: string, turn?: Turn): void {
    const after = { revision: stood.revision + 1, answers }
    give(place, stood.revision, answers, actOf(place, { question, before: stood.answers, after }, turn))
  }

  function turn(kind: 'undo' | 'redo', { id, place, answered }: Act): boolean | undefined {
    const stood = standing(place)
    if (!answered || !stood) return undefined
    const { question, before, after } = answered
    const [from, to] = kind === 'undo' ? [after.answers, before] : [before, after.answers]
    const isDone = isSame(stood.answers, to)
    const fits = !isDone && isSame(stood.answers, from)
    if (fits) perform(place, stood, to, question, { kind, of: id })
    else void outbox.change({ act: actOf(place, undefined, { kind: 'drop', of: id }) })
    return isDone ? undefined : fits
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
      if (!isSame(ordered, answers)) perform(here, { revision, answers }, ordered, question)
    },
    turn,
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

function isSamePlace(one: Place, other: Place): boolean {
  return one.round === other.round && one.article === other.article
}

function isSame(one: Answers, other: Answers): boolean {
  return canonicalJson(one) === canonicalJson(other)
}
