/** What this browser keeps: entries that wait, the history of acts, and who may send. In IndexedDB, which can be refused. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Act } from '../../../server/annotations/history.ts'
import type { Entry } from '../../../server/annotations/outbox.ts'

interface Schema extends DBSchema {
  entries: { key: string; value: Entry; indexes: { account: string } }
  acts: { key: string; value: Act; indexes: { account: string } }
  lease: { key: string; value: Lease }
}

interface Lease {
  readonly holder: string
  /** Milliseconds since 1970. */
  readonly until: number
}

/** What changes at once, or not at all. */
export interface Write {
  readonly put?: readonly Entry[]
  /** Ids of entries. */
  readonly remove?: readonly string[]
  readonly act?: Act | undefined
}

/** Each rejects where the browser refuses to keep anything. */
export interface Keep {
  entries(account: string): Promise<Entry[]>
  /** The entries of everybody. */
  allEntries(): Promise<Entry[]>
  acts(account: string): Promise<Act[]>
  /** Resolves when it is on the disk. */
  write(write: Write): Promise<void>
  /** Takes the lease, or goes on having it. taken: it was free, or its holder is gone. */
  hold(holder: string, milliseconds: number): Promise<'held' | 'taken' | 'elsewhere'>
  letGo(holder: string): Promise<void>
  /** Forgets everything of everybody. */
  forget(): Promise<void>
}

/** So many acts can be undone. */
const MOST_ACTS = 500

export function openKeep(): Keep {
  let opening: Promise<IDBPDatabase<Schema>> | undefined

  function database(): Promise<IDBPDatabase<Schema>> {
    opening ??= openDB<Schema>('lesart', 1, {
      upgrade(db) {
        for (const name of ['entries', 'acts'] as const)
          db.createObjectStore(name, { keyPath: 'id' }).createIndex('account', 'account')
        db.createObjectStore('lease')
      },
      // Another tab wants a newer shape: let it, and open anew when something is to be kept.
      blocking: () => void opening?.then((db) => db.close()).then(() => (opening = undefined)),
      terminated: () => (opening = undefined),
    })
    return opening
  }

  return {
    entries: async (account) => (await database()).getAllFromIndex('entries', 'account', account),
    allEntries: async () => (await database()).getAll('entries'),
    acts: async (account) =>
      (await (await database()).getAllFromIndex('acts', 'account', account)).sort((a, b) => a.at - b.at),
    async write({ put = [], remove = [], act }) {
      const tx = (await database()).transaction(['entries', 'acts'], 'readwrite', { durability: 'strict' })
      const [entries, acts] = [tx.objectStore('entries'), tx.objectStore('acts')]
      for (const entry of put) void entries.put(entry)
      for (const id of remove) void entries.delete(id)
      if (act) {
        void acts.put(act)
        const ids = await acts.index('account').getAllKeys(act.account)
        for (const id of ids.slice(0, Math.max(0, ids.length - MOST_ACTS))) void acts.delete(id)
      }
      await tx.done
    },
    async forget() {
      const db = await database()
      const tx = db.transaction(db.objectStoreNames, 'readwrite', { durability: 'strict' })
      for (const name of db.objectStoreNames) void tx.objectStore(name).clear()
      await tx.done
    },
    async hold(holder, milliseconds) {
      const tx = (await database()).transaction('lease', 'readwrite')
      const now = Date.now()
      const lease = await tx.store.get('sender')
      const isMine = lease?.holder === holder
      // A clock that was set back must not lock everybody out.
      const isTaken = lease !== undefined && !isMine && now < lease.until && lease.until < now + 2 * milliseconds
      if (!isTaken) void tx.store.put({ holder, until: now + milliseconds }, 'sender')
      await tx.done
      if (isTaken) return 'elsewhere'
      return isMine && now < lease.until ? 'held' : 'taken'
    },
    async letGo(holder) {
      const tx = (await database()).transaction('lease', 'readwrite')
      if ((await tx.store.get('sender'))?.holder === holder) void tx.store.delete('sender')
      await tx.done
    },
  }
}
