/** What commands write: refused where it is there already, and never seen half written. */
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import { inWords, isOfTheSystem } from './machine-words.ts'

/** The file or folder that was named; refused where it is there already and may not be replaced. */
export function newTarget(typed: string, mayReplace: boolean, kind: 'file' | 'folder' = 'file'): string {
  const target = typedPath(typed)
  const there = statSync(target, { throwIfNoEntry: false })
  if (!there) refuseWithoutFolder(typed, target)
  else if (!(kind === 'folder' && isEmptyFolder(target))) {
    if (!mayReplace) throw new CommandError(`${typed}: is there already; --force replaces it`)
    if (isInside(process.cwd(), target)) throw new CommandError(`${typed}: is where this runs; name another folder`)
    const isReplaceable = there.isFile() || (kind === 'folder' && there.isDirectory())
    if (!isReplaceable)
      throw new CommandError(`${typed}: cannot be written: ${there.isDirectory() ? 'it is a folder' : 'it is no file'}`)
  }
  return target
}

/** Said before anything is read: a long run would end with it. */
function refuseWithoutFolder(typed: string, target: string): void {
  const folder = path.dirname(target)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CommandError(`${typed}: cannot be written: there is no folder ${folder}`)
}

function isEmptyFolder(target: string): boolean {
  return lstatSync(target).isDirectory() && readdirSync(target).length === 0
}

function isInside(inner: string, outer: string): boolean {
  const way = path.relative(outer, inner)
  return !way.startsWith('..') && !path.isAbsolute(way)
}

/** The file or folder appears whole, by rename, or not at all; a folder that stood there is moved aside until then. */
export async function writeWhole<T>(target: string, write: (unfinished: string) => Promise<T>): Promise<T> {
  const unfinished = `${target}.${process.pid}.part`
  try {
    const result = await write(unfinished)
    await takePlace(unfinished, target)
    return result
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined)
    if (isOfTheSystem(error)) throw new CommandError(`${target}: cannot be written: ${inWords(error)}`)
    throw error
  }
}

async function takePlace(unfinished: string, target: string): Promise<void> {
  if (!lstatSync(unfinished).isDirectory() || !existsSync(target)) return rename(unfinished, target)
  const former = `${target}.${process.pid}.former`
  await rename(target, former)
  await rename(unfinished, target)
  await rm(former, { recursive: true, force: true })
}
