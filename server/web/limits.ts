/** Limits on guessing: only failures count, in memory only, under keys that cannot be turned back into an address. */
import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../errors.ts'

export interface Limits {
  /** Refuses (`too-many`) where too many sign-ins for this name or from this origin have failed lately. */
  refuseGuessing(origin: string, name: string): Promise<void>
  /** Counts a failed sign-in. */
  countFailure(origin: string, name: string): Promise<void>
}

const WINDOW_SECONDS = 600
const FAILURES_PER_NAME = 20
/** A school stands behind one address: thirty people may mistype more than once. */
const FAILURES_PER_ORIGIN = 200

export function keepLimits(): Limits {
  const names = new RateLimiterMemory({ points: FAILURES_PER_NAME, duration: WINDOW_SECONDS })
  const origins = new RateLimiterMemory({ points: FAILURES_PER_ORIGIN, duration: WINDOW_SECONDS })
  return {
    async refuseGuessing(origin, name) {
      const spent = [(await names.get(name))?.remainingPoints, (await origins.get(origin))?.remainingPoints]
      if (spent.some((remaining) => remaining !== undefined && remaining <= 0)) throw new Refusal('too-many')
    },
    async countFailure(origin, name) {
      await names.penalty(name)
      await origins.penalty(origin)
    },
  }
}

const secret = randomBytes(32)

/** An address → a key that means nothing outside this process. */
export function originKey(address: string | undefined): string {
  return createHmac('sha256', secret)
    .update(address ?? '')
    .digest('base64url')
}
