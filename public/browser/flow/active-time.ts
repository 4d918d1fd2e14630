/** Measures how long somebody acts or reads here, says so, and can be paused. Nothing of what they do is looked at. */
import { type ActiveTime, afterLeaving, afterSign, NOTHING_YET } from '../../../server/annotations/active-time.ts'
import { uuidV7 } from '../../../server/text/uuid.ts'
import type { Desk } from '../desk.ts'
import { find } from '../dom.ts'

/** Signs of life: that one came is all that is noticed. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'scroll', 'touchmove', 'wheel', 'focusin'] as const
const SENT_EVERY = 30_000

export function keepActiveTime(desk: Desk, account: string): void {
  const place = find('[data-active-time]')
  const said = find('[data-active-minutes]', place)
  const button = find<HTMLButtonElement>('button', place)
  const words = desk.words.activeTime
  const visit = uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  let time: ActiveTime = NOTHING_YET
  /** What the server has, and what it was last told. */
  let kept = 0
  let told = 0
  let isPaused = false

  function sign(): void {
    if (isPaused || document.visibilityState !== 'visible') return
    time = afterSign(time, performance.now())
    if (time.total - told >= SENT_EVERY) send()
    show()
  }

  function leave(): void {
    time = afterLeaving(time, performance.now())
    send()
  }

  /** All seconds so far: what is not kept now is in the next sum. It may be sent while the page goes. */
  function send(): void {
    const { total } = time
    const seconds = Math.floor(total / 1000)
    if (seconds <= Math.floor(kept / 1000)) return
    told = total
    fetch(`/api/v1/visits/${visit}`, {
      method: 'PUT',
      keepalive: true,
      headers: { 'Content-Type': 'application/json', 'Lesart-Account': account },
      body: JSON.stringify({ round: desk.round, article: desk.article.id, seconds }),
    })
      .then((response) => (response.ok ? response.json() : { kept: false }))
      .then((answer) => {
        if (answer.kept) kept = Math.max(kept, total)
      })
      .catch(() => undefined)
  }

  function show(): void {
    const minutes = Math.floor(time.total / 60_000)
    const text = isPaused ? words.paused : words.measured.replace('{n}', String(minutes))
    if (said.textContent !== text) said.textContent = text
    button.textContent = isPaused ? words.resume : words.pause
  }

  button.addEventListener('click', () => {
    isPaused = !isPaused
    if (isPaused) leave()
    else sign()
    show()
  })
  for (const name of SIGNS) addEventListener(name, sign, { passive: true, capture: true })
  document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? sign() : leave()))
  addEventListener('pagehide', leave)
  sign()
  show()
  place.hidden = false
}
