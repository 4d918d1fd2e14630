/** Saving: what is kept, what is sent, what the line says about it, and what needs a decision, put together. */

import type { QuotedAnnotation } from '../../../server/annotations/annotation.ts'
import type { DeskAccount } from '../../../server/annotations/annotation-page.ts'
import type { DocumentAnswers } from '../../../server/annotations/document-answers.ts'
import { entriesOf, isMark, saveStateOf, subjectOf, type Trouble } from '../../../server/annotations/outbox.ts'
import { keepTyped } from '../cards/card-note.ts'
import type { Desk } from '../desk.ts'
import { find } from '../dom.ts'
import { type Answering, createAnswering } from './answering.ts'
import { createApi } from './api.ts'
import { createDecisions } from './decisions.ts'
import { HANDED_OVER, leave, leaveWhenHandedOver } from './handed-over.ts'
import { openKeep } from './keep.ts'
import { createMarking, type Marking, newId } from './marking.ts'
import { createOutbox } from './outbox.ts'
import type { Reading } from './reading.ts'
import { createSaveLine } from './save-line.ts'
import { createSender } from './sender.ts'
import { createTurning, type Turning, type TurnListener } from './undo-redo.ts'
import { watchWaking } from './waking.ts'

export interface Saving {
  readonly marking: Marking
  readonly answering: Answering
  readonly turning: Turning
  /** Asks the server how one's own reading stands now, and sends what waits. */
  wake(): Promise<void>
  /** Resolves once nothing of this article waits; what was set aside of another one holds nothing up. */
  settled(): Promise<void>
}

export function startSaving(desk: Desk, account: DeskAccount, reading: Reading, listener: TurnListener): Saving {
  const api = createApi(account.id)
  const keep = openKeep()
  const outbox = createOutbox(keep, account.id)
  const marking = createMarking(desk, account.id, reading, outbox)
  const answering = createAnswering(desk, account.id, outbox)
  const turning = createTurning(find('[data-turns]'), desk, outbox, { marking, answering }, listener)
  const channel = new BroadcastChannel('lesart')
  const sender = createSender(api, keep, outbox, newId(), {
    stored(entry, { annotation, answers }) {
      if (!isMark(entry)) answers && answering.stored(entry, answers)
      else if (annotation) marking.stored(entry, annotation)
    },
    refused(entry, trouble) {
      // What the server tells of an entry is of the entry's own kind.
      if (isMark(entry)) void marking.refused(entry, trouble as Trouble<QuotedAnnotation>)
      else void answering.refused(entry, trouble as Trouble<DocumentAnswers>)
    },
    changed: show,
  })
  const line = createSaveLine(find('[data-save-state]'), desk, {
    retry: () => sender.retry(),
    showDecisions: () => decisions.show(),
  })
  const decisions = createDecisions(find('[data-decisions]'), desk, account, {
    settle: (entry, by) => (isMark(entry) ? marking : answering).settle(subjectOf(entry), by),
    giveUp: (entry) => (isMark(entry) ? marking : answering).giveUp(subjectOf(entry)),
    retag: (entry, tag) => marking.retag(subjectOf(entry), tag),
    retry(entry) {
      outbox.tryAgain(entriesOf(outbox.list(), subjectOf(entry)))
      sender.retry()
    },
    async signIn(name, password) {
      const answer = await api.signIn(name, password)
      if (answer !== 'signed-in') return answer
      // Whoever signed in: what waits here belongs to the one person for whom the page was opened.
      const reading = await api.reading({ round: desk.round, article: desk.article.id })
      if (reading.kind === 'refused' && reading.status === 401) return 'another'
      sender.retry()
      return answer
    },
  })
  let isLoaded = false
  const goOn: (() => void)[] = []

  function show(): void {
    const entries = outbox.list()
    const state = isLoaded ? saveStateOf(entries, sender.obstacle) : 'saving'
    line.show(state, entries, sender.obstacle)
    decisions.draw(entries, sender.obstacle, outbox.isRefused)
    if (!isLoaded || entries.some(({ place }) => place.round === desk.round && place.article === desk.article.id))
      return
    for (const settled of goOn.splice(0)) settled()
  }

  function settled(): Promise<void> {
    return new Promise((resolve) => {
      goOn.push(resolve)
      show()
    })
  }

  outbox.onChange(() => {
    show()
    sender.drain()
  })
  // Another tab has changed what waits.
  channel.onmessage = ({ data }) => (data === HANDED_OVER ? leave() : void outbox.sync())
  leaveWhenHandedOver()
  outbox.onGone(() => void refresh())
  outbox.onKept(() => channel.postMessage('changed'))
  addEventListener('pagehide', () => void keep.letGo(sender.holder).catch(() => undefined))
  addEventListener('beforeunload', (event) => {
    if (outbox.isRefused && outbox.list().length > 0) event.preventDefault()
  })

  async function refresh(): Promise<void> {
    const known = () => marking.answers + answering.known
    const before = known()
    const answer = await api.reading({ round: desk.round, article: desk.article.id })
    // What was stored meanwhile is newer than this answer.
    if (answer.kind !== 'stored' || known() !== before) return
    keepTyped()
    marking.refresh(answer.annotations)
    answering.refresh(answer.answers)
  }

  async function wake(): Promise<void> {
    await refresh()
    sender.retry()
  }

  void outbox.sync().then(() => {
    isLoaded = true
    marking.showWaiting()
    answering.showWaiting()
    show()
    sender.drain()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keepTyped()
  })
  watchWaking(() => void wake())
  return { marking, answering, turning, wake, settled }
}
