/** Web Annotations of others → a dataset. Their texts are not there: what is known of one are quotes and positions. */
import type { Utf16Range } from '../../../text/words.ts'
import { withheldText } from '../../dataset.ts'
import type { DatasetItem } from '../../format.ts'
import type { ForeignAnnotation, ForeignArticle, Warning } from '../shared/foreign.ts'
import { foreignDataset } from '../shared/foreign-dataset.ts'
import type { WebAnnotation } from './annotations.ts'

export function foreignWebAnnotations(
  annotations: readonly WebAnnotation[],
  title: string,
): AsyncIterable<DatasetItem> {
  return foreignDataset({ format: 'web-annotation', title }, async function* () {
    for (const [source, found] of Map.groupBy(annotations, ({ source }) => source))
      yield* articleOf(source || title, found)
  })
}

function* articleOf(source: string, found: readonly WebAnnotation[]): Iterable<ForeignArticle | Warning> {
  const isPlaced = ({ pieces }: WebAnnotation) => pieces.every(({ position }) => position)
  for (const { line } of found.filter((one) => !isPlaced(one)))
    yield {
      type: 'warning',
      line,
      message: 'an annotation without a position was left out: its text is not in the file',
    }
  const mains = found.filter((one) => isPlaced(one) && !one.partOf)
  const parts = Map.groupBy(
    found.filter((one) => isPlaced(one) && one.partOf),
    ({ partOf }) => partOf!.main,
  )
  if (mains.length === 0) return
  const pieces = [...mains, ...found.filter(isPlaced)].flatMap(({ pieces }) => pieces)
  const quotes = pieces.map(({ position, exact }) => ({ ...position!, quote: exact ?? '' }))
  const length = Math.max(...quotes.map(({ end }) => end))
  const sets = Map.groupBy(mains, ({ creator }) => creator ?? 'a1')
  yield {
    ...{ type: 'article', line: mains[0]!.line, title: source, body: withheldText(length, quotes), isWithheld: true },
    source: /^https?:/.test(source) ? { url: source } : {},
    sets: Array.from(sets, ([annotator, marks]) => ({
      annotator,
      annotations: marks.map((mark) => annotationOf(mark, parts)),
    })),
  }
}

function annotationOf(mark: WebAnnotation, parts: ReadonlyMap<string, readonly WebAnnotation[]>): ForeignAnnotation {
  const { id, line, tags, notes, classes, pieces, motivation, created, modified } = mark
  const spans = pieces.map(({ position }) => position!)
  const [tag, secondTag, ...more] = [...new Set(tags)]
  const own = (parts.get(id ?? '') ?? []).flatMap(({ partOf, pieces }) =>
    pieces.map(({ position }) => ({ role: partOf!.role, ...position! })),
  )
  const several = spans.length > 1 ? spans.map((span) => ({ role: 'content', ...span })) : []
  return {
    ...{ id: id?.replace(/^urn:uuid:/, ''), line, tag: tag ?? motivation ?? 'highlighting', secondTag },
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    attributes: answersIn([...classes, ...more.map((name) => ['further-tags', name] as const)]),
    parts: [...own, ...several],
    note: notes.length > 0 ? notes.join('\n') : undefined,
    ...{ createdAt: utc(created), changedAt: utc(modified ?? created) },
  }
}

/** Times as a dataset has them. */
function utc(time: string | undefined): string | undefined {
  const date = time === undefined ? undefined : new Date(time)
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : undefined
}

/** Several values under one name are several answers. */
export function answersIn(classes: WebAnnotation['classes']): Record<string, string | string[]> {
  const byName = Map.groupBy(classes, ([name]) => name ?? 'class')
  return Object.fromEntries(
    Array.from(byName, ([name, found]) => [name, found.length === 1 ? found[0]![1] : found.map(([, value]) => value)]),
  )
}

/** From the first piece to the last one. */
export function hull(ranges: readonly Utf16Range[]): Utf16Range {
  return {
    startUtf16: Math.min(...ranges.map(({ startUtf16 }) => startUtf16)),
    endUtf16: Math.max(...ranges.map(({ endUtf16 }) => endUtf16)),
  }
}
