/** A dataset that was sent: looked at, then taken into the study. */
import type { Account } from '../accounts/account.ts'
import { findTag } from '../codebook/codebook.ts'
import { listCodebooks } from '../codebook/codebook-store.ts'
import type { Parts } from '../parts.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { listAnnotators } from '../studies/study-store.ts'
import type { DatasetHeader } from './dataset.ts'
import { UPLOAD_LIMITS } from './files/limits.ts'
import { openBytes } from './files/opening.ts'
import { readIn, recognise } from './files/recognising.ts'
import type { DatasetItem, Format } from './format.ts'
import { FORMATS } from './formats/index.ts'
import { DamagedFile } from './formats/lesart-lines.ts'
import { Contradiction } from './import-actions.ts'
import { type Joining, joinDataset, UnknownTags } from './joining-actions.ts'
import type { JoiningForm } from './joining-input.ts'
import type { JoiningView, Looked } from './joining-page.ts'

/** Throws Refusal (not-found). */
export async function openJoining(parts: Parts, account: Account, slug: string): Promise<JoiningView> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const codebook = (await listCodebooks(db, study.id)).at(-1)
  const annotators = (await listAnnotators(db, study.id)).filter(({ kind }) => kind !== 'visitor')
  return { study, codebook, pseudonyms: annotators.map(({ pseudonym }) => pseudonym) }
}

/** What cannot be read or does not fit is said on the page, and nothing of it is kept. Throws Refusal (not-found). */
export async function joinSent(
  parts: Parts,
  account: Account,
  slug: string,
  form: JoiningForm,
  [sent]: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<JoiningView> {
  const view = await openJoining(parts, account, slug)
  const name = (sent?.name ?? form.name ?? '').toWellFormed().normalize('NFC').slice(-120) || 'dataset'
  const bytes = sent?.bytes ?? Buffer.from(form.content ?? '', 'base64')
  const mayMove = form.move === 'yes'
  try {
    const opened = await openBytes(name, bytes, UPLOAD_LIMITS)
    try {
      const format = recognise(FORMATS, opened.sample)
      if (!format || format.id === 'codebook') return { ...view, fault: 'unknown-format' }
      const items = () => readIn(format, opened, { name: name.replace(/(\.[\w-]+)+$/, '') || 'dataset' })
      const looked = await lookAt(view, format, name, bytes, items(), form)
      if (form.step === 'look') return { ...view, ...looked, mayMove }
      return { ...view, ...(await takeAll(parts, view, looked, items(), joiningOf(form, mayMove))), mayMove }
    } finally {
      await opened.close()
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error
    return { ...view, fault: 'damaged', remarks: [`${placeOf(name, error)}: ${error.message}`] }
  }
}

function placeOf(name: string, { file, line }: { readonly file?: string | undefined; readonly line: number }): string {
  return `${file ?? name}:${line}`
}

type Found = { readonly looked: Looked; readonly remarks: readonly string[] }

async function lookAt(
  { codebook, pseudonyms }: JoiningView,
  format: Format,
  name: string,
  bytes: Uint8Array,
  items: AsyncIterable<DatasetItem>,
  form: JoiningForm,
): Promise<Found> {
  const count = { articles: 0, readings: 0, annotations: 0 }
  const remarks: string[] = []
  let header: DatasetHeader | undefined
  for await (const item of items) {
    if (item.type === 'header') header = item.header
    else if (item.type === 'warning') remarks.push(`${placeOf(name, item)}: ${item.message}`)
    else {
      count.articles++
      count.readings += item.article.annotationSets.length
      for (const { annotations } of item.article.annotationSets) count.annotations += annotations.length
    }
  }
  const tags = new Map((header?.codebooks ?? []).flatMap((one) => one.tags.map((tag) => [tag.id, tag])))
  return {
    looked: {
      name,
      format: format.id,
      ...count,
      tags: [...tags.values()].map(({ id, label }) => ({
        id,
        label: label.en ?? id,
        becomes: form[`tag.${id}`] ?? (codebook && findTag(codebook, id) ? id : undefined),
      })),
      annotators: (header?.annotators ?? []).map(({ id }) => {
        const chosen = form[`annotator.${id}`]
        return { name: id, becomes: chosen !== undefined && pseudonyms.includes(chosen) ? chosen : undefined }
      }),
      content: Buffer.from(bytes).toString('base64'),
    },
    remarks: remarks.slice(0, MOST_REMARKS),
  }
}
const MOST_REMARKS = 20

function joiningOf(form: JoiningForm, mayMove: boolean): Joining {
  const named = (prefix: string) =>
    Object.entries(form)
      .filter((entry): entry is [string, string] => entry[0].startsWith(prefix) && typeof entry[1] === 'string')
      .map(([key, value]): [string, string] => [key.slice(prefix.length), value])
  return {
    tags: new Map(named('tag.').map(([theirs, ours]) => [theirs, ours === '-' ? undefined : ours])),
    annotators: new Map(named('annotator.').filter(([, ours]) => ours !== '')),
    mayMove,
  }
}

async function takeAll(
  parts: Parts,
  { study }: JoiningView,
  { looked, remarks }: Found,
  items: AsyncIterable<DatasetItem>,
  joining: Joining,
): Promise<Partial<JoiningView>> {
  try {
    const { report, anchored } = await joinDataset(parts, study, items, joining)
    return {
      taken: {
        exact: anchored.exact,
        moved: anchored.moved,
        lost: anchored['not-found'],
        added: report.annotations.new,
        equal: report.annotations.equal,
      },
      remarks: report.remarks
        .slice(0, MOST_REMARKS)
        .map((remark) => `${placeOf(looked.name, remark)}: ${remark.message}`),
    }
  } catch (error) {
    if (error instanceof UnknownTags) return { looked, remarks, fault: 'unknown-tags' }
    if (!(error instanceof DamagedFile || error instanceof Contradiction)) throw error
    return { looked, fault: 'refused', remarks: [`${placeOf(looked.name, error)}: ${error.message}`] }
  }
}
