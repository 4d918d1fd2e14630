/** Folders that go with the test. */
import { accessSync, constants, cpSync, existsSync, mkdtempSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256 } from '../../server/digest.ts'
import type { Cleanup } from './whole-file.ts'

/** Where a run of several files keeps what they have in common. */
export const FOLDER_OF_RUN = 'LESART_TEST_FOLDER'

const IN_MEMORY = '/dev/shm'
const ENOUGH_ROOM = 2_000_000_000

/** Where a run keeps its folders: in memory, where there is room, since every transaction is flushed to the disk. */
export function roomiest(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    if (bavail * bsize > ENOUGH_ROOM) return IN_MEMORY
  } catch {
    // There is no such place here.
  }
  return tmpdir()
}

export function freshFolder(t: Cleanup): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lesart-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder of its own with what has been made under this name before, in this run: made once, then copied. */
export async function copyOfFolder(t: Cleanup, name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const original = path.join(folderOfRun(), sha256(name))
  if (!existsSync(original)) {
    const made = mkdtempSync(`${original}-`)
    await make(made)
    try {
      renameSync(made, original)
    } catch (error) {
      // Another file of the run has made it meanwhile.
      if (!existsSync(original)) throw error
    }
  }
  const folder = freshFolder(t)
  cpSync(original, folder, { recursive: true })
  return folder
}

let ownFolder: string | undefined

function folderOfRun(): string {
  const shared = process.env[FOLDER_OF_RUN]
  if (shared !== undefined) return shared
  if (ownFolder === undefined) {
    const folder = mkdtempSync(path.join(tmpdir(), 'lesart-tests-'))
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    ownFolder = folder
  }
  return ownFolder
}
