/** Things that all tests of a file share: made once, put away after the last test. */
import { after } from 'node:test'

/** Where to say what must be put away: a test's own context, or a whole file's. */
export interface Cleanup {
  after(cleanup: () => unknown): void
}

/** Stands in for a test's own context where something lives as long as the file. */
export function wholeFile(): Cleanup {
  const cleanups: (() => unknown)[] = []
  after(async () => {
    for (const cleanup of cleanups) await cleanup()
  })
  return { after: (cleanup) => void cleanups.unshift(cleanup) }
}
