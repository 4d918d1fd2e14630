/** An invitation: a link with a secret that lets whoever holds it into a study, until it has run out. */
import type { StudyRole } from '../accounts/permissions.ts'

export interface Invitation {
  readonly id: string
  readonly studyId: string
  readonly role: StudyRole
  /** For those who manage the study: whom it is for. */
  readonly note?: string | undefined
  /** ISO 8601, UTC. */
  readonly madeAt: string
  readonly expiresAt: string
  readonly mostUses: number
  readonly uses: number
  readonly revokedAt?: string | undefined
}

/** Why an invitation lets nobody in any more. */
export type InvitationEnd = 'revoked' | 'used-up' | 'expired'

/** Undefined while it is open. What was done to it by people is said before what time did. */
export function endOf(invitation: Invitation, now: string): InvitationEnd | undefined {
  if (invitation.revokedAt !== undefined) return 'revoked'
  if (invitation.uses >= invitation.mostUses) return 'used-up'
  return invitation.expiresAt <= now ? 'expired' : undefined
}

export const DAYS_OFFERED = [1, 7, 30, 90] as const
export const MOST_USES = 500
