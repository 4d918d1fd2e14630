/** The queue of this account in this browser: in memory for the page, kept so that nothing is lost with it. */
import type { Act } from '../../../server/annotations/history.ts'
import { type Entry, inOrder } from '../../../server/annotations/outbox.ts'
import { createSignal } from '../signal.ts'
import type { Keep } from './keep.ts'

export interface Outbox {
  /** All that waits, in its order; also what waits for other articles. */
  list(): readonly Entry[]
  /** All acts known, oldest first. */
  acts(): readonly Act[]
  /** A number for what comes next in the order of acts and entries. */
  nextPlace(): number
  /** Takes entries in, and others out, together with the act that led to it. Resolves when it is kept, or will not be. */
  change(write: { put?: readonly Entry[]; remove?: readonly string[]; act?: Act }): Promise<void>
  /** Sends again what was refused, as it is. */
  tryAgain(entries: readonly Entry[]): void
  /** Reads anew what is kept: another tab may have added to it, or taken of it. */
  sync(): Promise<void>
  /** The browser keeps nothing: what waits is lost with the page. */
  readonly isRefused: boolean
  onChange(listener: () => void): void
  /** Tells when this page has changed what is kept. */
  onKept(listener: () => void): void
  /** Tells when another tab has taken out what this page shows: it has sent it, or somebody has given it up there. */
  onGone(listener: () => void): void
}

export function createOutbox(keep: Keep, account: string): Outbox {
  let entries: readonly Entry[] = []
  let acts: readonly Act[] = []
  /** Ids of the entries that this page shows. What other tabs add meanwhile is theirs until the page is opened anew. */
  const shown = new Set<string>()
  let isLoaded = false
  /** Ids of entries and acts that may not be kept yet. */
  const onTheirWay = new Set<string>()
  let isRefused = false
  let last = 0
  const changed = createSignal()
  const isKept = createSignal()
  const isGone = createSignal()

  function set(found: readonly Entry[], known: readonly Act[]): void {
    entries = inOrder(found)
    acts = known.toSorted((a, b) => a.at - b.at)
    last = Math.max(last, ...entries.slice(-1).map(({ at }) => at), ...acts.slice(-1).map(({ at }) => at))
    changed.tell()
  }

  async function change({ put = [], remove = [], act }: Parameters<Outbox['change']>[0]): Promise<void> {
    const replaced = new Set([...remove, ...put.map(({ id }) => id)])
    const ids = [...put.map(({ id }) => id), ...(act ? [act.id] : [])]
    for (const id of ids) onTheirWay.add(id)
    for (const { id } of put) shown.add(id)
    set([...entries.filter(({ id }) => !replaced.has(id)), ...put], act ? [...acts, act] : acts)
    try {
      await keep.write({ put, remove, act })
      for (const id of ids) onTheirWay.delete(id)
      isKept.tell()
    } catch {
      isRefused = true
      changed.tell()
    }
  }

  async function sync(): Promise<void> {
    try {
      const [kept, keptActs] = await Promise.all([keep.entries(account), keep.acts(account)])
      const here = entries.filter(({ id }) => onTheirWay.has(id))
      const all = new Map([...kept, ...here].map((entry) => [entry.id, entry]))
      const hasGone = entries.some(({ id }) => shown.has(id) && !all.has(id))
      if (!isLoaded) for (const { id } of kept) shown.add(id)
      isLoaded = true
      const allActs = new Map([...keptActs, ...acts.filter(({ id }) => onTheirWay.has(id))].map((act) => [act.id, act]))
      set([...all.values()], [...allActs.values()])
      if (hasGone) isGone.tell()
    } catch {
      isRefused = true
      changed.tell()
    }
  }

  return {
    list: () => entries,
    acts: () => acts,
    nextPlace: () => (last = Math.max(last + 1, Date.now() * 1000)),
    change,
    tryAgain: (waiting) => void change({ put: waiting.map(({ trouble: _, ...entry }) => entry as Entry) }),
    sync,
    get isRefused() {
      return isRefused
    },
    onChange: changed.listen,
    onKept: isKept.listen,
    onGone: isGone.listen,
  }
}
