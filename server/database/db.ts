/** What stores and actions are handed: a query builder, and two ways to hold it still. */
import type { Kysely } from 'kysely'
import type { Tables } from '../../db/schema.ts'

export type Db = Kysely<Tables>

/** An open database. Only its factory knows which engine stands behind it. */
export interface Database {
  readonly db: Db
  /**
   * Runs work in one transaction and returns once it is durable. Work throws: nothing of it is kept.
   * Inside, use the handle that is passed in, never the outer one: on SQLite that would wait for itself.
   */
  transact<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Runs work on one unchanging view of the data, without holding up those who write. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Leaves nothing in the database's files of what has been removed from its tables. */
  forget(): Promise<void>
  close(): Promise<void>
}
