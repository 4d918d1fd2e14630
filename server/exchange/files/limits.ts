/** How much may come out of what somebody brings: counted while it comes out, whatever a zip says of itself. */
export interface Limits {
  readonly files: number
  /** Bytes, of all files together. */
  readonly bytes: number
  /** How many times larger than packed a file may be, once it is larger than a megabyte. */
  readonly ratio: number
}

/** At the command line whoever brings a file has the machine anyway. */
export const COMMAND_LIMITS: Limits = { files: 1_000_000, bytes: 64 * 2 ** 30, ratio: 200 }

export const UPLOAD_LIMITS: Limits = { files: 1_000, bytes: 50_000_000, ratio: 100 }
