/** The whole article in small: every line as a stroke, coloured by its innermost marks. Server and browser draw the same. */
import type { Article } from '../articles/article.ts'
import { LINE_LENGTH, linesOf } from '../text/lines.ts'
import { segmentsOfEach } from '../text/segments.ts'
import type { Span } from '../text/span.ts'

export interface Overview {
  readonly width: number
  readonly height: number
  readonly strokes: readonly Strokes[]
}

/** All strokes of one tag. */
export interface Strokes {
  /** Undefined where nothing is marked. */
  readonly tag: string | undefined
  /** Path data: they are as many as an article has marks, and one element draws them. */
  readonly path: string
}

/** In the unit of the strokes: a line is as wide as it has code points, or as there is room for. */
const LINE_HEIGHT = 1.3
const BLOCK_GAP = 1
/** Thickness of a stroke. */
export const STROKE = 0.65
/** A longer article is shown in fewer strokes: one for several lines. */
const MOST_LINES = 75

export function overviewOf(article: Article, annotations: readonly (Span & { readonly tag: string })[]): Overview {
  const lines = linesOf(article.body, article.blocks)
  const step = Math.ceil(lines.length / MOST_LINES)
  const shown: (Span & { readonly y: number })[] = []
  let y = 0
  for (const [index, line] of lines.entries()) {
    if (index > 0 && line.block !== lines[index - 1]!.block) y += BLOCK_GAP / step
    if (index % step === 0) shown.push({ start: line.start, end: line.inkEnd, y: round(y + STROKE / 2) })
    y += LINE_HEIGHT / step
  }
  const paths = new Map<string | undefined, string>()
  for (const [index, pieces] of segmentsOfEach(annotations, shown).entries())
    for (const piece of pieces) {
      const { start, y } = shown[index]!
      const tag = piece.covers.at(-1)?.tag
      paths.set(tag, `${paths.get(tag) ?? ''}M${piece.start - start} ${y}h${piece.end - piece.start}`)
    }
  const strokes = [...paths].map(([tag, path]) => ({ tag, path }))
  return { width: LINE_LENGTH, height: Math.max(LINE_HEIGHT, round(y)), strokes }
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
