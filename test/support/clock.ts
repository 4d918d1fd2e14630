/** A clock that stands still until a test moves it. */
import { type Clock, systemClock } from '../../server/clock.ts'

export interface TestClock extends Clock {
  /** Moves the time on, or back where the number is negative. */
  advance(milliseconds: number): void
}

export const SECOND = 1_000
export const DAY = 86_400_000

export function testClock(start = '2026-11-24T08:00:00.000Z'): TestClock {
  let time = Date.parse(start)
  return {
    now: () => new Date(time).toISOString(),
    newId: systemClock.newId,
    advance(milliseconds) {
      time += milliseconds
    },
  }
}
