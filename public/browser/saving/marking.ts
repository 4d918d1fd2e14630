/** Acts of marking: shown at once, kept by the browser, sent behind it, undone and done again as they were done. */
import {
  type Change,
  type Deed,
  deedOf,
  type Revision,
  revisionsTo,
  type Step,
  sayTheSame,
} from '../../../server/annotations/act.ts'
import {
  judgementIn,
  type QuotedAnnotation,
  type QuotedJudgement,
  quoted,
  quotedJudgement,
  unquoted,
} from '../../../server/annotations/annotation.ts'
import {
  type Act,
  lastStateOf,
  type Place,
  stepsBack,
  stepsForth,
  type Turn,
} from '../../../server/annotations/history.ts'
import { entriesOf, isMark, type MarkEntry, statesAfter, type Trouble } from '../../../server/annotations/outbox.ts'
import { retagged } from '../../../server/annotations/retagging.ts'
import { uuidV7 } from '../../../server/text/uuid.ts'
import type { Desk } from '../desk.ts'
import { createKept } from './kept.ts'
import type { Outbox } from './outbox.ts'
import type { Reading } from './reading.ts'

export interface Marking {
  /**
   * Carries out one act, which may change several annotations; an id that is unknown so far makes an annotation.
   * @param deed what it is called, where that is not plain from its one change
   */
  act(changes: readonly Change[], deed?: Deed): void
  /** Takes an act on annotations back, or brings it back; false where it no longer can, undefined where nothing would change. */
  turn(kind: 'undo' | 'redo', act: Act): boolean | undefined
  /** Settles what was changed elsewhere meanwhile: by the state here, or by the one there. */
  settle(annotation: string, by: 'here' | 'there'): void
  /** Gives up what waits for an annotation: the page shows again what the server has. */
  giveUp(annotation: string): void
  /** Gives an annotation of this article, which the server does not accept as it is, a tag that fits, and sends it so. */
  retag(annotation: string, tag: string): void
  /** The server has stored an entry; it tells how the annotation stood after it. */
  stored(entry: MarkEntry, annotation: QuotedAnnotation): void
  /** The server will not store an entry as it is; where it says what is there already, that settles itself. */
  refused(entry: MarkEntry, trouble: Trouble<QuotedAnnotation>): Promise<void>
  /** Takes over one's own reading as the server has it now, but for what waits here. */
  refresh(annotations: readonly QuotedAnnotation[]): void
  /** Shows what waits here over what the server has. */
  showWaiting(): void
  /** Grows with each answer that changed what is known of the server. */
  readonly answers: number
}

/** crypto.randomUUID is missing on plain-http addresses; random bytes are not. */
export function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
}

export function createMarking(desk: Desk, account: string, reading: Reading, outbox: Outbox): Marking {
  const { body } = desk.article
  const here: Place = { round: desk.round, article: desk.article.id, title: desk.article.title }
  const kept = createKept(desk.annotations, body)
  let answers = 0

  const waitingMarks = () => outbox.list().filter(isMark)
  const isHere = (place: Place) => place.round === here.round && place.article === here.article

  /** How an annotation stands by all that is known here, what waits included. */
  function stateOf(id: string, place: Place): QuotedAnnotation | undefined {
    const waiting = statesAfter(outbox.list()).get(id)
    if (waiting) return waiting
    const known = lastStateOf(outbox.acts(), id)
    if (!isHere(place)) return known
    const there = kept.get(id)
    return there ?? (known?.retracted ? known : undefined)
  }

  function show(id: string, state: QuotedAnnotation | undefined): void {
    const shown = reading.get(id)
    const after = state && !state.retracted ? unquoted(state) : undefined
    if (!after && !shown) return
    const isNews = !after || !shown || shown.revision !== after.revision || !sayTheSame(quoted(shown, body), state)
    if (isNews) reading.set(id, after)
  }

  interface Wanted {
    readonly id: string
    readonly from: QuotedAnnotation | undefined
    readonly to: QuotedJudgement | undefined
  }

  /** Does an act at a place; returns false where nothing would change. */
  function perform(place: Place, wanted: readonly Wanted[], deed: Deed | undefined, turn?: Turn): boolean {
    const now = new Date().toISOString()
    const steps: Step[] = []
    const revisions: Revision[] = []
    for (const { id, from, to } of wanted) {
      const found = revisionsTo(from, to, id, now)
      const after = found.at(-1)?.after
      if (after) steps.push({ before: from, after })
      revisions.push(...found)
    }
    if (steps.length === 0 && turn === undefined) return false
    const put = revisions.map(({ action, after }): MarkEntry => {
      return { id: newId(), at: outbox.nextPlace(), account, place, action, after }
    })
    if (isHere(place)) for (const { after } of steps) show(after.id, after)
    const name = deed ?? (steps[0] ? deedOf(steps[0]) : 'answer')
    const act: Act = { id: newId(), at: outbox.nextPlace(), account, place, deed: name, steps, ...(turn && { turn }) }
    void outbox.change({ put, act })
    return true
  }

  function turn(kind: 'undo' | 'redo', act: Act): boolean | undefined {
    const steps = (kind === 'undo' ? stepsBack(act) : stepsForth(act)).map((step) => {
      const current = stateOf(step.id, act.place)
      return { ...step, current, isDone: sayTheSame(current, step.to), fits: sayTheSame(current, step.from) }
    })
    const open = steps.filter(({ isDone }) => !isDone)
    const fits = open.length > 0 && open.every(({ fits }) => fits)
    const wanted = fits ? open.map(({ id, current, to }) => ({ id, from: current, to: wordsOf(to) })) : []
    perform(act.place, wanted, act.deed, { kind: fits ? kind : 'drop', of: act.id })
    return open.length > 0 ? fits : undefined
  }

  function settle(annotation: string, by: 'here' | 'there'): void {
    const waiting = entriesOf(waitingMarks(), annotation)
    const last = waiting.at(-1)
    const there = waiting.find(({ trouble }) => trouble)?.trouble?.current
    if (!last || !there) return
    if (isHere(last.place)) kept.set(annotation, there)
    void outbox.change({ remove: waiting.map(({ id }) => id) })
    if (by === 'here') perform(last.place, [{ id: annotation, from: there, to: wordsOf(last.after) }], undefined)
    else if (isHere(last.place)) show(annotation, there)
  }

  function giveUp(annotation: string): void {
    const waiting = entriesOf(waitingMarks(), annotation)
    void outbox.change({ remove: waiting.map(({ id }) => id) })
    if (waiting.some(({ place }) => isHere(place))) show(annotation, kept.get(annotation))
  }

  function retag(annotation: string, tag: string): void {
    const waiting = entriesOf(waitingMarks(), annotation)
    const last = waiting.at(-1)
    if (!last || !isHere(last.place)) return
    const from = kept.get(annotation)
    const to = quotedJudgement(retagged(desk.codebook, unquoted(last.after), tag), body)
    void outbox.change({ remove: waiting.map(({ id }) => id) })
    perform(last.place, [{ id: annotation, from, to }], 'retag')
  }

  function stored({ id, place }: MarkEntry, annotation: QuotedAnnotation): void {
    answers++
    void outbox.change({ remove: [id] })
    if (!isHere(place)) return
    const former = kept.get(annotation.id)
    if (!former || former.revision <= annotation.revision) kept.set(annotation.id, annotation)
    show(annotation.id, statesAfter(outbox.list()).get(annotation.id) ?? kept.get(annotation.id))
  }

  async function refused(entry: MarkEntry, trouble: Trouble<QuotedAnnotation>): Promise<void> {
    const { annotation } = entry.action
    await outbox.change({ put: [{ ...entry, trouble }] })
    const wanted = statesAfter(outbox.list()).get(annotation)
    if (trouble.current && sayTheSame(wanted, trouble.current)) settle(annotation, 'there')
  }

  function refresh(annotations: readonly QuotedAnnotation[]): void {
    const found = new Map(annotations.map((annotation) => [annotation.id, annotation]))
    for (const id of new Set([...kept.ids(), ...found.keys()])) {
      const now = found.get(id)
      if (now) kept.set(id, now)
      else kept.delete(id)
      show(id, statesAfter(outbox.list()).get(id) ?? now)
    }
  }

  return {
    act(changes, deed) {
      const wanted = changes.map(({ id, judgement }) => {
        return { id, from: stateOf(id, here), to: judgement && quotedJudgement(judgement, body) }
      })
      perform(here, wanted, deed)
    },
    turn,
    settle,
    giveUp,
    retag,
    stored,
    refused,
    refresh,
    showWaiting() {
      for (const entry of waitingMarks()) if (isHere(entry.place)) show(entry.after.id, stateOf(entry.after.id, here))
    },
    get answers() {
      return answers
    },
  }
}

/** What a state says, or undefined where it says nothing. */
function wordsOf(state: QuotedAnnotation | undefined): QuotedJudgement | undefined {
  return state && !state.retracted ? judgementIn(state) : undefined
}
