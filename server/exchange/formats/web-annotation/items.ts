/** The text of a file → the annotations in it: of a collection, a page, an array, one alone, or one a line. Throws DamagedFile. */
import { DamagedFile } from '../lesart-lines.ts'

export interface Items {
  /** What a file of ours says of the whole dataset. */
  readonly header: unknown
  readonly items: readonly { readonly content: unknown; readonly line: number }[]
}

export function parsedItems(text: string): Items {
  const content = parsed(text)
  const lineOf = lineFinder(text)
  const items = itemsIn(content).map((item) => ({ content: item, line: lineOf(item) }))
  return { header: isObject(content) ? content['lesart:header'] : undefined, items }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const lines = text.split(/\r\n|\r|\n/)
    const full = lines.filter((line) => line.trim() !== '')
    if (full.length > 1 && full.every((line) => line.trimStart().startsWith('{') && line.trimEnd().endsWith('}')))
      return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parsedLine(line, index + 1)]))
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const before = text.slice(0, at === undefined ? text.length : Number(at))
    throw new DamagedFile(before.split('\n').length, 'this is no JSON, or it is cut off')
  }
}

function parsedLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new DamagedFile(number, 'this line is no JSON')
  }
}

function itemsIn(content: unknown): unknown[] {
  if (Array.isArray(content)) return content
  if (!isObject(content))
    throw new DamagedFile(1, 'these are no annotations: the file is neither an object nor an array')
  const { first, items, target, rows } = content
  if (typeof first === 'string')
    throw new DamagedFile(1, `the annotations are elsewhere (${first}); pages have to stand in the collection itself`)
  if (isObject(first)) return itemsIn(first)
  if (Array.isArray(items)) return items
  // As the API of Hypothesis answers.
  if (Array.isArray(rows)) return rows
  if (target !== undefined) return [content]
  throw new DamagedFile(1, 'these are no annotations: there is neither a page with items nor a target')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** By the id that stands in a line. */
function lineFinder(text: string): (item: unknown) => number {
  let lines: Map<string, number> | undefined
  return (item) => {
    const id = isObject(item) ? item.id : undefined
    if (typeof id !== 'string') return 1
    if (!lines) {
      lines = new Map()
      for (const [index, line] of text.split('\n').entries())
        for (const [, named] of line.matchAll(/"id"\s*:\s*"([^"]*)"/g))
          if (!lines.has(named!)) lines.set(named!, index + 1)
    }
    return lines.get(id) ?? 1
  }
}
