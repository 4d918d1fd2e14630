/** Server-sent events: whole small pictures, of which a slow reader gets the newest and no more. */
import type { Request, Response } from 'express'
import type { Watching } from './answer.ts'

const HEARTBEAT = 15_000
/** Who takes nothing for so long is let go; the browser comes again by itself. */
const PATIENCE = 30_000
const RETRY = 2_000

/** Keeps the response open and writes what there is to see, until either side closes it. */
export function sendEvents(request: Request, response: Response, { watch }: Watching): void {
  const seen = request.get('last-event-id')
  let isFirst = true
  let waiting: string | undefined
  let stalled: ReturnType<typeof setTimeout> | undefined
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()
  write(`retry: ${RETRY}\n\n`)

  function write(text: string): void {
    if (response.write(text)) return
    stalled ??= setTimeout(() => response.destroy(), PATIENCE)
  }

  response.on('drain', () => {
    clearTimeout(stalled)
    stalled = undefined
    const text = waiting
    waiting = undefined
    if (text !== undefined) write(text)
  })
  const stop = watch({
    show({ id, json }) {
      const isKnown = isFirst && id === seen
      isFirst = false
      if (isKnown) return
      const text = `id: ${id}\ndata: ${json}\n\n`
      if (stalled) waiting = text
      else write(text)
    },
    end: () => response.end(),
  })
  const beat = setInterval(() => {
    if (!stalled) write('event: beat\ndata: \n\n')
  }, HEARTBEAT)
  // Not the request's: that closes as soon as its body has been read.
  response.on('close', () => {
    stop()
    clearInterval(beat)
    clearTimeout(stalled)
  })
}
