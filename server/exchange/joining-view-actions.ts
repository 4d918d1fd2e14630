/** A dataset that was sent: looked at, then taken into the study, or as one of its own. */
import type { Account } from '../accounts/account.ts'
import { may } from '../accounts/permissions.ts'
import { ENCODINGS } from '../articles/intake/recognised.ts'
import { listCodebooks } from '../codebook/codebook-store.ts'
import type { Parts } from '../parts.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { newStudyInput } from '../studies/study-input.ts'
import { listAnnotators } from '../studies/study-store.ts'
import { UPLOAD_LIMITS } from './files/limits.ts'
import { inEncoding, type Opened, openBytes, zipOf } from './files/opening.ts'
import { isEncoding } from './files/recoding.ts'
import { likelyEncodings, otherEncodingIn, readIn, recognise } from './files/recognising.ts'
import type { DatasetItem, Format } from './format.ts'
import { FORMATS } from './formats/index.ts'
import { DamagedFile, Misquoted, NotUtf8 } from './formats/lesart-lines.ts'
import { Contradiction, type ImportReport } from './import-actions.ts'
import { type Joining, joinDataset, UnknownTags } from './joining-actions.ts'
import type { JoiningForm } from './joining-input.ts'
import { damageOf, type JoiningView, placeOf, placesIn } from './joining-page.ts'
import { lookAt } from './looking-actions.ts'
import { takeAsStudy } from './own-study-actions.ts'

/** Throws Refusal (not-found). */
export async function openJoining(parts: Parts, account: Account, slug: string): Promise<JoiningView> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const codebook = (await listCodebooks(db, study.id)).at(-1)
  const annotators = (await listAnnotators(db, study.id)).filter(({ kind }) => kind !== 'visitor')
  return {
    ...{ study, codebook, pseudonyms: annotators.map(({ pseudonym }) => pseudonym) },
    mayMakeStudies: may(account, 'make-studies'),
    newStudy: parts.clock.newId(),
  }
}

type SentFile = { readonly name: string; readonly bytes: Uint8Array }

interface Job {
  readonly parts: Parts
  readonly account: Account
  readonly view: JoiningView
  readonly form: JoiningForm
  readonly name: string
}

/** What cannot be read or does not fit is said on the page, and nothing of it is kept. Throws Refusal (not-found). */
export async function joinSent(
  parts: Parts,
  account: Account,
  slug: string,
  form: JoiningForm,
  files: readonly SentFile[],
): Promise<JoiningView> {
  const opened = await openJoining(parts, account, slug)
  const { name, bytes } = await oneOf(files, form, parts.clock.now())
  const encoding = form.encoding && isEncoding(form.encoding) ? form.encoding : undefined
  const view: JoiningView = {
    ...opened,
    sent: { name, content: Buffer.from(bytes).toString('base64'), encoding, offsets: form.offsets },
    encodings: encoding === undefined ? [] : choiceOf([encoding]),
    mayMove: form.move === 'yes',
    newStudy: form.newStudy ?? opened.newStudy,
    newTitle: form.title ?? baseOf(name),
  }
  const job = { parts, account, view, form, name }
  try {
    const content = await openBytes(name, bytes, UPLOAD_LIMITS)
    try {
      return await withContent(job, encoding === undefined ? content : await inEncoding(content, encoding))
    } finally {
      await content.close()
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    return { ...view, ...damage(name, error) }
  }
}

/** Several files are a folder of them; sent again, they come as the zip that was made of them. */
async function oneOf(files: readonly SentFile[], form: JoiningForm, now: string): Promise<SentFile> {
  const [first, second] = files
  const name = shown(first?.name ?? form.name ?? '')
  if (!first) return { name, bytes: Buffer.from(form.content ?? '', 'base64') }
  return second
    ? { name: `${baseOf(name)}.zip`, bytes: await zipOf(files, new Date(now)) }
    : { name, bytes: first.bytes }
}

function shown(name: string): string {
  return (
    name
      .toWellFormed()
      .normalize('NFC')
      .replace(/\p{Cc}/gu, ' ')
      .slice(-120)
      .trim() || 'dataset'
  )
}

function baseOf(name: string): string {
  return name.replace(/(\.[\w-]+)+$/, '') || 'dataset'
}

async function withContent(job: Job, opened: Opened): Promise<JoiningView> {
  const { view, form, name } = job
  const format = recognise(FORMATS, opened.sample)
  const other = otherEncodingIn(opened.sample)
  const likely = format || other === undefined ? [] : await likelyEncodings(opened.bytes ?? opened.folder.bytes(other))
  // What can be read in no encoding at all is no text.
  if (!format && likely.length > 0) return { ...view, fault: 'other-encoding', encodings: choiceOf(likely) }
  if (!format) return { ...view, sent: undefined, fault: 'unknown-format' }
  if (format.id === 'codebook') return { ...view, sent: undefined, fault: 'codebook' }
  const items = (mayMove: boolean) => readIn(format, opened, { name: baseOf(name), offsets: form.offsets, mayMove })
  try {
    const found = await lookAt(job.parts, view, format, name, items, form)
    const isDoubtful = form.offsets !== undefined || found.places?.moves.length || found.remarks?.length
    const looked = { ...view, ...found, asksUnit: isOpenUnit(format) && Boolean(isDoubtful) }
    if (form.step === 'look') return looked
    return { ...looked, ...(await take(job, looked, items(view.mayMove ?? false))) }
  } catch (error) {
    if (error instanceof NotUtf8)
      return { ...view, ...damage(name, error), fault: 'other-encoding', encodings: choiceOf(error.likely) }
    if (!(error instanceof DamagedFile)) throw error
    return { ...view, ...damage(name, error), asksUnit: isOpenUnit(format) && damageOf(error.message) === 'outside' }
  }
}

/** The likeliest first. */
function choiceOf(likely: readonly string[]): string[] {
  return [...new Set([...likely, ...ENCODINGS.filter((encoding) => encoding !== 'utf-8')])]
}

/** Formats that do not say in which unit they count, or have changed it. */
const OPEN_UNITS: ReadonlySet<string> = new Set(['doccano', 'label-studio'])

function isOpenUnit({ id }: Format): boolean {
  return OPEN_UNITS.has(id)
}

const MOST_REMARKS = 20

function damage(name: string, error: DamagedFile): Partial<JoiningView> {
  return { fault: damageOf(error.message), remarks: [`${placeOf(name, error)}: ${error.message}`] }
}

async function take(job: Job, looked: JoiningView, items: AsyncIterable<DatasetItem>): Promise<Partial<JoiningView>> {
  try {
    return job.form.step === 'new' ? await takeAsNew(job, items) : await takeHere(job, items)
  } catch (error) {
    if (error instanceof UnknownTags) return { fault: 'unknown-tags' }
    if (error instanceof Misquoted) return { fault: 'moved' }
    if (!(error instanceof DamagedFile || error instanceof Contradiction)) throw error
    return { places: looked.places, fault: 'refused', remarks: [`${placeOf(job.name, error)}: ${error.message}`] }
  }
}

async function takeHere({ parts, view, form, name }: Job, items: AsyncIterable<DatasetItem>) {
  const joining = joiningOf(form, view.mayMove ?? false)
  const { report, anchored, moves, leftOut } = await joinDataset(parts, view.study, items, joining)
  return { ...takenOf(name, report, undefined), places: placesIn(name, anchored, moves), leftOut }
}

async function takeAsNew({ parts, account, view, form, name }: Job, items: AsyncIterable<DatasetItem>) {
  const input = newStudyInput.safeParse({ title: form.title })
  if (!input.success || !view.mayMakeStudies) return { fault: 'no-title' }
  const wanted = { id: view.newStudy!, ...input.data }
  const { study, report, anchored, moves } = await takeAsStudy(parts, account, wanted, items)
  return { ...takenOf(name, report, study), places: placesIn(name, anchored, moves) }
}

/** What was sent need not be kept any longer. */
function takenOf(
  name: string,
  { annotations, remarks }: ImportReport,
  into: { slug: string; title: string } | undefined,
) {
  return {
    ...{ sent: undefined, looked: undefined, places: undefined },
    taken: { into, added: annotations.new, equal: annotations.equal },
    remarks: remarks.slice(0, MOST_REMARKS).map((remark) => `${placeOf(name, remark)}: ${remark.message}`),
  }
}

function joiningOf(form: JoiningForm, mayMove: boolean): Joining {
  const named = (prefix: string) =>
    Object.entries(form)
      .filter((entry): entry is [string, string] => entry[0].startsWith(prefix) && typeof entry[1] === 'string')
      .map(([key, value]): [string, string] => [key.slice(prefix.length), value])
  const orNothing = (prefix: string) =>
    new Map(named(prefix).flatMap(([theirs, ours]) => (ours === '' ? [] : [[theirs, ours === '-' ? undefined : ours]])))
  return {
    tags: orNothing('tag.'),
    roles: orNothing('role.'),
    annotators: new Map(named('annotator.').filter(([, ours]) => ours !== '')),
    mayMove,
  }
}
