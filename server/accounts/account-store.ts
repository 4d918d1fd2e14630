/** SQL for accounts, sessions and tokens. */
import type { Selectable } from 'kysely'
import type { AccountTable } from '../../db/schema-people.ts'
import type { Db } from '../database/db.ts'
import { type Settings, settingsIn } from '../web/settings.ts'
import type { Account } from './account.ts'
import { foldName } from './account.ts'

export type AccountWithHash = Account & { readonly passwordHash: string }

/** How many accounts of people there are; guests are none. */
export async function countAccounts(db: Db): Promise<number> {
  const row = await db
    .selectFrom('account')
    .select((q) => q.fn.countAll().as('n'))
    .where('guest', '=', 0)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The accounts of people, oldest first; guests are none. */
export async function listAccounts(db: Db): Promise<(Account & { createdAt: string })[]> {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'name', 'role', 'created_at'])
    .where('guest', '=', 0)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, role, created_at }) => ({ id, name, role, createdAt: created_at }))
}

/** The account of this name, in whichever case it is written. */
export async function findAccountByName(db: Db, name: string): Promise<AccountWithHash | undefined> {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('folded_name', '=', foldName(name))
    .where('guest', '=', 0)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, role: row.role, passwordHash: row.password_hash }
}

/** Fails with a `unique` violation where the name is taken. */
export async function addAccount(
  db: Db,
  account: AccountWithHash & { readonly role: 'owner' | 'member' },
  createdAt: string,
): Promise<void> {
  const { id, name, role, passwordHash } = account
  await db
    .insertInto('account')
    .values({ id, name, folded_name: foldName(name), password_hash: passwordHash, role, created_at: createdAt })
    .execute()
}

/** Adds a guest. Where others have a name, it has its id, and nobody signs in with it. */
export async function addGuest(db: Db, id: string, createdAt: string): Promise<void> {
  await db
    .insertInto('account')
    .values({ id, name: id, folded_name: id, password_hash: '', role: 'member', created_at: createdAt, guest: 1 })
    .execute()
}

/** Changes the password and ends all sessions of the account. */
export async function replacePassword(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', accountId).execute()
  await db.deleteFrom('session').where('account_id', '=', accountId).execute()
}

export async function addSession(
  db: Db,
  tokenHash: string,
  accountId: string,
  createdAt: string,
  expiresAt: string,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ token_hash: tokenHash, account_id: accountId, created_at: createdAt, expires_at: expiresAt })
    .execute()
}

export async function removeSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

export async function removeExpiredSessions(db: Db, now: string): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}

export async function addApiToken(db: Db, tokenHash: string, accountId: string, createdAt: string): Promise<void> {
  await db
    .insertInto('api_token')
    .values({ token_hash: tokenHash, account_id: accountId, created_at: createdAt })
    .execute()
}

/** The account behind a session that has not run out. */
export async function findAccountBySession(db: Db, tokenHash: string, now: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['account.id', 'account.name', 'account.role', 'account.guest', 'account.settings'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && presentAccount(row)
}

export async function findAccountByApiToken(db: Db, tokenHash: string): Promise<Account | undefined> {
  const row = await db
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .select(['account.id', 'account.name', 'account.role', 'account.guest', 'account.settings'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && presentAccount(row)
}

type AccountRow = Pick<Selectable<AccountTable>, 'id' | 'name' | 'role' | 'guest' | 'settings'>

function presentAccount({ id, name, role, guest, settings }: AccountRow): Account {
  const account = { id, name, role: guest ? 'guest' : role } as const
  return settings === null ? account : { ...account, settings: settingsIn(JSON.parse(settings)) }
}

/** What an account has chosen about reading. */
export async function findSettings(db: Db, accountId: string): Promise<Settings> {
  const row = await db.selectFrom('account').select('settings').where('id', '=', accountId).executeTakeFirstOrThrow()
  return row.settings === null ? {} : settingsIn(JSON.parse(row.settings))
}

export async function replaceSettings(db: Db, accountId: string, settings: Settings): Promise<void> {
  await db
    .updateTable('account')
    .set({ settings: JSON.stringify(settings) })
    .where('id', '=', accountId)
    .execute()
}

/** Fails with a `unique` violation where the name is taken. */
export async function renameAccount(db: Db, accountId: string, name: string): Promise<void> {
  await db
    .updateTable('account')
    .set({ name, folded_name: foldName(name) })
    .where('id', '=', accountId)
    .execute()
}

/** How many sessions of an account have not run out. */
export async function countSessions(db: Db, accountId: string, now: string): Promise<number> {
  const row = await db
    .selectFrom('session')
    .select((q) => q.fn.countAll().as('n'))
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Ends the sessions of an account, but for one. */
export async function removeOtherSessions(db: Db, accountId: string, keptHash: string | undefined): Promise<void> {
  const own = db.deleteFrom('session').where('account_id', '=', accountId)
  await (keptHash === undefined ? own : own.where('token_hash', '<>', keptHash)).execute()
}

export interface ApiToken {
  /** The beginning of its hash: enough to tell it from others, and of no use to who would use it. */
  readonly id: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

const TOKEN_ID_LENGTH = 12

/** The tokens of an account, oldest first. */
export async function listApiTokens(db: Db, accountId: string): Promise<ApiToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .select(['token_hash', 'created_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('token_hash')
    .execute()
  return rows.map(({ token_hash, created_at }) => ({ id: token_hash.slice(0, TOKEN_ID_LENGTH), createdAt: created_at }))
}

/** Removes a token of an account by its id. */
export async function removeApiToken(db: Db, accountId: string, id: string): Promise<void> {
  await db.deleteFrom('api_token').where('account_id', '=', accountId).where('token_hash', 'like', `${id}%`).execute()
}
