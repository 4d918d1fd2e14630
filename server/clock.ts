/** The only source of time and identity. Tests hand in a clock of their own. */
import { randomBytes } from 'node:crypto'
import { uuidV7 } from './text/uuid.ts'

export interface Clock {
  /** Now, as ISO 8601 in UTC with milliseconds. */
  now(): string
  /** A new UUID, version 7. */
  newId(): string
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  newId: () => uuidV7(Date.now(), randomBytes(10)),
}
