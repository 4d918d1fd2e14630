/** SHA-256 of text: of bodies, revisions, actions, tokens and datasets. */
import { createHash, type Hash } from 'node:crypto'

/** SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A running SHA-256, for what comes in pieces. */
export function newSha256(): Hash {
  return createHash('sha256')
}
