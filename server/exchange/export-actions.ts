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
import type { Dataset } from './dataset.ts'
import { readDataset, type Whose } from './exchange-store.ts'
import { type Container, type Packed, pack } from './files/packing.ts'
import { type Format, NothingToWrite } from './format.ts'
import { type Selection, select } from './selection.ts'

/** What of a study is taken out. */
export interface Extent {
  readonly study: Study
  readonly whose: Whose
  readonly selection?: Selection
}

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

/** The dataset of an extent, to be read in the moment that the handle shows. */
export async function datasetOf(
  { clock }: Pick<Parts, 'clock'>,
  db: Db,
  { study, whose, selection = {} }: Extent,
): Promise<Dataset> {
  const origin = { exportedAt: clock.now(), generator: GENERATOR }
  return select(await readDataset(db, study, whose, origin), selection)
}

/** Writes it in a format to a file, a folder or a zip, and says what the format could not carry. */
export async function writeDataset(
  parts: Pick<Parts, 'database' | 'clock'>,
  extent: Extent,
  format: Format,
  target: string,
  container: Container,
): Promise<Packed> {
  return parts.database.snapshot(async (db) => pack(format, await datasetOf(parts, db, extent), target, container))
}

/** A file that belongs beside the dataset, such as the config of Label Studio. Throws Refusal (not-found). */
export async function fileBeside(
  parts: Parts,
  account: Account,
  studyId: string,
  format: Format,
): Promise<{ readonly path: string; readonly content: string }> {
  return parts.database.snapshot(async (db) => {
    const dataset = await datasetOf(parts, db, await openDownload(db, account, studyId))
    const found = besideOf(format, dataset)
    if (!found) throw new Refusal('not-found')
    return found
  })
}

export function besideOf(format: Format, dataset: Pick<Dataset, 'header'>) {
  return format.files === 'one' ? format.beside?.(dataset)[0] : undefined
}

/** A dataset as pieces, of several files as a zip. */
export async function* streamDataset(parts: Parts, extent: Extent, format: Format): AsyncIterable<Uint8Array> {
  try {
    yield* streamFile((file) => writeDataset(parts, extent, format, file, format.files === 'one' ? 'file' : 'zip'))
  } catch (error) {
    throw error instanceof NothingToWrite ? new Refusal('nothing-to-write', { reason: error.reason }) : error
  }
}

/** A reader that is slow or stops holds nothing up: the file behind it is private and goes with it. */
export async function* streamFile(write: (file: string) => Promise<unknown>): AsyncIterable<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  try {
    const file = path.join(folder, 'dataset')
    await write(file)
    yield* createReadStream(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
