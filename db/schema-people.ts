/** The typed shape of the tables about people: accounts, who is in which study, who was erased. */
import type { Generated } from 'kysely'

export interface AccountTable {
  id: string
  name: string
  folded_name: string
  password_hash: string
  role: 'owner' | 'member'
  created_at: string
  /** JSON: what somebody has chosen about reading; null where nothing. */
  settings: string | null
  /** 1: it has no name and no password, and its role says nothing. */
  guest: Generated<0 | 1>
}

export interface SessionTable {
  token_hash: string
  account_id: string
  created_at: string
  expires_at: string
}

export interface ApiTokenTable {
  token_hash: string
  account_id: string
  created_at: string
}

export interface MembershipTable {
  study_id: string
  account_id: string
  role: 'manager' | 'annotator' | 'adjudicator' | 'reader'
  since: string
}

export interface InvitationTable {
  id: string
  study_id: string
  token_hash: string
  role: MembershipTable['role']
  note: string | null
  /** The account that made it; null once that is erased. */
  made_by: string | null
  made_at: string
  expires_at: string
  most_uses: number
  uses: number
  revoked_at: string | null
}

export interface ErasureTable {
  id: string
  /** Of an account that is no longer there. */
  account_id: string
  readings: 'removed' | 'kept'
  begun_at: string
  /** Null only within the transaction that erases. */
  done_at: string | null
}

export interface VisitorTable {
  /** A guest's, which may be gone. */
  account_id: string
  since: string
}
