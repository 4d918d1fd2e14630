/** SHA-256 of texts and files: of bodies, revisions, actions, tokens and datasets. */
import { createHash, type Hash } from 'node:crypto'

/** SHA-256 of the bytes, or of the text as UTF-8, in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A running SHA-256, for what comes in pieces. */
export function newSha256(): Hash {
  return createHash('sha256')
}
