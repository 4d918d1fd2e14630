/** Who may read and mark in which rounds, by the table of rights. Whether a round is open, takesMarks says. */
import type { Account } from '../accounts/account.ts'
import { may } from '../accounts/permissions.ts'
import { MARKED_AT_THE_DESK, type RoundKind } from './round.ts'

interface OfKind {
  readonly kind: RoundKind
}

export function mayRead(account: Account | undefined, round: OfKind): boolean {
  return may(account, round.kind === 'demonstration' ? 'read-demonstration' : 'read-every-round')
}

export function mayMark(account: Account | undefined, round: OfKind): boolean {
  return may(account, round.kind === 'demonstration' ? 'mark-demonstration' : 'mark-every-round')
}

/** The kinds of rounds in which somebody may mark at the desk. */
export function kindsToMark(account: Account): RoundKind[] {
  return MARKED_AT_THE_DESK.filter((kind) => mayMark(account, { kind }))
}
