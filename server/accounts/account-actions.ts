/** What people do about accounts: become the owner, sign in and out, be added on the command line. */
import { randomBytes } from 'node:crypto'
import type { Db } from '../database/db.ts'
import { violationOf } from '../database/violations.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Settings } from '../web/settings.ts'
import type { Account } from './account.ts'
import type { CredentialsInput } from './account-input.ts'
import {
  addAccount,
  addApiToken,
  addSession,
  countAccounts,
  findAccountByApiToken,
  findAccountByName,
  findAccountBySession,
  findSettings,
  removeExpiredSessions,
  removeSession,
  replacePassword,
  replaceSettings,
} from './account-store.ts'
import { hashPassword, verifyPassword } from './password.ts'

const SESSION_DAYS = 7

/** A fresh secret of 256 bits. Only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Adds an account; the first one of an instance is its owner. Refused (`invalid`, name: taken) where the name is taken. */
export async function createAccount(parts: Parts, input: CredentialsInput): Promise<Account> {
  const passwordHash = await hashPassword(input.password)
  return parts.database.transact((db) => createAccountIn(parts, db, input.name, passwordHash))
}

/** The same within a transaction. */
export async function createAccountIn(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  name: string,
  passwordHash: string,
): Promise<Account> {
  const role = (await countAccounts(db)) === 0 ? 'owner' : 'member'
  const account = { id: clock.newId(), name, role } as const
  try {
    await addAccount(db, { ...account, passwordHash }, clock.now())
  } catch (error) {
    if (violationOf(error) === 'unique') throw new Refusal('invalid', { name: 'taken' })
    throw error
  }
  return account
}

/** Makes the owner by the one-time token that the start printed, and signs them in. Refused once there is an account. */
export async function becomeOwner(parts: Parts, token: string, input: CredentialsInput): Promise<string> {
  if (!isWelcome(parts, token)) throw new Refusal('not-found')
  // Used up before the first wait: of two who come at the same time only one gets in.
  parts.welcome.token = undefined
  const account = await createAccount(parts, input).catch((error: unknown) => {
    parts.welcome.token = token
    throw error
  })
  return startSession(parts, account)
}

/** Whether this is the token of this start, while there is no account. */
export function isWelcome(parts: Parts, token: string): boolean {
  return parts.welcome.token !== undefined && sha256(token) === sha256(parts.welcome.token)
}

/** Name and password → a new session's token, which replaces a former one; undefined where they do not fit. */
export async function signIn(
  parts: Parts,
  name: string,
  password: string,
  former?: string,
): Promise<string | undefined> {
  const account = await findAccountByName(parts.database.db, name)
  const fits = await verifyPassword(account?.passwordHash, password)
  return fits && account ? startSession(parts, account, former) : undefined
}

/** Begins a session, which replaces a former one, and gives back its secret. */
export async function startSession(parts: Parts, account: Account, former?: string): Promise<string> {
  const token = newToken()
  const now = parts.clock.now()
  const expiresAt = new Date(Date.parse(now) + SESSION_DAYS * 86_400_000).toISOString()
  await parts.database.transact(async (db) => {
    await removeExpiredSessions(db, now)
    if (former !== undefined) await removeSession(db, sha256(former))
    await addSession(db, sha256(token), account.id, now, expiresAt)
  })
  return token
}

export async function signOut(parts: Parts, sessionToken: string): Promise<void> {
  await parts.database.transact((db) => removeSession(db, sha256(sessionToken)))
}

/** Makes a bearer token for the account of this name. Refused (`not-found`) where there is none. */
export async function issueApiToken(parts: Parts, name: string): Promise<string> {
  const token = newToken()
  await parts.database.transact(async (db) => {
    const account = await findAccountByName(db, name)
    if (!account) throw new Refusal('not-found')
    await addApiToken(db, sha256(token), account.id, parts.clock.now())
  })
  return token
}

/** Gives the account of this name a new password and ends its sessions. Refused (`not-found`) where there is none. */
export async function resetPassword(parts: Parts, input: CredentialsInput): Promise<void> {
  const passwordHash = await hashPassword(input.password)
  await parts.database.transact(async (db) => {
    const account = await findAccountByName(db, input.name)
    if (!account) throw new Refusal('not-found')
    await replacePassword(db, account.id, passwordHash)
  })
}

/** Keeps what somebody changes about how they want to read, beside what they chose before. */
export async function changeSettings(parts: Parts, account: Account, changes: Settings): Promise<void> {
  await parts.database.transact(async (db) =>
    replaceSettings(db, account.id, { ...(await findSettings(db, account.id)), ...changes }),
  )
}

/** Who stands behind a session or a bearer token. */
export async function accountOf(
  parts: Parts,
  secret: { session?: string; bearer?: string },
): Promise<Account | undefined> {
  const { db } = parts.database
  if (secret.bearer !== undefined) return findAccountByApiToken(db, sha256(secret.bearer))
  if (secret.session === undefined) return undefined
  return findAccountBySession(db, sha256(secret.session), parts.clock.now())
}
