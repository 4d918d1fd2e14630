/** Trying the demonstration without an account: for how long what a visitor marks stays, and how many may begin. */

const HOUR = 3_600_000
const DAYS_KEPT = 7

/** So many may begin within an hour. */
export const MOST_AN_HOUR = 100

/** ISO 8601 → an hour before. */
export function hourBefore(now: string): string {
  return new Date(Date.parse(now) - HOUR).toISOString()
}

/** The moment of the last deed with which a visitor's time is over now. */
export function lastKept(now: string): string {
  return new Date(Date.parse(now) - DAYS_KEPT * 24 * HOUR).toISOString()
}
