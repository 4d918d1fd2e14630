/** A timer that all see alike: it runs to a moment by the server's clock, whatever the clock here says. */

export interface Timer {
  /** The moment to which it runs, as ISO 8601; undefined: there is none. */
  set(endsAt: string | undefined): void
}

/** @param now what the server's clock said when it made the page */
export function showTimer(place: HTMLElement | undefined | null, now: string): Timer {
  const ahead = Date.parse(now) - Date.now()
  let end: number | undefined
  let timer: ReturnType<typeof setInterval> | undefined

  function draw(): void {
    if (!place || end === undefined) return
    const seconds = Math.max(0, Math.ceil((end - Date.now() - ahead) / 1000))
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0'))
    place.textContent = `${minutes}:${rest}`
    place.classList.toggle('last-minute', seconds <= 60)
  }

  return {
    set(endsAt) {
      end = endsAt ? Date.parse(endsAt) : undefined
      clearInterval(timer)
      if (place) place.hidden = end === undefined
      if (end === undefined) return
      draw()
      timer = setInterval(draw, 500)
    },
  }
}
