/** Files that commands write: refused where they are there already, and never seen half written. */
import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'

/** The file that was named; refused where it is there already and may not be replaced. */
export function newTarget(typed: string, mayReplace: boolean): string {
  const target = typedPath(typed)
  if (existsSync(target) && !mayReplace) throw new CommandError(`${typed}: is there already; --force replaces it`)
  return target
}

/** The file appears whole, by rename, or not at all. */
export async function writeWhole<T>(target: string, write: (file: string) => Promise<T>): Promise<T> {
  const unfinished = `${target}.${process.pid}.part`
  try {
    const result = await write(unfinished)
    await rename(unfinished, target)
    return result
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    if (error instanceof Error && 'syscall' in error)
      throw new CommandError(`${target}: cannot be written: ${error.message}`)
    throw error
  }
}
