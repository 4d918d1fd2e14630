/** Limits on guessing: only failures count, in memory only, under keys that cannot be turned back into an address. */
import { createHmac, randomBytes } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../errors.ts'

export interface Limits {
  /**
   * Runs one attempt to sign in; undefined means that it failed. Refused (`too-many`), without running it, where too
   * many for this name or from this origin have failed lately. What is under way counts as failed until it succeeds,
   * so that attempts at the same time get no further than attempts in turn.
   */
  attempt<T>(origin: string, name: string, run: () => Promise<T | undefined>): Promise<T | undefined>
  /** The same for a look at what only the holder of a secret finds: counted by origin alone. */
  lookUp<T>(origin: string, run: () => Promise<T | undefined>): Promise<T | undefined>
}

const WINDOW_SECONDS = 600
const FAILURES_PER_NAME = 20
/** A school stands behind one address: thirty people may mistype more than once. */
const FAILURES_PER_ORIGIN = 200

export function keepLimits(): Limits {
  const names = new RateLimiterMemory({ points: FAILURES_PER_NAME, duration: WINDOW_SECONDS })
  const origins = new RateLimiterMemory({ points: FAILURES_PER_ORIGIN, duration: WINDOW_SECONDS })
  return {
    async attempt(origin, name, run) {
      await spend(origins, origin)
      await spend(names, name).catch((refusal) => giveBack(origins, origin, refusal))
      const outcome = await run()
      if (outcome !== undefined) await Promise.all([names.reward(name), origins.reward(origin)])
      return outcome
    },
    async lookUp(origin, run) {
      await spend(origins, origin)
      const outcome = await run()
      if (outcome !== undefined) await origins.reward(origin)
      return outcome
    },
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  const { consumedPoints } = await limiter.penalty(key)
  if (consumedPoints > limiter.points) await giveBack(limiter, key, new Refusal('too-many'))
}

/** An attempt that is not made costs nothing. */
async function giveBack(limiter: RateLimiterMemory, key: string, refusal: unknown): Promise<never> {
  await limiter.reward(key)
  throw refusal
}

const secret = randomBytes(32)

/** An address → a key that means nothing outside this process. */
export function originKey(address = ''): string {
  return createHmac('sha256', secret).update(networkOf(address)).digest('base64url')
}

/** Whoever has one IPv6 address has a network of 2⁶⁴ of them: its first four groups. An IPv4 address stands for itself. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('::')
  const [first, last] = [head, tail].map((groups) => groups.split(':').filter(Boolean))
  const zeros = Array<string>(8 - first!.length - last!.length).fill('0')
  return [...first!, ...zeros, ...last!].slice(0, 4).join(':')
}
