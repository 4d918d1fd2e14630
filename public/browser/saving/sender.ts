/** Sends what waits, one entry after the other, from one tab at a time, until nothing waits. */
import { type Entry, nextToSend, type Obstacle, type Trouble } from '../../../server/annotations/outbox.ts'
import type { Api, Stored } from './api.ts'
import type { Keep } from './keep.ts'
import type { Outbox } from './outbox.ts'

interface Listener {
  /** The server has stored the entry, or had done so before. */
  stored(entry: Entry, now: Stored): void
  /** The server will never take the entry as it is. */
  refused(entry: Entry, trouble: Trouble): void
  changed(): void
}

export interface Sender {
  /** Who it is among the tabs of this browser. */
  readonly holder: string
  readonly obstacle: Obstacle | undefined
  /** Sends what waits. Called as often as something may have changed. */
  drain(): void
  /** Tries again at once, whatever stood in the way. */
  retry(): void
}

/** For so long a sender that has vanished keeps the others waiting, in milliseconds. */
const LEASE = 4_000
const LOOK_AGAIN = 1_000
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
const MAY_PASS: ReadonlySet<number> = new Set([408, 425, 429])
/** Of these the same is said however often it is asked. */
const FOR_GOOD: ReadonlySet<string> = new Set(['too-many-marks'])

export function createSender(api: Api, keep: Keep, outbox: Outbox, holder: string, listener: Listener): Sender {
  let obstacle: Obstacle | undefined
  let isDraining = false
  let pause = FIRST_PAUSE
  let timer: ReturnType<typeof setTimeout> | undefined

  function drainLater(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => void drain(), milliseconds)
  }

  async function drain(): Promise<void> {
    if (isDraining || obstacle?.kind === 'signed-out') return
    isDraining = true
    clearTimeout(timer)
    const renewing = setInterval(() => void keep.hold(holder, LEASE).catch(() => undefined), LEASE / 4)
    try {
      while (nextToSend(outbox.list()) && (await holdsLease())) {
        const entry = nextToSend(outbox.list())
        if (entry && !(await send(entry))) break
      }
    } finally {
      clearInterval(renewing)
      isDraining = false
    }
    if (!nextToSend(outbox.list())) void keep.letGo(holder).catch(() => undefined)
    listener.changed()
  }

  /** Where nothing can be kept, no other tab knows of this queue. */
  async function holdsLease(): Promise<boolean> {
    const lease = await keep.hold(holder, LEASE).catch(() => 'held' as const)
    if (lease === 'elsewhere') drainLater(LOOK_AGAIN)
    if (lease !== 'held') await outbox.sync()
    return lease !== 'elsewhere'
  }

  /** Whether the next one may be sent. */
  async function send(entry: Entry): Promise<boolean> {
    const answer = await api.send(entry)
    if (answer.kind === 'stored') {
      meet(undefined)
      pause = FIRST_PAUSE
      listener.stored(entry, answer)
      return true
    }
    if (answer.kind === 'unreachable') return waitFor({ kind: 'offline' })
    if (answer.status === 401) return meet({ kind: 'signed-out' })
    const mayPass = MAY_PASS.has(answer.status) && !FOR_GOOD.has(answer.trouble.code)
    if (answer.status >= 500 || mayPass) return waitFor({ kind: 'server', message: answer.trouble.message })
    meet(undefined)
    listener.refused(entry, answer.trouble)
    return true
  }

  function waitFor(found: Obstacle): false {
    drainLater(pause * (0.75 + Math.random() / 2))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
    return meet(found)
  }

  function meet(found: Obstacle | undefined): false {
    obstacle = found
    listener.changed()
    return false
  }

  return {
    holder,
    get obstacle() {
      return obstacle
    },
    drain: () => void drain(),
    retry() {
      obstacle = undefined
      pause = FIRST_PAUSE
      listener.changed()
      void drain()
    },
  }
}
