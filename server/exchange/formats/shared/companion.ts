/**
 * `lesart.json`, beside the files of a folder: what no file of these formats has a place for, about study, codebooks,
 * annotators and rounds, articles and readings. Whoever has other tools can throw it away.
 */
import { z } from 'zod'
import { reasonsOf } from '../../../web/reasons.ts'
import type { DatasetArticle, DatasetHeader, DatasetSet } from '../../dataset.ts'
import { checkTexts, DamagedFile } from '../lesart-lines.ts'
import { checkHeader } from '../lesart-reader.ts'
import { articleLine, headerLine } from '../lesart-schema.ts'

export const COMPANION = 'lesart.json'

/** What holds for the whole dataset: not called `lesart`, which is another file. */
export const headerFacts = headerLine.omit({ type: true, format: true, version: true })
const setFacts = articleLine.shape.annotationSets.element
  .omit({ annotations: true })
  // Where it is read from: none, where all stands in one file.
  .extend({ path: z.string().optional() })
export const articleFacts = articleLine
  .omit({ type: true, body: true, annotationSets: true })
  .extend({ lead: z.string().optional(), sets: z.array(setFacts) })
const companion = z.object({
  format: z.literal('lesart-companion'),
  version: z.literal(1),
  /** The id of the format of the files beside it. */
  of: z.string(),
  header: headerFacts,
  articles: z.array(articleFacts),
})

export type ArticleFacts = z.infer<typeof articleFacts>
export type SetFacts = z.infer<typeof setFacts>
export interface Companion {
  readonly header: DatasetHeader
  readonly articles: readonly ArticleFacts[]
}

/** What holds for the whole dataset, in the order of the master format. */
export function headerToWrite({ exportedAt, generator, study, codebooks, annotators, rounds }: DatasetHeader): object {
  return { exportedAt, generator, study, codebooks, annotators, rounds }
}

/** Collects what is said of each article while its readings are written. */
export class CompanionWriting {
  readonly #format: string
  readonly #header: DatasetHeader
  readonly #articles: string[] = []

  constructor(format: string, header: DatasetHeader) {
    this.#format = format
    this.#header = header
  }

  add(article: DatasetArticle, sets: readonly { readonly set: DatasetSet; readonly path: string }[]): void {
    const { id, language, title, source, sha256, body, blocks } = article
    const lead = /^\p{White_Space}*/u.exec(body.text)![0]
    const facts = { id, language, title, source, sha256, length: body.length, lead: lead || undefined, blocks }
    this.#articles.push(
      JSON.stringify({ ...facts, sets: sets.map(({ set: { annotations: _, ...rest }, path }) => ({ path, ...rest })) }),
    )
  }

  async *pieces(): AsyncIterable<string> {
    const head = { format: 'lesart-companion', version: 1, of: this.#format, header: headerToWrite(this.#header) }
    yield `${JSON.stringify(head).slice(0, -1)},"articles":[`
    for (const [index, article] of this.#articles.entries()) yield `${index === 0 ? '' : ','}\n${article}`
    yield ']}\n'
  }
}

/** Whether a file says that it stands beside files of a format. */
export function isCompanionOf(format: string, head: string): boolean {
  return head.startsWith(`{"format":"lesart-companion","version":1,"of":"${format}"`)
}

/** Throws DamagedFile. */
export function readCompanion(text: string, file: string): Companion {
  const { header, articles } = factsIn(companion, parsedJson(text, file), { line: 1, path: '', file })
  checkHeader(1, header)
  return { header, articles }
}

interface FactsPlace {
  readonly line: number
  readonly path: string
  readonly file?: string
}

/** What stands there, in the order of its schema. Throws DamagedFile where it is not as it should be. */
export function factsIn<T>(schema: z.ZodType<T>, content: unknown, { line, path, file }: FactsPlace): T {
  checkTexts(line, content, path === '' ? [] : [path])
  const parsed = schema.safeParse(content, { reportInput: true })
  if (parsed.success) return parsed.data
  const [where, reason] = Object.entries(reasonsOf(parsed.error))[0]!
  throw new DamagedFile(line, `${[path, where].filter((part) => part !== '').join('.')}: ${reason}`, file)
}

function parsedJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DamagedFile(1, 'this is no JSON, or it is cut off; take the file out to read without it', file)
  }
}
