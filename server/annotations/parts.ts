/** Parts of an annotation: which role comes next, and what becomes of the parts when words are given a role. */
import type { Role, Tag } from '../codebook/codebook.ts'
import type { Part } from './annotation.ts'

/** The first role of the tag that has no part yet. */
export function nextRole(tag: Tag | undefined, parts: readonly Part[]): Role | undefined {
  return tag?.roles?.find(({ id }) => parts.every(({ role }) => role !== id))
}

/**
 * The parts after words were given a role. The same part again takes it away; a role that is there once is replaced.
 * @param former the part in whose place the words come, where one was chosen
 */
export function withPart(tag: Tag, parts: readonly Part[], part: Part, former?: Part): Part[] {
  if (parts.some((one) => isSamePart(one, part))) return withoutPart(parts, part)
  const isOnlyOne = !tag.roles?.find(({ id }) => id === part.role)?.many
  const others = parts.filter((one) => !(isOnlyOne && one.role === part.role) && !(former && isSamePart(one, former)))
  return orderedParts(tag, [...others, part])
}

export function withoutPart(parts: readonly Part[], part: Part): Part[] {
  return parts.filter((one) => !isSamePart(one, part))
}

export function isSamePart(a: Part, b: Part): boolean {
  return a.role === b.role && a.start === b.start && a.end === b.end
}

/** Parts in the order of the tag's roles, then of the text. */
export function orderedParts(tag: Tag, parts: readonly Part[]): Part[] {
  const rank = (part: Part) => (tag.roles ?? []).findIndex((role) => role.id === part.role)
  return parts.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end)
}
