/** What people change about their own account: the name, the password, sessions elsewhere, tokens. */
import { violationOf } from '../database/violations.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type Account, foldName } from './account.ts'
import { issueApiToken, startSession } from './account-actions.ts'
import {
  findAccountByName,
  removeApiToken,
  removeOtherSessions,
  renameAccount,
  replacePassword,
} from './account-store.ts'
import { hashPassword, verifyPassword } from './password.ts'

/**
 * Gives somebody another name. Throws Refusal (invalid, name: taken).
 * @param renamed what else the name stands in is changed by this, in the same transaction
 */
export async function rename(
  { database }: Parts,
  account: Account,
  name: string,
  renamed: (db: Parts['database']['db']) => Promise<void>,
): Promise<void> {
  await database.transact(async (db) => {
    try {
      await renameAccount(db, account.id, name)
    } catch (error) {
      if (violationOf(error) === 'unique') throw new Refusal('invalid', { name: 'taken' })
      throw error
    }
    await renamed(db)
  })
}

/**
 * Gives somebody another password, ends all their sessions, and begins a new one, whose secret it gives back.
 * Throws Refusal (invalid, current: wrong).
 */
export async function changePassword(
  parts: Parts,
  account: Account,
  origin: string,
  { current, password }: { current: string; password: string },
): Promise<string> {
  await confirm(parts, account, origin, current)
  const passwordHash = await hashPassword(password)
  await parts.database.transact((db) => replacePassword(db, account.id, passwordHash))
  return startSession(parts, account)
}

/** Whoever is at the keyboard must know the password. Throws Refusal: invalid (current: wrong), too-many. */
export async function confirm(parts: Parts, { name }: Account, origin: string, password: string): Promise<void> {
  const fits = await parts.limits.attempt(origin, foldName(name), async () => {
    const account = await findAccountByName(parts.database.db, name)
    return (await verifyPassword(account?.passwordHash, password)) || undefined
  })
  if (!fits) throw new Refusal('invalid', { current: 'wrong' })
}

/** Ends all sessions of somebody but the one at hand. */
export async function signOutElsewhere({ database }: Parts, account: Account, session?: string): Promise<void> {
  await database.transact((db) => removeOtherSessions(db, account.id, session && sha256(session)))
}

export async function makeToken(parts: Parts, account: Account): Promise<string> {
  return issueApiToken(parts, account.name)
}

export async function revokeToken({ database }: Parts, account: Account, id: string): Promise<void> {
  await database.transact((db) => removeApiToken(db, account.id, id))
}
