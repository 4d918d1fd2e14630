/** How long scripts keep a page, by the time of its own thread: what else the machine does meanwhile does not count. */
import type { Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Begin and duration, in microseconds; tdur is the thread's own time. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
}

const FRAME = 'BeginCommitCompositorFrame'
const SCRIPTS = new Set(['FunctionCall', 'FireAnimationFrame', 'TimerFire', 'EventDispatch', 'RunMicrotasks'])

/** Milliseconds of script, with the layout that it asks for, between two frames, where they are most. */
export async function longestScript(page: Page, work: () => Promise<void>): Promise<number> {
  const events = await traced(page, work)
  const frames = events.filter(({ name }) => name === FRAME)
  const main = frames[0]
  const scripts = outermost(
    events.filter(({ name, pid, tid }) => SCRIPTS.has(name) && pid === main?.pid && tid === main.tid),
  )
  const perFrame = new Map<number, number>()
  for (const { ts, tdur = 0 } of scripts) {
    const frame = frames.findIndex((frame) => frame.ts > ts)
    perFrame.set(frame, (perFrame.get(frame) ?? 0) + tdur / 1000)
  }
  return Math.max(0, ...perFrame.values())
}

async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  const traceConfig = { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] }
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  await work()
  const complete = new Promise<unknown>((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
}

/** Of events inside one another only the outer ones. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0
  return events.filter(({ ts, dur = 0 }) => {
    const isInside = ts < end
    if (!isInside) end = ts + dur
    return !isInside
  })
}
