/** Ids for what comes without one: made of what it says, so that the same file twice is the same content. */
import { sha256 } from '../../../digest.ts'
import { canonicalJson } from '../../../text/canonical-json.ts'

/** A UUID of version 8 (RFC 9562, § 5.8): the first bits of a SHA-256 over the values. */
export function stableId(...values: readonly unknown[]): string {
  const hex = sha256(canonicalJson(values))
  const variant = (8 + (Number.parseInt(hex[16]!, 16) & 3)).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id itself where it is a UUID in lower case, else one made of what it says. */
export function keptId(id: string | undefined, ...values: readonly unknown[]): string {
  return id !== undefined && UUID.test(id) ? id : stableId(...values)
}
