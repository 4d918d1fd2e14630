/** Every error becomes one page or one JSON shape: `{ "error": { "code", "message", "details"? } }`. */
import { violationOf } from '../database/violations.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { Words } from '../words/words.ts'
import { type Answer, json, page } from './answer.ts'

const STATUS: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  'sign-in': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'action-reused': 409,
  'round-closed': 409,
  stale: 409,
  'quote-mismatch': 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  invalid: 422,
  'too-many': 429,
  'too-many-visitors': 429,
  'too-many-marks': 429,
  'storage-busy': 503,
  'nothing-to-write': 409,
  'storage-full': 507,
}

interface Trouble {
  readonly status: number
  readonly code: RefusalCode | 'fault'
  readonly details?: Readonly<Record<string, unknown>> | undefined
}

/** Errors of body parsers, of the router and of the folders of files carry a status of their own. */
const BY_STATUS: Readonly<Record<number, RefusalCode>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
}

export function troubleOf(error: unknown): Trouble {
  if (error instanceof Refusal) return { status: STATUS[error.code], code: error.code, details: error.details }
  const violation = violationOf(error)
  if (violation === 'full') return { status: STATUS['storage-full'], code: 'storage-full' }
  if (violation === 'busy') return { status: STATUS['storage-busy'], code: 'storage-busy' }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
  if (!(status >= 400 && status < 500)) return { status: 500, code: 'fault' }
  return { status, code: BY_STATUS[status] ?? 'malformed' }
}

export function errorAnswer({ status, code, details }: Trouble, words: Words, asJson: boolean): Answer {
  const said = details?.membership === 'ended' ? words.errors.membershipEnded : plainReason(details, words)
  const message = said ?? words.errors[code]
  if (asJson) return json(status, { error: { code, message, ...(details && { details }) } })
  return page('errors/error', words.errors.title, { message }, status)
}

/** Where the details name a reason that people can do something about, it is said. */
function plainReason(details: Trouble['details'], words: Words): string | undefined {
  const reasons: Readonly<Record<string, string>> = words.reasons
  const named = Object.values(details ?? {}).find(
    (reason) => typeof reason === 'string' && Object.hasOwn(reasons, reason),
  )
  return named === undefined ? undefined : reasons[named as string]
}
