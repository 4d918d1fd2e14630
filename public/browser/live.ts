/** Pictures that the server sends as they change. The browser comes back by itself; a connection that died in silence is noticed. */

export interface Following {
  /** A new picture; the same one again where the connection was new. */
  show(picture: unknown): void
  /** Whether pictures come at this moment. */
  live(isLive: boolean): void
}

/** The server beats every 15 seconds. */
const SILENCE = 40_000
const AGAIN = 3_000

/** Follows an address until the page is left. */
export function follow(address: string, { show, live }: Following): void {
  let source: EventSource | undefined
  let heard = Date.now()
  let again: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(again)
    source?.close()
    heard = Date.now()
    const opened = new EventSource(address)
    source = opened
    opened.addEventListener('open', () => {
      heard = Date.now()
      live(true)
    })
    opened.addEventListener('message', ({ data }) => {
      heard = Date.now()
      live(true)
      show(JSON.parse(data))
    })
    opened.addEventListener('beat', () => {
      heard = Date.now()
    })
    opened.addEventListener('error', () => {
      live(false)
      // The browser tries again only where no answer came at all.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN)
    })
  }

  function look(): void {
    if (document.visibilityState === 'visible' && Date.now() - heard > SILENCE) open()
  }

  open()
  setInterval(look, 5_000)
  document.addEventListener('visibilitychange', look)
  addEventListener('online', open)
  addEventListener('offline', () => live(false))
  // A page that comes back from the browser's memory has no connection any more.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) open()
  })
  addEventListener('pagehide', () => source?.close())
}
