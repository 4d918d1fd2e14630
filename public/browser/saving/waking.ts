/** When a page that slept is there again: it is looked at again, comes back from the history, or the network is back. */

/** Calls back once for events that come together. */
export function watchWaking(wake: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(wake)
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') soon()
  })
  document.addEventListener('resume', soon)
  addEventListener('online', soon)
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) soon()
  })
}
