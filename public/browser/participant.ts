/** A participant's page follows the workshop: phase and timer at once, the page itself as soon as everything is saved. */

import type { Words } from '../../server/words/words.ts'
import type { ParticipantPage } from '../../server/workshops/taking-part/participant-page.ts'
import type { PhonePicture } from '../../server/workshops/taking-part/phone-picture.ts'
import { find } from './dom.ts'
import { follow } from './live.ts'
import { showTimer } from './timer.ts'

/** Marks that are on their way may take so long before the page is drawn anew; what has not gone by then is kept. */
const PATIENCE = 1_500
/** Not all phones of a class ask in the same moment. */
const SPREAD = 400

const following: ParticipantPage['following'] & { readonly phases: Words['workshops']['phases'] } = JSON.parse(
  find('#following').textContent,
)
const timer = showTimer(document.querySelector<HTMLElement>('[data-timer]'), following.now)
timer.set(following.timerEndsAt)
let isLeaving = false

follow(`/api/v1/workshops/${following.workshop}/phone`, {
  show(picture) {
    const { phase, phaseSince, timerEndsAt, removed } = picture as PhonePicture
    timer.set(timerEndsAt)
    if (removed.includes(following.annotator)) location.replace('/join')
    else if (phase !== following.phase || phaseSince !== following.phaseSince) moveTo(phase)
  },
  live: (isLive) => {
    find('[data-lost]').hidden = isLive
  },
})

/** Nothing new is begun while the page waits for what is on its way. */
function moveTo(phase: PhonePicture['phase']): void {
  find('[data-phase-name]').textContent = following.phases[phase]
  if (isLeaving) return
  isLeaving = true
  find('#article').inert = true
  const begun = Date.now()
  const spread = Math.random() * SPREAD
  const wait = setInterval(() => {
    const isSaved = find('[data-save-state]').dataset.saveState === 'saved'
    const waited = Date.now() - begun
    if (waited < spread || (!isSaved && waited < PATIENCE)) return
    clearInterval(wait)
    location.reload()
  }, 50)
}
