/** Who may read and mark in which rounds, by the table of rights. Whether a round is open, takesMarks says. */
import { type Access, may, mayIn } from '../accounts/permissions.ts'
import type { Round } from './round.ts'

type OfKind = Pick<Round, 'kind'>

/** A round that holds the reference reading or the gold is read by those only who may see readings. */
const HOLDS_A_READING: readonly Round['kind'][] = ['reference', 'adjudication']

export function mayRead(access: Access, { kind }: OfKind): boolean {
  if (kind === 'demonstration') return may(access.account, 'read-demonstration')
  if (kind === 'workshop') return mayIn(access, 'read-workshop')
  return mayIn(access, HOLDS_A_READING.includes(kind) ? 'see-readings' : 'read-rounds')
}

export function mayMark(access: Access, round: OfKind): boolean {
  if (round.kind === 'demonstration') return may(access.account, 'mark-demonstration')
  if (round.kind === 'workshop') return mayIn(access, 'mark-workshop')
  return mayRead(access, round) && mayIn(access, 'mark-rounds')
}

/** Whether those who manage the study can be asked from there: a class asks aloud. */
export function mayAskThere(access: Access, round: OfKind): boolean {
  if (round.kind === 'workshop') return false
  return mayMark(access, round) && (round.kind !== 'demonstration' || may(access.account, 'ask-about-demonstration'))
}
