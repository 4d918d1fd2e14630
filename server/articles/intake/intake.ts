/** Reads files in a thread of its own, one after the other, with limits on time and memory. */
import { Worker } from 'node:worker_threads'
import type { BroughtFile, IntakeFault, Outcome } from './recognised.ts'

export interface Intake {
  /** Never fails because of what is in the file: that is an outcome. */
  read(file: BroughtFile): Promise<Outcome>
}

/** Milliseconds of work, not of waiting: a busy machine makes no file worse. */
const LONGEST_READ = 10_000
const LONGEST_WAIT = 120_000
/** So long a thread with nothing to do is kept. */
const IDLE = 10_000
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** The thread starts with the first file and holds up nothing that wants to end. */
export function startIntake(longest = LONGEST_READ): Intake {
  let thread: ReadingThread | undefined
  let last: Promise<unknown> = Promise.resolve()
  let rest: NodeJS.Timeout | undefined

  /** What it has read lately fills its memory, which nobody else can use. */
  function letGo(): void {
    thread?.end()
    thread = undefined
  }

  async function readNow(file: BroughtFile): Promise<Outcome> {
    thread ??= startThread(longest)
    clearTimeout(rest)
    const outcome = await thread.read(file)
    if (thread.hasEnded()) thread = undefined
    rest = setTimeout(letGo, IDLE).unref()
    return outcome
  }

  return {
    read(file) {
      const outcome = last.then(() => readNow(file))
      last = outcome
      return outcome
    },
  }
}

interface ReadingThread {
  read(file: BroughtFile): Promise<Outcome>
  hasEnded(): boolean
  end(): void
}

function startThread(longest: number): ReadingThread {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits: LIMITS, env: {} })
  let ended = false
  let settle: (outcome: Outcome) => void = () => undefined

  /** Its memory is full or its time is up: nothing that it may still say counts. */
  function giveUp(fault: IntakeFault): void {
    ended = true
    settle({ trouble: { fault } })
    void worker.terminate()
  }
  worker.on('message', (outcome: Outcome) => settle(outcome))
  worker.on('error', () => giveUp('takes-too-long'))
  worker.on('exit', () => giveUp('not-understood'))

  return {
    hasEnded: () => ended,
    end: () => void worker.terminate(),
    async read(file) {
      worker.ref()
      const stopWatching = watch(worker, longest, () => giveUp('takes-too-long'))
      const outcome = await new Promise<Outcome>((resolve) => {
        settle = resolve
        worker.postMessage(file)
      })
      stopWatching()
      worker.unref()
      return outcome
    },
  }
}

/** Calls where the thread has worked for too long, or nothing has come of it for much longer. */
function watch(worker: Worker, longest: number, isTooLong: () => void): () => void {
  const begun = performance.now()
  const before = workOf(worker)
  const timer = setInterval(async () => {
    const waited = performance.now() - begun
    const worked = ((await workOf(worker)) ?? waited) - ((await before) ?? 0)
    if (worked > longest || waited > LONGEST_WAIT) isTooLong()
  }, longest / 20)
  return () => clearInterval(timer)
}

/** Milliseconds that a thread has worked so far; undefined where this Node cannot tell, or it is just starting. */
async function workOf(worker: Worker): Promise<number | undefined> {
  const usage = await worker.cpuUsage?.().catch(() => undefined)
  return usage && (usage.user + usage.system) / 1000
}
