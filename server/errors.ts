/** The errors that people can cause. Everything else that is thrown is a fault of the program. */

export type RefusalCode =
  | 'malformed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'sign-in'
  | 'foreign-origin'
  | 'invalid'
  | 'not-found'
  | 'action-reused'
  | 'round-closed'
  | 'stale'
  | 'quote-mismatch'
  | 'nothing-to-write'
  | 'too-many'
  | 'too-many-visitors'
  | 'too-many-marks'
  | 'storage-full'
  | 'storage-busy'

/** A request that is refused: the code says why, the details what stands against it. Nothing has been changed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: RefusalCode, details?: Readonly<Record<string, unknown>>) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A command that cannot go on: one line for standard error. Exit code 1: data or state refuse it; 2: wrong usage. */
export class CommandError extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
