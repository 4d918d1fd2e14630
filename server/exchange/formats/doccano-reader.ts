/** Reads `doccano`: sequence labelling with or without relations, of every version that names its labels. */
import type { Span } from '../../text/span.ts'
import {
  type DatasetItem,
  type Folder,
  OFFSET_UNITS,
  type OffsetUnit,
  type ReadOptions,
  type Rereadable,
  type Sample,
} from '../format.ts'
import { DamagedFile, neededFiles } from './lesart-lines.ts'
import { readBlocks, readMeta, recordIn, titleOf } from './shared/article-meta.ts'
import type { ForeignAnnotation, ForeignArticle, ForeignSet, Warning } from './shared/foreign.ts'
import { foreignDataset } from './shared/foreign-dataset.ts'
import { isObject, jsonValues, listIn, numberIn, textIn } from './shared/json-values.ts'
import { type RawText, rawText } from './shared/raw-text.ts'
import { readSetSidecar, readSidecar } from './shared/sidecar.ts'

/** A text, and labels as triples or as entities with offsets. */
export function isDoccano(sample: Sample): boolean {
  const heads =
    sample.files === 'one'
      ? [sample.head]
      : [...sample.heads.entries()].filter(([path]) => path.endsWith('.jsonl')).map(([, head]) => head)
  return heads.some((head) => {
    const start = head.replace(/^\uFEFF/, '').trimStart()
    if (!start.startsWith('{') || /"(_input_hash|_task_hash|tokens)"\s*:/.test(start)) return false
    return (
      /"(text|data)"\s*:\s*"/.test(start) &&
      /"start_offset"\s*:|"entities"\s*:\s*\[|"labels?"\s*:\s*\[\s*(\[\s*\d|\])/.test(start)
    )
  })
}

export function readDoccano(bytes: Rereadable, { name, offsets }: ReadOptions): AsyncIterable<DatasetItem> {
  return foreignDataset({ format: 'doccano', title: name }, () => merged(linesIn(bytes, name, offsets)))
}

/** A file for each person, named for them: the same texts in each. */
export function readDoccanoFolder(folder: Folder, { name, offsets }: ReadOptions): AsyncIterable<DatasetItem> {
  const files = neededFiles(folder.paths, (path) => path.endsWith('.jsonl'), '.jsonl')
  return foreignDataset({ format: 'doccano', title: name }, async function* () {
    const articles = new Map<string, ForeignArticle>()
    for (const file of files)
      for await (const item of linesIn(folder.bytes(file), annotatorIn(file), offsets, file)) {
        if (item.type === 'warning') yield item
        else articles.set(keyOf(item), joined(articles.get(keyOf(item)), item))
      }
    yield* articles.values()
  })
}

function annotatorIn(file: string): string {
  return file
    .replace(/^.*\//, '')
    .replace(/\.jsonl$/, '')
    .normalize('NFC')
}

function keyOf({ id, title, body }: ForeignArticle): string {
  return JSON.stringify([id, title, body.text])
}

/** Lines about the same article that follow one another are its readings. */
async function* merged(lines: AsyncIterable<ForeignArticle | Warning>): AsyncIterable<ForeignArticle | Warning> {
  let open: ForeignArticle | undefined
  for await (const item of lines) {
    if (item.type === 'warning') yield item
    else if (open && keyOf(open) === keyOf(item)) open = joined(open, item)
    else {
      if (open) yield open
      open = item
    }
  }
  if (open) yield open
}

function joined(article: ForeignArticle | undefined, next: ForeignArticle): ForeignArticle {
  return article ? { ...article, sets: [...article.sets, ...next.sets] } : next
}

async function* linesIn(
  bytes: Rereadable,
  annotator: string,
  offsets: OffsetUnit | undefined,
  file?: string,
): AsyncIterable<ForeignArticle | Warning> {
  for await (const { line, value } of jsonValues(bytes, file)) {
    const damaged = (message: string) => new DamagedFile(line, message, file)
    if (!isObject(value)) throw damaged('this is no JSON object')
    const text = textIn(value.text) ?? textIn(value.data)
    if (!text) throw damaged('text: it is missing')
    if (!text.isWellFormed()) throw damaged('text: half of a character stands alone')
    const raw = rawText(text)
    const { id, title, language, source } = readMeta(value)
    const sidecar = recordIn(value.lesart)
    const set = readSetSidecar(sidecar)
    // What we wrote says in which unit; what others wrote is as doccano counts.
    const unit = offsets ?? 'utf16'
    const entities = entitiesIn(value, raw, unit, damaged)
    const relations = listIn(value.relations).filter(isObject)
    yield {
      type: 'article',
      ...{ line, file },
      id: id ?? (value.id === undefined ? undefined : String(value.id as number)),
      title: title ?? titleOf(raw, 'text'),
      ...{ language, source },
      body: raw.body,
      blocks: readBlocks(sidecar.blocks),
      sets: [
        {
          annotator,
          ...set,
          annotations: annotationsOf(entities, relations, sidecar),
        } satisfies ForeignSet,
      ],
    }
    for (const message of leftOut(value, entities, relations)) yield { type: 'warning', line, file, message }
    if (!offsets && mayDiffer(raw) && value.lesart === undefined)
      yield {
        type: 'warning',
        ...{ line, file },
        message: 'offsets were taken as UTF-16; files made by scripts may count code points (offsets: codepoint)',
      }
  }
}

function mayDiffer({ body }: RawText): boolean {
  return body.length !== body.text.length
}

interface Entity extends Span {
  readonly id: unknown
  readonly label: string
}

function annotationsOf(
  entities: readonly Entity[],
  relations: readonly Record<string, unknown>[],
  sidecar: Record<string, unknown>,
): ForeignAnnotation[] {
  const known = listIn(sidecar.annotations).filter(isObject)
  const parts = new Set(relations.filter((relation) => isPart(relation, entities)).map(({ to_id }) => to_id))
  return entities
    .filter(({ id }) => id === undefined || !parts.has(id))
    .map(({ id, label, start, end }) => ({
      ...readSidecar(known.find(({ entity }) => id !== undefined && entity === id)),
      tag: label,
      start,
      end,
      parts: relations
        .filter((relation) => relation.from_id === id && isPart(relation, entities))
        .map(({ to_id, type }) => {
          const part = entities.find((entity) => entity.id === to_id)!
          return { role: textIn(type) ?? 'part', start: part.start, end: part.end }
        }),
    }))
}

/** `TAG.role`, joined to an entity with that tag by a relation of that name. */
function isPart({ from_id, to_id, type }: Record<string, unknown>, entities: readonly Entity[]): boolean {
  const [from, to] = [from_id, to_id].map((id) => entities.find((entity) => entity.id === id))
  return from !== undefined && to?.label === `${from.label}.${String(type)}`
}

/** What stands there twice, and relations that make no part: there is nothing that they could become. */
function leftOut(
  line: Record<string, unknown>,
  entities: readonly Entity[],
  relations: readonly Record<string, unknown>[],
): string[] {
  const doubled = rowsIn(line).length - entities.length
  const others = relations.filter((relation) => !isPart(relation, entities)).length
  return [
    ...(doubled > 0 ? [`the same span with the same label again was left out (${doubled})`] : []),
    ...(others > 0 ? [`relations that do not join a part to its mark were left out (${others})`] : []),
  ]
}

/** `entities`, `annotations` with offsets, or triples. Exact doubles are one. */
function entitiesIn(
  line: Record<string, unknown>,
  raw: RawText,
  unit: OffsetUnit,
  damaged: (message: string) => DamagedFile,
): Entity[] {
  const rows = rowsIn(line).map((row) => rowOf(row, damaged))
  const misplaced = rows.find((row) => !placed(row, raw, unit))
  if (misplaced) {
    const { from, to } = misplaced
    const other = OFFSET_UNITS.find((unit) => rows.every((row) => placed(row, raw, unit)))
    const hint = other ? `; all of them lie in it counted in another way (offsets: ${other})` : ''
    throw damaged(`label: ${from} to ${to} lies outside the text, or ends within a character${hint}`)
  }
  const entities = rows.map(({ id, label, ...range }): Entity => ({ id, label, ...placed(range, raw, unit)! }))
  return [
    ...new Map(
      entities.map((entity) => [JSON.stringify([entity.id ?? '', entity.label, entity.start, entity.end]), entity]),
    ).values(),
  ]
}

interface Row {
  readonly id: unknown
  readonly label: string
  readonly from: number
  readonly to: number
}

function rowOf(row: unknown, damaged: (message: string) => DamagedFile): Row {
  const { id, label, start_offset, end_offset } = isObject(row)
    ? row
    : { id: undefined, label: listIn(row)[2], start_offset: listIn(row)[0], end_offset: listIn(row)[1] }
  const [from, to] = [numberIn(start_offset), numberIn(end_offset)]
  if (from === undefined || to === undefined) throw damaged('label: an entity has no offsets')
  const name = textIn(label) ?? (typeof label === 'number' ? `label-${label}` : undefined)
  if (!name) throw damaged(`label: the entity at ${from} has no label`)
  return { id, label: name, from, to }
}

function placed({ from, to }: Pick<Row, 'from' | 'to'>, raw: RawText, unit: OffsetUnit): Span | undefined {
  const [start, end] = [raw.place(from, unit), raw.place(to, unit)]
  return start === undefined || end === undefined || start >= end ? undefined : { start, end }
}

function rowsIn(line: Record<string, unknown>): readonly unknown[] {
  return listIn(line.entities ?? line.annotations ?? line.label ?? line.labels)
}
