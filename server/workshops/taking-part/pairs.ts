/** Who compares with whom: those who came one after the other. A pair stays one, whoever comes later or leaves. */
import type { Participant } from '../workshop.ts'

/**
 * The other one of a pair; simulated ones are paired last. Whose partner is missing or was removed joins the pair before them, or the next one.
 * @param participants in the order of joining, those who were removed too
 */
export function partnerOf(participants: readonly Participant[], annotatorId: string): Participant | undefined {
  const people = participants.toSorted((a, b) => Number(a.isSimulated) - Number(b.isSimulated))
  const at = people.findIndex((one) => one.annotatorId === annotatorId)
  if (at < 0) return undefined
  const isThere = (one: Participant | undefined) => one !== undefined && one.removedAt === undefined
  const partner = people[at ^ 1]
  if (isThere(partner)) return partner
  const others = [...people.slice(0, at).reverse(), ...people.slice(at + 1)]
  return others.find(isThere)
}
