/** What is drawn of a reading: made once for as long as the reading is kept, since a class opens the same one thirty times. */
import type { Article } from '../articles/article.ts'
import { type Codebook, findTag } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { numberedLines } from '../text/lines.ts'
import { scriptJson } from '../text/script-json.ts'
import { type Annotation, sparse } from './annotation.ts'
import { type Overview, overviewOf, STROKE } from './overview.ts'
import { readingHtml } from './reading-html.ts'
import { type Shares, sharesOf } from './shares.ts'

export interface DrawnReading {
  readonly html: string
  /** The annotations for the desk's script: JSON of a `SparseAnnotation[]`. */
  readonly json: string
  readonly shares: Shares
  readonly overview: DrawnOverview
}

export type DrawnOverview = Overview & {
  readonly stroke: number
  readonly strokes: readonly { readonly classes: string }[]
}

interface Drawable {
  readonly article: Article
  readonly codebook: Codebook
  /** The same array as long as nothing in it changes (`frozen.ts`). */
  readonly annotations: readonly Annotation[]
}

const drawn = new WeakMap<readonly Annotation[], Map<string, DrawnReading>>()

/** @param repeatedHere what a folded repetition is called in the language of the page */
export function drawnReading(reading: Drawable, language: string, repeatedHere: string): DrawnReading {
  const { article, codebook, annotations } = reading
  const key = `${codebook.id} ${codebook.version} ${language}`
  const former = drawn.get(annotations)?.get(key)
  if (former) return former
  const lines = numberedLines(article.body, article.blocks)
  const made = {
    html: readingHtml({ article, annotations, lines, language, repeatedHere }),
    json: scriptJson(annotations.map(sparse)),
    shares: sharesOf(article, annotations),
    overview: overviewWithClasses(reading),
  }
  drawn.set(annotations, new Map(drawn.get(annotations)).set(key, made))
  return made
}

function overviewWithClasses({ article, codebook, annotations }: Drawable): DrawnOverview {
  const overview = overviewOf(article, annotations)
  const classesOf = (tag: string | undefined) => (tag === undefined ? 'unmarked' : tagClasses(findTag(codebook, tag)))
  return {
    ...overview,
    stroke: STROKE,
    strokes: overview.strokes.map((stroke) => ({ ...stroke, classes: classesOf(stroke.tag) })),
  }
}
