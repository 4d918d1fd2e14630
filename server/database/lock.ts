/** One writing program per data folder: a lock that dies with its process, however it dies. */

import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { violationOf } from './violations.ts'

/**
 * Takes the folder's lock and returns the way to give it back, or undefined where another process holds it. The lock
 * lasts as long as somebody holds what is returned.
 */
export function lockFolder(folder: string): (() => void) | undefined {
  const lock = new Sqlite(path.join(folder, 'lesart.lock'))
  try {
    lock.pragma('busy_timeout = 0')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (violationOf(error) === 'busy') return undefined
    throw error
  }
}
