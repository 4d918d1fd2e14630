/** A file of Web Annotations → a dataset: ours with all that stands in it, others without their texts. Throws DamagedFile. */
import { z } from 'zod'
import type { DatasetHeader } from '../../dataset.ts'
import type { DatasetItem, ReadOptions, Rereadable } from '../../format.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { checkHeader } from '../lesart-reader.ts'
import { articleFacts, factsIn, headerFacts } from '../shared/companion.ts'
import { CompanionDataset } from '../shared/companion-dataset.ts'
import { placed } from '../shared/foreign-marks.ts'
import type { ForeignMark, ForeignPart } from '../shared/foreign-reading.ts'
import { foreignText } from '../shared/foreign-text.ts'
import { textOf } from '../shared/text-of.ts'
import { type WebAnnotation, webAnnotation } from './annotations.ts'
import { answersIn, foreignWebAnnotations, hull } from './foreign.ts'
import { parsedItems } from './items.ts'
import { rangesIn } from './placing.ts'

export async function* readWebAnnotations(bytes: Rereadable, { name }: ReadOptions): AsyncIterable<DatasetItem> {
  const { header, items } = parsedItems(await textOf(bytes))
  const annotations = items.map(({ content, line }) => ({ ...webAnnotation(content, line), content }))
  if (header === undefined) yield* foreignWebAnnotations(annotations, name)
  else yield* ownDataset(headerOf(header), annotations)
}

function headerOf(content: unknown): DatasetHeader {
  const header = factsIn(headerFacts, content, { line: 1, path: 'lesart:header' })
  checkHeader(1, header)
  return header
}

const NO_NAMES = { tag: (name: string) => name, attribute: (name: string) => name, role: (name: string) => name }

function* ownDataset(
  header: DatasetHeader,
  annotations: readonly (WebAnnotation & { content: unknown })[],
): Iterable<DatasetItem> {
  yield { type: 'header', line: 1, header }
  const dataset = new CompanionDataset(header, NO_NAMES, 'web-annotation')
  const bySet = Map.groupBy(annotations, ({ own }) => String(own.set ?? ''))
  const sets = new Set<string>()
  for (const { own, line, content } of annotations) {
    if (own.article === undefined) continue
    const { sets: facts, ...article } = factsIn(articleFacts, own.article, { line, path: 'lesart:article' })
    const text = textIn(content, line)
    const { body } = foreignText(text)
    const readings = facts.map((set) => {
      sets.add(set.id)
      const found = bySet.get(set.id) ?? []
      const ranges = rangesIn(text, found)
      const reading = placed({ text, marks: marksOf(found, ranges), remarks: ranges.remarks })
      return { set, reading }
    })
    for (const { reading } of readings) for (const remark of reading.remarks) yield { type: 'warning', ...remark }
    yield { type: 'article', line, article: dataset.article({ ...article, sets: facts }, readings, body) }
  }
  const lost = annotations.find(({ own }) => own.article === undefined && !sets.has(String(own.set ?? '')))
  if (lost) throw new DamagedFile(lost.line, `${lost.id ?? 'this annotation'} belongs to no reading in this file`)
}

const described = z.object({ body: z.object({ value: z.string().min(1) }) })

function textIn(content: unknown, line: number): string {
  const parsed = described.safeParse(content)
  if (!parsed.success) throw new DamagedFile(line, 'body: the text of the article is missing')
  return parsed.data.body.value
}

function marksOf(found: readonly WebAnnotation[], ranges: ReturnType<typeof rangesIn>): ForeignMark[] {
  const parts = Map.groupBy(
    found.filter(({ partOf }) => partOf),
    ({ partOf }) => partOf!.main,
  )
  const mains = found.filter(({ partOf }) => !partOf)
  const known = new Set(mains.map(({ id }) => id))
  for (const [main, [part]] of parts)
    if (!known.has(main)) throw new DamagedFile(part!.line, `it is a part of ${main}, which is not there`)
  return mains.map(({ id, line, tags, notes, classes, pieces, own, created, modified }) => ({
    ...{ line, tag: tags[0] ?? '', ...hull(pieces.map(ranges.of)) },
    attributes: answersIn(classes),
    parts: (parts.get(id ?? '') ?? []).map(
      (part): ForeignPart => ({ line: part.line, role: part.partOf!.role, ...hull(part.pieces.map(ranges.of)) }),
    ),
    ...{ confidence: textOrNone(own.confidence), secondTag: textOrNone(own.secondTag), origin: textOrNone(own.origin) },
    ...{ note: notes.length > 0 ? notes.join('\n') : undefined, id: id?.replace(/^urn:uuid:/, '') },
    ...{ createdAt: created, changedAt: modified },
  }))
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
