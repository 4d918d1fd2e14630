/** Reads `semeval-2020-11`: folders of the shared tasks, whichever names their files have. */
import type { Block } from '../../text/blocks.ts'
import { trimRange } from '../../text/words.ts'
import type { DatasetItem, Folder, ReadOptions, Sample } from '../format.ts'
import { DamagedFile, neededFiles } from './lesart-lines.ts'
import type { ForeignAnnotation, ForeignArticle } from './shared/foreign.ts'
import { foreignDataset } from './shared/foreign-dataset.ts'
import { type RawText, rawText } from './shared/raw-text.ts'
import { textLinesOf, textOf } from './shared/text-of.ts'

const ARTICLE = /(?:^|\/)article(\d+)\.txt$/
const LABELS = /\.(labels|labels-task-TC)$|labels[^/]*\.(txt|tsv)$/
/** Of spans without a technique. */
const UNNAMED = 'propaganda'
const IDS = 'lesart-ids.tsv'

export function isSemeval(sample: Sample): boolean {
  return (
    sample.files === 'folder' &&
    sample.paths.some((path) => ARTICLE.test(path)) &&
    sample.paths.some((path) => LABELS.test(path))
  )
}

export function readSemeval(folder: Folder, { name }: ReadOptions): AsyncIterable<DatasetItem> {
  return foreignDataset({ format: 'semeval-2020-11', title: name }, () => articlesOf(folder))
}

interface LabelFile {
  readonly path: string
  readonly annotator: string
}

interface Label {
  readonly annotator: string
  readonly file: string
  readonly line: number
  readonly technique: string | undefined
  readonly start: number
  readonly end: number
}

async function* articlesOf(folder: Folder): AsyncIterable<ForeignArticle> {
  const ids = await idsIn(folder)
  const files = folder.paths.filter((path) => LABELS.test(path)).map((path) => ({ path, annotator: annotatorOf(path) }))
  const numberOf = ({ path }: LabelFile) => /(?:^|\/)article(\d+)\D[^/]*$/.exec(path)?.[1]
  // Files of one article are read with it; those of all articles before.
  const shared = await labelsByArticle(
    folder,
    files.filter((file) => numberOf(file) === undefined),
  )
  for (const path of neededFiles(
    folder.paths,
    (path) => ARTICLE.test(path),
    '.txt and is called article and a number',
  )) {
    const number = ARTICLE.exec(path)![1]!
    const own = files.filter((file) => numberOf(file) === number)
    const labels = [...(shared.get(number) ?? []), ...((await labelsByArticle(folder, own)).get(number) ?? [])]
    const text = await textOf(folder.bytes(path), path)
    if (text.trim() === '') throw new DamagedFile(1, 'there is no text in this file', path)
    const raw = rawText(text)
    const known = ids.get(number)
    const annotators = [...new Set([...own, ...labels].map(({ annotator }) => annotator))]
    yield {
      type: 'article',
      file: path,
      line: 1,
      id: known?.id ?? number,
      title:
        known?.title ??
        ([...raw.body.text.trimStart().split('\n')[0]!.trim()].slice(0, 200).join('') || `article${number}`),
      body: raw.body,
      blocks: linesAsBlocks(raw),
      sets: annotators.map((annotator) => ({
        annotator,
        kind: annotator === GOLD ? 'reference' : undefined,
        annotations: annotationsOf(
          labels.filter((label) => label.annotator === annotator),
          raw,
        ),
      })),
    }
  }
}

const GOLD = 'gold'

/** The folder is named for whoever labelled, but in the shared task for what is in it. */
function annotatorOf(path: string): string {
  const folder = path.split('/').at(-2)
  return folder === undefined || /label|article|task|train|dev|test|^data/i.test(folder) ? GOLD : folder
}

async function labelsByArticle(folder: Folder, files: readonly LabelFile[]): Promise<Map<string, Label[]>> {
  const labels = new Map<string, Label[]>()
  for (const { path, annotator } of files)
    for await (const { line, text } of textLinesOf(folder.bytes(path), path)) {
      const row = text.replace(/\r?\n$/, '')
      if (row.trim() === '') continue
      const [, number, technique, start, end] = /^(\d+)\t(?:([^\t]+)\t)?(\d+)\t(\d+)$/.exec(row) ?? []
      if (number === undefined)
        throw new DamagedFile(
          line,
          'this is no label: a number, a technique, where it begins and ends, parted by tabs',
          path,
        )
      const label = { annotator, file: path, line, technique: technique === '?' ? undefined : technique }
      const list = labels.get(number) ?? []
      list.push({ ...label, start: Number(start), end: Number(end) })
      labels.set(number, list)
    }
  return labels
}

/** Where a technique is named for a span, the span alone says nothing more. */
function annotationsOf(labels: readonly Label[], raw: RawText): ForeignAnnotation[] {
  const named = new Set(labels.filter(({ technique }) => technique !== undefined).map(placeOf))
  return labels
    .filter((label) => label.technique !== undefined || !named.has(placeOf(label)))
    .map((label) => {
      const [start, end] = [raw.place(label.start, 'codepoint'), raw.place(label.end, 'codepoint')]
      if (start === undefined || end === undefined || start >= end)
        throw new DamagedFile(
          label.line,
          `${label.start} to ${label.end} lies outside the text of ${raw.body.length} code points`,
          label.file,
        )
      return { tag: label.technique ?? UNNAMED, start, end, file: label.file, line: label.line }
    })
}

function placeOf({ start, end }: Label): string {
  return `${start} ${end}`
}

/** A line is a sentence or a paragraph there. */
function linesAsBlocks({ body }: RawText): Block[] {
  const blocks: Block[] = []
  for (const { index, 0: line } of body.text.matchAll(/[^\n]+/g)) {
    const range = trimRange(body.text, { startUtf16: index, endUtf16: index + line.length })
    const [start, end] = [body.toCodePoints(range.startUtf16), body.toCodePoints(range.endUtf16)]
    if (start < end) blocks.push({ kind: blocks.length === 0 ? 'headline' : 'paragraph', start, end })
  }
  return blocks
}

/** What we wrote beside the files: the number, the id and the title of each article. */
async function idsIn(folder: Folder): Promise<Map<string, { readonly id: string; readonly title: string }>> {
  const ids = new Map<string, { id: string; title: string }>()
  if (!folder.paths.includes(IDS)) return ids
  for await (const { text } of textLinesOf(folder.bytes(IDS), IDS)) {
    const [number, id, title] = text.replace(/\r?\n$/, '').split('\t')
    if (number && id && title)
      ids.set(number, { id, title: title.replace(/\\([tnr\\])/g, (_, sign: string) => ESCAPED[sign]!) })
  }
  return ids
}
const ESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }
