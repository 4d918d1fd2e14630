/** Who compares with whom: those who came one after the other. A pair stays one, whoever comes later or leaves. */
import type { Participant } from '../workshop.ts'

/**
 * The other one of a pair; simulated ones are paired last. Whose partner is missing or was removed joins the pair before
 * them, or the next one.
 * @param participants in the order of joining, those who were removed too
 */
export function partnerOf(participants: readonly Participant[], annotatorId: string): Participant | undefined {
  const people = inPairs(participants)
  const at = people.findIndex((one) => one.annotatorId === annotatorId)
  return at < 0 ? undefined : partnerAt(people, at)
}

/** Who joins somebody's pair as a third: their partner is that one, who has another. */
export function joinersOf(participants: readonly Participant[], annotatorId: string): Participant[] {
  const people = inPairs(participants)
  const own = partnerOf(participants, annotatorId)
  return people.filter((one, at) => isThere(one) && one !== own && partnerAt(people, at)?.annotatorId === annotatorId)
}

function inPairs(participants: readonly Participant[]): Participant[] {
  return participants.toSorted((a, b) => Number(a.isSimulated) - Number(b.isSimulated))
}

function partnerAt(people: readonly Participant[], at: number): Participant | undefined {
  const partner = people[at ^ 1]
  if (isThere(partner)) return partner
  const others = [...people.slice(0, at).reverse(), ...people.slice(at + 1)]
  return others.find(isThere)
}

function isThere(one: Participant | undefined): boolean {
  return one !== undefined && one.removedAt === undefined
}
