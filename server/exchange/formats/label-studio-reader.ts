/** Reads `label-studio`: exports of Label Studio, whichever version, and what was written here. */
import { CONFIDENCES } from '../../annotations/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { DatasetItem, Folder, OffsetUnit, ReadOptions, Rereadable, Sample } from '../format.ts'
import { quoted, type Region, type Warn, type Where } from './label-studio-regions.ts'
import { DamagedFile, neededFiles } from './lesart-lines.ts'
import { readBlocks, readMeta, recordIn, titleOf } from './shared/article-meta.ts'
import type { ForeignAnnotation, ForeignArticle, ForeignSet, Warning } from './shared/foreign.ts'
import { foreignDataset } from './shared/foreign-dataset.ts'
import { isObject, jsonValues, listIn, numberIn, textIn } from './shared/json-values.ts'
import { type RawText, rawText } from './shared/raw-text.ts'

const ADDRESS = '@lesart.invalid'

/** Tasks with their data and what was annotated; the first one shows it. */
export function isLabelStudio(sample: Sample): boolean {
  const heads = sample.files === 'one' ? [sample.head] : [...sample.heads.values()]
  return heads.some((head) => {
    const start = head.replace(/^\uFEFF/, '').trimStart()
    return (
      /^\[?\s*\{/.test(start) &&
      /"(annotations|predictions|completions)"\s*:\s*\[/.test(start) &&
      /"data"\s*:\s*\{/.test(start)
    )
  })
}

export function readLabelStudio(bytes: Rereadable, options: ReadOptions): AsyncIterable<DatasetItem> {
  return foreignDataset(studyOf(options.name), () => tasksIn(bytes, options))
}

/** Every JSON file of a folder. */
export function readLabelStudioFolder(folder: Folder, options: ReadOptions): AsyncIterable<DatasetItem> {
  const files = neededFiles(folder.paths, (path) => path.endsWith('.json'), '.json')
  return foreignDataset(studyOf(options.name), async function* () {
    for (const file of files) yield* tasksIn(folder.bytes(file), options, file)
  })
}

function studyOf(title: string) {
  return { format: 'label-studio', title, answerTexts: 'strict' as const }
}

async function* tasksIn(bytes: Rereadable, options: Wishes, file?: string): AsyncIterable<ForeignArticle | Warning> {
  for await (const { line, value } of jsonValues(bytes, file)) {
    const warnings: Warning[] = []
    const where = { line, file }
    const warn: Warn = (message, move) => void warnings.push({ type: 'warning', ...where, message, move })
    yield taskOf(value, where, options, warn)
    yield* warnings
  }
}

type Wishes = Pick<ReadOptions, 'offsets' | 'mayMove'>

function taskOf(value: unknown, where: Where, wishes: Wishes, warn: Warn): ForeignArticle {
  if (!isObject(value)) throw new DamagedFile(where.line, 'this is no task', where.file)
  const data = recordIn(value.data)
  const text = textIn(data.text) ?? Object.values(data).find((value) => typeof value === 'string')
  if (typeof text !== 'string' || text.trim() === '')
    throw new DamagedFile(where.line, 'data.text: this task has no text', where.file)
  if (!text.isWellFormed()) throw new DamagedFile(where.line, 'data.text: half of a character stands alone', where.file)
  const raw = rawText(text)
  const { id, title, language, source } = readMeta(data)
  const given = [...listIn(value.annotations ?? value.completions)].filter(isObject)
  if (listIn(value.predictions).length > 0) warn('predictions are not read')
  const seen = new Map<string, number>()
  return {
    type: 'article',
    ...where,
    id: id ?? (value.id === undefined ? undefined : String(value.id as number)),
    title: title ?? titleOf(raw, 'task'),
    language,
    source,
    body: raw.body,
    blocks: readBlocks(data.lesart_blocks),
    sets: given.map((annotation) => {
      const annotator = annotatorOf(annotation)
      const round = seen.get(annotator) ?? 0
      seen.set(annotator, round + 1)
      return setOf(annotation, annotator, round, raw, where, wishes, warn)
    }),
  }
}

/** A number, an address, or an object with either. */
function annotatorOf({ completed_by: by }: Record<string, unknown>): string {
  const { email, id } = recordIn(by)
  const name = textIn(email) ?? (by === undefined || isObject(by) ? id : by)
  if (typeof name === 'string' && name.endsWith(ADDRESS)) return decoded(name.slice(0, -ADDRESS.length))
  return name === undefined || name === null || name === '' ? 'annotator' : String(name as string | number)
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name).normalize('NFC')
  } catch {
    return name
  }
}

/** Several annotations of one person on one task are readings in several rounds. */
function setOf(
  annotation: Record<string, unknown>,
  annotator: string,
  round: number,
  raw: RawText,
  where: Where,
  wishes: Wishes,
  warn: Warn,
): ForeignSet {
  const results = listIn(annotation.result).filter(isObject)
  const isSkipped = annotation.was_cancelled === true || annotation.skipped === true
  const found = regionsIn(results)
  const { regions, unit } = quoted(found, raw, where, wishes, warn)
  const answers = Object.fromEntries(
    results
      .filter(({ id, type, value }) => type !== 'relation' && !found.has(String(id as string)) && isObject(value))
      .flatMap((result): [string, string][] => {
        const answer = answerOf(result)
        return answer === undefined ? [] : [[nameOf(result).replace(/^article\./, ''), answer]]
      }),
  )
  const seconds = numberIn(annotation.lead_time)
  return {
    annotator,
    kind: annotation.ground_truth === true && annotator === 'reference' ? 'reference' : undefined,
    ...(round > 0 && { round: `Round ${round + 1}` }),
    state: isSkipped ? 'skipped' : 'finished',
    ...(seconds !== undefined && seconds >= 0 && { activeSeconds: Math.round(seconds) }),
    answers,
    annotations: annotationsOf(results, regions, raw, unit, where, warn),
  }
}

type Result = Record<string, unknown>

/** Results with a label at a place, by the id of their region. */
function regionsIn(results: readonly Result[]): Map<string, Region> {
  const regions = new Map<string, Region>()
  for (const result of results) {
    const value = recordIn(result.value)
    const labels = listIn(value.labels ?? value.hypertextlabels).filter((label) => typeof label === 'string')
    const { start, end } = placeOf(value)
    if (labels.length === 0 || start === undefined || end === undefined) continue
    const id = String(result.id as string)
    regions.set(id, { id, isRole: nameOf(result) === 'role', labels, start, end, text: textIn(value.text) })
  }
  return regions
}

/** Of marked-up pages the places in what is shown. */
function placeOf(value: Record<string, unknown>): { start: number | undefined; end: number | undefined } {
  const { start, end } = isObject(value.globalOffsets) ? value.globalOffsets : value
  return { start: numberIn(start), end: numberIn(end) }
}

function annotationsOf(
  results: readonly Result[],
  regions: ReadonlyMap<string, Region>,
  raw: RawText,
  unit: OffsetUnit,
  where: Where,
  warn: Warn,
): ForeignAnnotation[] {
  const relations = results.filter(({ type }) => type === 'relation')
  const joined = new Set(relations.map(({ to_id }) => String(to_id as string)))
  return [...regions.values()].flatMap((region): ForeignAnnotation[] => {
    if (region.isRole && joined.has(region.id)) return []
    const parts = relations.flatMap((relation) => {
      const part = regions.get(String(relation.to_id as string))
      if (String(relation.from_id as string) !== region.id || !part?.isRole) return []
      return [{ role: part.labels[0]!, ...spanOf(part, raw, unit, where) }]
    })
    const own = results.filter((result) => String(result.id as string) === region.id && result.type !== 'relation')
    if (region.isRole) warn(`the region ${region.id} has a role and belongs to no other; it was taken as a tag`)
    return region.labels.map((tag, index) => ({
      id: index === 0 ? region.id : undefined,
      tag,
      ...spanOf(region, raw, unit, where),
      ...detailsOf(own, region.labels),
      parts: unique(parts),
    }))
  })
}

function unique<T extends Span & { readonly role: string }>(parts: readonly T[]): T[] {
  return [...new Map(parts.map((part) => [`${part.role} ${part.start} ${part.end}`, part])).values()]
}

function spanOf({ start, end }: Span, raw: RawText, unit: OffsetUnit, where: Where): Span {
  const [from, to] = [raw.place(start, unit), raw.place(end, unit)]
  if (from !== undefined && to !== undefined && from < to) return { start: from, end: to }
  throw new DamagedFile(
    where.line,
    `the span ${start} to ${end} lies outside the text, or ends within a character`,
    where.file,
  )
}

/** What stands on controls of a region beside its label. */
function detailsOf(results: readonly Result[], labels: readonly string[]): Partial<ForeignAnnotation> {
  const attributes: Record<string, string> = {}
  let details: Partial<ForeignAnnotation> = {}
  for (const result of results) {
    const name = nameOf(result)
    const answer = answerOf(result)
    const confidence = CONFIDENCES.find((confidence) => name === 'confidence' && confidence === answer)
    const [note] = listIn(recordIn(result.meta).text).filter((text) => typeof text === 'string')
    if (note) details = { ...details, note }
    if (answer === undefined) continue
    if (confidence) details = { ...details, confidence }
    else if (name === 'second-tag') details = { ...details, secondTag: answer }
    else if (name === 'note') details = { ...details, note: answer }
    else
      attributes[
        labels.reduce((rest, label) => (rest.startsWith(`${label}.`) ? rest.slice(label.length + 1) : rest), name)
      ] = answer
  }
  return { ...details, attributes }
}

/** The answer that a control has, as text; undefined for labels and what is not known here. */
function answerOf({ type, value }: Result): string | undefined {
  const { choices, text, number, rating, taxonomy } = recordIn(value)
  if (type === 'choices' || choices !== undefined) return listIn(choices).flat().join('|') || undefined
  if (type === 'textarea') return (typeof text === 'string' ? [text] : listIn(text)).join('\n') || undefined
  if (type === 'taxonomy')
    return (
      listIn(taxonomy)
        .map((path) => listIn(path).join('/'))
        .join('|') || undefined
    )
  const amount = numberIn(number) ?? numberIn(rating)
  return amount === undefined ? undefined : String(amount)
}

function nameOf({ from_name: name }: Result): string {
  return textIn(name) ?? 'answer'
}
