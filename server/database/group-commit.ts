/** Transactions that wait at the same time are made durable together: one flush to disk serves all of them. */
import { setImmediate } from 'node:timers/promises'
import type { ControlledTransaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Database, Db } from './db.ts'

interface Job {
  readonly work: (db: Db) => Promise<unknown>
  readonly settle: (outcome: Outcome) => void
}
type Outcome = { readonly value: unknown } | { readonly error: unknown }

/** So many share a flush at most; the first of them waits for the last. */
const LARGEST_GROUP = 64

/**
 * A `transact` for an engine with one writing connection. Each piece of work stands in a savepoint, so one that fails
 * takes nothing of the others along; every answer, refusals too, is given only when the whole group is durable.
 */
export function groupCommit(db: Db): Database['transact'] {
  const waiting: Job[] = []
  let running = false

  async function run(): Promise<void> {
    running = true
    // A turn of the event loop between groups: without it the first request is committed before the next one is read.
    for (await setImmediate(); waiting.length > 0; await setImmediate()) {
      const jobs = waiting.splice(0, LARGEST_GROUP)
      const outcomes = await commit(db, jobs)
      for (const [index, job] of jobs.entries()) job.settle(outcomes[index]!)
    }
    running = false
  }

  return <T>(work: (db: Db) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const settle = (outcome: Outcome) => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value as T))
      waiting.push({ work, settle })
      if (!running) void run()
    })
}

async function commit(db: Db, jobs: readonly Job[]): Promise<Outcome[]> {
  try {
    const transaction = await db.startTransaction().execute()
    try {
      const outcomes: Outcome[] = []
      for (const job of jobs) outcomes.push(await attempt(transaction, job))
      await transaction.commit().execute()
      return outcomes
    } catch (error) {
      // Where the engine has ended the transaction itself, a rollback that fails must not hide why.
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined)
      throw error
    }
  } catch (error) {
    return jobs.map(() => ({ error }))
  }
}

async function attempt(transaction: ControlledTransaction<Tables>, job: Job): Promise<Outcome> {
  const savepoint = await transaction.savepoint('job').execute()
  try {
    const value = await job.work(savepoint)
    await savepoint.releaseSavepoint('job').execute()
    return { value }
  } catch (error) {
    try {
      await savepoint.rollbackToSavepoint('job').execute()
      await savepoint.releaseSavepoint('job').execute()
    } catch {
      // The engine has ended the whole transaction (a full disk): why it did is what everybody in the group is told.
      throw error
    }
    return { error }
  }
}
