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

const following: ParticipantPage['following'] & { readonly phases: Words['workshops']['shortPhases'] } = JSON.parse(
  find('#following').textContent,
)
const timer = showTimer(document.querySelector<HTMLElement>('[data-timer]'), following.now)
timer.set(following.timerEndsAt)
let isLeaving = false

const address = `/api/v1/workshops/${following.workshop}/phone`
let participants = 0

follow(address, {
  show(picture) {
    const { phase, phaseSince, timerEndsAt, removed, ...shown } = picture as PhonePicture
    timer.set(timerEndsAt)
    if (removed.includes(following.annotator)) location.replace('/join?left=removed')
    else if (phase !== following.phase || phaseSince !== following.phaseSince) moveTo(phase)
    if (shown.participants < participants) setTimeout(leaveIfGone, Math.random() * SPREAD)
    participants = shown.participants
  },
  live: (isLive) => {
    find('[data-lost]').hidden = isLive
    if (!isLive) leaveIfGone()
  },
})

/** Erased on another device, or with the whole workshop: there is nobody left whose page this could be. */
function leaveIfGone(): void {
  fetch(address, { cache: 'no-store' }).then(
    ({ status }) => {
      if (status === 401 || status === 404) location.replace('/join?left=gone')
    },
    () => {},
  )
}

/** A guest has no password to sign in with again. */
new MutationObserver(() => {
  if (find('[data-save-state]').dataset.saveState === 'failed') leaveIfGone()
}).observe(find('[data-save-state]'), { attributeFilter: ['data-save-state'] })

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
    // No reload, which would come back to where one was: what is to be done in a new phase begins at the top.
    location.replace(location.pathname)
  }, 50)
}
