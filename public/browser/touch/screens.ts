/** Which screens get what: fingers get the sheet, and so does everybody whose window has no room for a margin. */

export const NARROW = matchMedia('(max-width: 56.24rem)')
const FINGERS = matchMedia('(pointer: coarse)')
const ALSO_FINGERS = matchMedia('(any-pointer: coarse)')

/** Whether tags stand in a sheet at the foot, and not beside the selection. */
export function hasSheet(): boolean {
  return NARROW.matches || FINGERS.matches
}

/** Tells whenever the window or the hand is another one now. */
export function onScreenChange(listener: () => void): void {
  for (const screen of [NARROW, FINGERS]) screen.addEventListener('change', listener)
}

/** Loads what fingers and small windows need, as soon as there are any; without a network, when it is back. */
export function onTouchScreen(load: () => Promise<void>): void {
  const all = [NARROW, ALSO_FINGERS]
  const tryToLoad = () => load().catch(() => addEventListener('online', tryToLoad, { once: true }))
  const check = () => {
    if (!all.some(({ matches }) => matches)) return
    for (const screen of all) screen.removeEventListener('change', check)
    void tryToLoad()
  }
  for (const screen of all) screen.addEventListener('change', check)
  check()
}
