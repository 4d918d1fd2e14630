/** Opening the profile of an article: the same readings, under the same conditions, as at the desk. */
import type { Account } from '../accounts/account.ts'
import type { Parts } from '../parts.ts'
import type { Desk } from './annotation-page.ts'
import { openDesk } from './desk-actions.ts'
import type { ProfileQuery } from './profile-input.ts'

/** Throws Refusal (not-found), also where somebody may not look. */
export async function openProfile(
  parts: Parts,
  account: Account | undefined,
  at: { round: string; article: string },
  { reading, beside }: ProfileQuery,
): Promise<Desk> {
  const desk = await openDesk(parts, account, at, reading ?? 'own', beside)
  // Who has no reading of their own came to see the one there is.
  const showsReference = reading === undefined && account === undefined && desk.hasReference
  return showsReference ? openDesk(parts, account, at, 'reference') : desk
}
