/** What an engine says when it refuses, in words that do not depend on the engine. */

export type Violation = 'unique' | 'foreign-key' | 'check' | 'guard' | 'full' | 'busy'

const SQLITE: readonly (readonly [RegExp, Violation])[] = [
  [/^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)$/, 'unique'],
  [/^SQLITE_CONSTRAINT_FOREIGNKEY$/, 'foreign-key'],
  [/^SQLITE_CONSTRAINT_CHECK$/, 'check'],
  [/^SQLITE_CONSTRAINT_TRIGGER$/, 'guard'],
  [/^SQLITE_(FULL|IOERR)/, 'full'],
  [/^SQLITE_BUSY/, 'busy'],
]

/** The violation behind an error, or undefined where the error is something else. */
export function violationOf(error: unknown): Violation | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SQLITE.find(([pattern]) => pattern.test(code))?.[1]
}
