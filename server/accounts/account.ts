/** An account: a person who signs in with a name. No address is asked for. */
import type { Settings } from '../web/settings.ts'

/** A guest has no name and no password: a participant of a workshop, or a visitor who tries the demonstration. */
export const ACCOUNT_ROLES = ['owner', 'member', 'guest'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

export interface Account {
  readonly id: string
  readonly name: string
  readonly role: AccountRole
  /** How they want to read, as far as they have chosen it. */
  readonly settings?: Settings
}

export const LONGEST_NAME = 80
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 200

/**
 * Name → the form under which two names are the same: without case, width, doubled spaces and invisible characters,
 * as in Unicode's NFKC_Casefold. `Weiß` = `WEISS`.
 */
export function foldName(name: string): string {
  const visible = name.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
  return tidyName(visible.toLowerCase().toUpperCase().toLowerCase()).normalize('NFKC')
}

/** Name as it is kept: NFC, single spaces, none at its ends. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim()
}
