/** What an engine says when it refuses, in words that do not depend on the engine. */

export type Violation = 'unique' | 'foreign-key' | 'check' | 'guard' | 'full' | 'busy'

const CODES: readonly (readonly [RegExp, Violation])[] = [
  [/^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/, 'unique'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, 'foreign-key'],
  [/^SQLITE_CONSTRAINT_CHECK$/, 'check'],
  [/^SQLITE_CONSTRAINT_TRIGGER$/, 'guard'],
  [/^SQLITE_(FULL|IOERR)/, 'full'],
  [/^SQLITE_BUSY/, 'busy'],
  // PostgreSQL: appendix A of its manual.
  [/^23505$/, 'unique'],
  [/^23503$/, 'foreign-key'],
  [/^23514$/, 'check'],
  // Ours: db/guards/postgres.sql.
  [/^LS001$/, 'guard'],
  [/^(53100|58030)$/, 'full'],
  // Cannot be reached, is starting or stopping, has no session to spare, or somebody else holds what is needed.
  [/^(08...|53300|57P0[1-3]|40001|40P01|55P03)$/, 'busy'],
  [/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/, 'busy'],
]
/** What the driver says without a code when a connection breaks, or none could be had in time. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** The violation behind an error, or undefined where the error is something else. */
export function violationOf(error: unknown): Violation | undefined {
  if (!(error instanceof Error)) return undefined
  if (!('code' in error)) return BROKEN.test(error.message) ? 'busy' : undefined
  const code = String(error.code)
  return CODES.find(([pattern]) => pattern.test(code))?.[1]
}
