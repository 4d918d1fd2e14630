/** Taking a dataset out: written to a file within one unchanging moment, then handed on as slowly as anybody reads. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Account } from '../accounts/account.ts'
import { mayIn } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { listRounds } from '../rounds/round-store.ts'
import type { Study } from '../studies/study.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findStudy } from '../studies/study-store.ts'
import { GENERATOR } from '../version.ts'
import { readDataset, type Whose } from './exchange-store.ts'
import { type Container, type Packed, pack } from './files/packing.ts'
import { type Format, NothingToWrite } from './format.ts'

/** What somebody may take out of a study: all of it, or their own readings, as of the demonstration. Throws Refusal (not-found). */
export async function openDownload(db: Db, account: Account, studyId: string): Promise<{ study: Study; whose: Whose }> {
  const study = await findStudy(db, studyId)
  if (!study) throw new Refusal('not-found')
  const access = await accessTo(db, account, study.id)
  if (mayIn(access, 'download-study')) return { study, whose: 'everybody' }
  const isDemonstrated = (await listRounds(db, study.id)).some(({ kind }) => kind === 'demonstration')
  if (!isDemonstrated && !mayIn(access, 'download-own-readings')) throw new Refusal('not-found')
  return { study, whose: { account: account.id } }
}

/** Writes a study in a format to a file, a folder or a zip, and says what the format could not carry. */
export async function writeDataset(
  parts: Pick<Parts, 'database' | 'clock'>,
  study: Study,
  whose: Whose,
  format: Format,
  target: string,
  container: Container,
): Promise<Packed> {
  return parts.database.snapshot(async (db) => {
    const origin = { exportedAt: parts.clock.now(), generator: GENERATOR }
    return pack(format, await readDataset(db, study, whose, origin), target, container)
  })
}

/** The same as pieces, of several files as a zip. A reader that is slow or stops holds nothing up: the file behind it is private and goes with it. */
export async function* streamDataset(
  parts: Parts,
  study: Study,
  whose: Whose,
  format: Format,
): AsyncIterable<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  try {
    const file = path.join(folder, 'dataset')
    await writeDataset(parts, study, whose, format, file, format.files === 'one' ? 'file' : 'zip')
    yield* createReadStream(file)
  } catch (error) {
    throw error instanceof NothingToWrite ? new Refusal('nothing-to-write', { reason: error.reason }) : error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
