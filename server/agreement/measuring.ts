/** Measuring in threads of their own, so that no other request waits; and the place that keeps what was measured. */
import { Worker } from 'node:worker_threads'
import type { Corpus } from './continuum.ts'
import type { Findings, LongState, Order, Said } from './findings.ts'
import type { Result, Settings } from './results.ts'

export interface Measuring {
  /** What was made under this key before, or is being made, or is made now. What fails is not kept. */
  kept<T>(
    key: string,
    make: (findings: (corpus: Corpus, asked: Settings, order: readonly number[]) => Promise<Findings>) => Promise<T>,
  ): Promise<T>
  /**
   * Begins a long measurement, unless there is one under this key. One runs at a time; one of the same subject under
   * another key is of what has changed since, nobody can stop it any more, and it ends.
   */
  begin(key: string, subject: string, corpus: () => Promise<Corpus>, asked: Settings): void
  /** How a long measurement stands; undefined where none was begun, or it was stopped. */
  stateOf(key: string): LongState | undefined
  stop(key: string): void
}

/** So much is kept; what is unused for longest goes first. */
const MOST_KEPT = 60
const LIMITS = { maxOldGenerationSizeMb: 1024 }

interface Long {
  readonly subject: string
  state: LongState
  end: () => void
}

export function startMeasuring(): Measuring {
  const made = new Map<string, Promise<unknown>>()
  const long = new Map<string, Long>()
  let last: Promise<unknown> = Promise.resolve()

  /** The newest comes last, and the first goes. */
  function keep<T>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key)
    map.set(key, value)
    for (const oldest of map.keys()) {
      if (map.size <= MOST_KEPT) break
      map.delete(oldest)
    }
  }

  async function run(key: string, entry: Long, corpus: () => Promise<Corpus>, asked: Settings): Promise<void> {
    if (long.get(key) !== entry) return
    const begun = performance.now()
    try {
      const order = { what: 'results', corpus: await corpus(), asked } as const
      if (long.get(key) !== entry) return
      const results = await inThread<readonly Result[]>(order, {
        begins: (end) => {
          entry.end = end
        },
        progress: (done, of) => {
          entry.state = { kind: 'running', done, of, since: performance.now() - begun }
        },
      })
      entry.state = { kind: 'done', results }
    } catch {
      // Stopped, or out of memory: a page says so, and it can be begun again.
      entry.state = { kind: 'failed' }
    }
  }

  function stop(key: string): void {
    const entry = long.get(key)
    if (!entry || entry.state.kind === 'done') return
    long.delete(key)
    entry.end()
  }

  return {
    kept<T>(key: string, make: Parameters<Measuring['kept']>[1]) {
      const known = made.get(key)
      const promise =
        known ?? make((corpus, asked, order) => inThread<Findings>({ what: 'findings', corpus, asked, order }))
      keep(made, key, promise)
      promise.catch(() => made.delete(key))
      return promise as Promise<T>
    },
    begin(key, subject, corpus, asked) {
      const known = long.get(key)
      if (known && known.state.kind !== 'failed') return
      for (const [other, entry] of long) if (entry.subject === subject) stop(other)
      const entry: Long = { subject, state: { kind: 'waiting' }, end: () => undefined }
      keep(long, key, entry)
      last = last.then(() => run(key, entry, corpus, asked))
    },
    stateOf: (key) => long.get(key)?.state,
    stop,
  }
}

interface Watching {
  /** Handed what ends the thread early. */
  begins(end: () => void): void
  progress(done: number, of: number): void
}

function inThread<T>(order: Order, watching?: Watching): Promise<T> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: LIMITS,
    env: {},
  })
  // Whoever waits holds the program up, not the thread.
  worker.unref()
  watching?.begins(() => void worker.terminate())
  return new Promise((resolve, reject) => {
    worker.on('message', (said: Said) => {
      if ('answer' in said) resolve(said.answer as T)
      else watching?.progress(said.done, said.of)
    })
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('a measurement has ended without a result')))
  })
}
