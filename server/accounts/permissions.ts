/** The whole table of rights of an instance. Who may do what within a study is decided on its rows, in the actions. */
import type { Account, AccountRole } from './account.ts'

export type Role = AccountRole | 'visitor'

const RIGHTS = {
  /** The doors, the welcome, signing in. */
  'open-doors': ['visitor', 'member', 'owner'],
  'read-demonstration': ['visitor', 'member', 'owner'],
  'mark-demonstration': ['member', 'owner'],
  'download-own-readings': ['member', 'owner'],
  'sign-out': ['member', 'owner'],
  'see-own-account': ['member', 'owner'],
  'read-every-round': ['owner'],
  'mark-every-round': ['owner'],
  'manage-studies': ['owner'],
  'download-studies': ['owner'],
  'answer-questions': ['owner'],
} as const satisfies Record<string, readonly Role[]>

export type Deed = keyof typeof RIGHTS

/** What somebody is to the instance; who is not signed in is a visitor. */
export function roleOf(account: Account | undefined): Role {
  return account?.role ?? 'visitor'
}

export function may(account: Account | undefined, deed: Deed): boolean {
  const allowed: readonly Role[] = RIGHTS[deed]
  return allowed.includes(roleOf(account))
}
