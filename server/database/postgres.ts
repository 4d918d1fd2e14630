/**
 * PostgreSQL by pg: one writing session, which holds the lock that keeps a second server out; sessions beside it that
 * can only read.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../db/schema.ts'
import { CommandError } from '../errors.ts'
import type { Database, Db } from './db.ts'
import { groupCommit } from './group-commit.ts'
import { checkMigrated, migrate } from './migrate.ts'
import { postgresMigrating } from './postgres-migrating.ts'
import { MOST_SNAPSHOTS } from './turns.ts'

/** „Lesa“: the lock of a database, together with its schema. */
const LOCK = 0x4c657361
const OLDEST_POSTGRES = 150_000
/** A session that is ending holds its lock for a moment longer than its process lives. */
const LONGEST_WAIT_FOR_LOCK = 2_000
const LONGEST_CONNECT = 10_000
const MOST_READERS = 8

/** Opens a database on a PostgreSQL server. Throws CommandError where it is not fit, or where another Lesart writes to it. */
export async function openPostgres(url: string, readOnly: boolean): Promise<Database> {
  const place = placeOf(url)
  const reader = connectTo(url, { max: MOST_READERS, onConnect: onlyRead })
  // Those that read pages do not wait for exports.
  const snapshots = connectTo(url, { max: MOST_SNAPSHOTS, onConnect: onlyRead })
  const writer = readOnly ? undefined : connectTo(url, { max: 1, onConnect: (client) => holdLock(client, place) })
  const close = async () => void (await Promise.all([reader.destroy(), snapshots.destroy(), writer?.destroy()]))
  const engine = postgresMigrating(place)
  try {
    const transact = groupCommit(writer ?? reader)
    if (writer) await migrate({ db: writer, transact }, engine)
    await checkMigrated(reader, engine)
    return { db: reader, transact, snapshot: (work) => snapshot(snapshots, work), forget, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What was removed is of no use to anybody once PostgreSQL has vacuumed, which it does by itself. */
async function forget(): Promise<void> {}

type PoolOptions = Pick<pg.PoolConfig, 'max' | 'onConnect'>

function connectTo(url: string, options: PoolOptions): Db {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lesart',
    connectionTimeoutMillis: LONGEST_CONNECT,
    // The session that writes must not end because nobody writes: it holds the lock.
    idleTimeoutMillis: options.max === 1 ? 0 : 60_000,
    keepAlive: true,
    types: { getTypeParser },
    ...options,
  })
  // A connection that breaks is forgotten, and must not take the program along: whoever uses it is told so by their
  // next query, and whoever needs one next makes another, or is told why not.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: withKeptStatements(pool) }) })
}

/** More texts than the program has: a limit for those that are put together of more or fewer parts. */
const MOST_STATEMENTS = 2_000

type Query = PostgresPoolClient['query']

/** Preparing a statement costs as much as running it: each session prepares each text of SQL once, under a name. */
function withKeptStatements(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const kept = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const nameOf = (text: string) => {
    if (!names.has(text) && names.size < MOST_STATEMENTS) names.set(text, `lesart-${names.size}`)
    return names.get(text)
  }
  const keeping = (client: pg.PoolClient): PostgresPoolClient => {
    const query = (text: string, values: readonly unknown[]) =>
      client.query(values.length > 0 ? { name: nameOf(text), text, values: [...values] } : text)
    // Kysely would hand cursors in too, which nobody asks for.
    return { query: query as unknown as Query, release: (destroy) => client.release(destroy) }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      if (!kept.has(client)) kept.set(client, keeping(client))
      return kept.get(client)!
    },
  }
}

/** Whole numbers are numbers here, sums and counts too: none comes near 2^53. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  return type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text')
}

async function onlyRead(client: pg.ClientBase): Promise<void> {
  await client.query('SET default_transaction_read_only = on')
}

/**
 * Makes a session the one that writes. The lock and the right to write end together: whoever loses the connection must
 * get the lock again before anything else, and can write nothing if somebody else has it by then.
 */
async function holdLock(client: pg.ClientBase, place: string): Promise<void> {
  await checkServer(client, place)
  // Should this machine vanish, its lock is free after a minute, not after hours.
  await client.query('SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3')
  const until = Date.now() + LONGEST_WAIT_FOR_LOCK
  while (!(await takeLock(client))) {
    if (Date.now() > until)
      throw new Occupied(`${place}: another Lesart is running on this database; stop it first, or name another one`)
    await pause(50)
  }
}

/** Another process writes to the database. Known to requests by its code, to people by its words. */
class Occupied extends CommandError {
  readonly code = '55P03'
}

async function takeLock(client: pg.ClientBase): Promise<boolean> {
  const sql = 'SELECT pg_try_advisory_lock($1, hashtext(current_schema())) AS taken'
  const { rows } = await client.query<{ taken: boolean }>(sql, [LOCK])
  return rows[0]!.taken
}

/** Throws CommandError where the server is too old, or may lose or change what it is given. */
async function checkServer(client: pg.ClientBase, place: string): Promise<void> {
  const setting = async (name: string) =>
    (await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name])).rows[0]!.value
  if (Number(await setting('server_version_num')) < OLDEST_POSTGRES)
    throw new CommandError(`${place}: PostgreSQL ${await setting('server_version')} is too old; needed: 15 or newer`)
  if ((await setting('server_encoding')) !== 'UTF8')
    throw new CommandError(`${place}: the database has the encoding ${await setting('server_encoding')}, needed: UTF8`)
  if ((await setting('fsync')) !== 'on')
    throw new CommandError(`${place}: the server runs with fsync = off and can lose what was saved; needed: on`)
  // Only what is weaker is changed: who waits for standbys goes on doing so.
  if ((await setting('synchronous_commit')) === 'off') await client.query('SET synchronous_commit = on')
}

/** The database in what people read: without names and passwords of roles. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `postgres://${host}${pathname}`
}

function snapshot<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}
