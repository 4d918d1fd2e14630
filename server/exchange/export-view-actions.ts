/** Looking at a dataset before it is taken: counts, what would be left out, its beginning, its format's manual. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Account } from '../accounts/account.ts'
import { listArticleIds } from '../articles/article-store.ts'
import { sectionsOf } from '../codebook/markdown.ts'
import type { Parts } from '../parts.ts'
import { studyFor } from '../studies/study-actions.ts'
import type { Dataset } from './dataset.ts'
import { besideOf, datasetOf, type Extent } from './export-actions.ts'
import type { ExportView, Preview } from './export-page.ts'
import { counted, type Format, type Loss, NothingToWrite } from './format.ts'
import { csv } from './formats/csv.ts'
import { FORMATS } from './formats/index.ts'
import type { Selection } from './selection.ts'
import { countSelected } from './selection-store.ts'

/** More would be too much to read for a look. */
const MOST_COUNTED = 50_000
const PREVIEW = 2_400
/** Formats that only programs read. */
const BINARY = new Set(['xlsx', 'parquet'])

interface Wanted {
  readonly slug: string
  readonly format: Format
  readonly selection: Selection
}

/** Throws Refusal (not-found). */
export async function openExport(parts: Parts, account: Account, wanted: Wanted): Promise<ExportView> {
  const { slug, format, selection } = wanted
  return parts.database.snapshot(async (db) => {
    const study = await studyFor(db, account, 'download-own-readings', { slug })
    const isWhole = study.rights.includes('download-study')
    const whose = isWhole ? 'everybody' : { account: account.id }
    const extent: Extent = { study, whose, selection }
    const count = await countSelected(db, study.id, whose, selection)
    const dataset = () => datasetOf(parts, db, extent)
    const { header } = await datasetOf(parts, db, { study, whose })
    return {
      ...{ study, isWhole, header, selection },
      format: { id: format.id, fileName: fileNameOf(study.slug, format) },
      formats: FORMATS.map(({ id }) => id),
      beside: besideOf(format, { header })?.path,
      articles: (await listArticleIds(db, study.id)).length,
      ...count,
      losses: count.annotations <= MOST_COUNTED ? await lossesOf(format, await dataset()) : undefined,
      preview: await previewOf(format, await dataset()),
      manual: { html: await manualOf(format) },
    }
  })
}

export function fileNameOf(slug: string, { id, files, extension }: Format): string {
  return files === 'one' ? `${slug}.${extension}` : `${slug}.${id}.zip`
}

async function lossesOf(format: Format, whole: Dataset): Promise<readonly Loss[] | undefined> {
  const { dataset, count } = counted(format, whole)
  for await (const _ of dataset.articles);
  try {
    return count().losses
  } catch (error) {
    if (error instanceof NothingToWrite) return undefined
    throw error
  }
}

/** As much of the file as shows what it is like; where nobody can read it, of its table. */
async function previewOf(format: Format, dataset: Dataset): Promise<Preview | undefined> {
  const isTable = BINARY.has(format.id)
  const shown = isTable ? csv : format
  if (shown.files === 'one') {
    const text = await beginningOf(shown.write(dataset))
    return text === '' ? undefined : { file: undefined, isTable, text }
  }
  let first: Preview | undefined
  for await (const { path, content } of shown.writeFolder(dataset)) {
    if (first && !isReading(path, shown)) continue
    const text = typeof content === 'string' ? cut(content) : await beginningOf(content)
    if (text === '') continue
    if (isReading(path, shown)) return { file: path, isTable, text }
    first = { file: path, isTable, text }
  }
  return first
}

/** What somebody has read, rather than what belongs to all files of a folder. */
function isReading(path: string, { extension }: Format): boolean {
  return path.endsWith(`.${extension}`) && !/^[^/]*(TypeSystem|lesart)\.\w+$/.test(path)
}

async function beginningOf(content: AsyncIterable<string | Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of content) {
    text += typeof piece === 'string' ? piece : new TextDecoder().decode(piece)
    if (text.length > PREVIEW) break
  }
  return cut(text)
}

function cut(text: string): string {
  return text.length <= PREVIEW
    ? text
    : `${text
        .slice(0, PREVIEW)
        .toWellFormed()
        .replace(/\ufffd$/, '')} …`
}

async function manualOf({ id }: Format): Promise<string> {
  const source = await readFile(path.join(import.meta.dirname, 'formats', `${id}.md`), 'utf8')
  // The format's name is a heading of the page already; links between manuals lead nowhere here.
  const sections = sectionsOf(
    source
      .replace(/^# .*\n/, '')
      .replace(/\]\([\w-]+\.md\)/g, ']')
      .replace(/\[([^\]]*)\](?!\()/g, '$1'),
  )
  const html = sections.map(({ heading, html }) => (heading ? `<h3>${heading}</h3>` : '') + html).join('')
  // Long lines are reached by key, too.
  return html.replaceAll('<pre>', '<pre tabindex="0">')
}
