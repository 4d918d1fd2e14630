/** JSON-LD of Web Annotations, ours or of Hypothesis, Recogito and others → what each annotation says. */
import { z } from 'zod'
import { DamagedFile } from '../lesart-lines.ts'

/** One annotation, with all that different tools call otherwise under one name. */
export interface WebAnnotation {
  readonly id: string | undefined
  readonly source: string
  readonly creator: string | undefined
  readonly tags: readonly string[]
  readonly notes: readonly string[]
  /** Name of the attribute, or undefined, and value. */
  readonly classes: readonly (readonly [string | undefined, string])[]
  /** The annotation of which this one is a part, and as what. */
  readonly partOf: { readonly main: string; readonly role: string } | undefined
  /** Pieces, of which each is a stretch of the text. */
  readonly pieces: readonly Piece[]
  readonly motivation: string | undefined
  readonly created: string | undefined
  readonly modified: string | undefined
  /** Keys of ours, without their prefix. */
  readonly own: Readonly<Record<string, unknown>>
  readonly line: number
}

export interface Piece {
  readonly exact: string | undefined
  readonly prefix: string
  readonly suffix: string
  readonly position: { readonly start: number; readonly end: number } | undefined
}

const loose = z.looseObject({})
type Loose = Readonly<Record<string, unknown>>

/** Throws DamagedFile. */
export function webAnnotation(content: unknown, line: number): WebAnnotation {
  const parsed = loose.safeParse(content)
  if (!parsed.success) throw new DamagedFile(line, 'there is an annotation that is no object')
  const item: Loose = parsed.data
  if (/^oa:/.test(String(item['@type'] ?? '')))
    throw new DamagedFile(line, `this is the older Open Annotation, which is not read; export W3C Web Annotation`)
  const bodies = several(item.body).map(asObject)
  const targets = several(item.target).map((target) =>
    typeof target === 'string' ? { source: target } : asObject(target),
  )
  if (targets.length === 0) throw new DamagedFile(line, 'target: missing')
  const link = bodies.find(({ purpose, source }) => purpose === 'linking' && typeof source === 'string')
  const valuesOf = (purpose: string) => bodies.filter((body) => body.purpose === purpose && body !== link)
  const notes = bodies.filter(isNote).map(valueIn)
  const role = bodies.find((body) => body['lesart:role'] !== undefined)
  const source = text(item.uri) ?? text(targets[0]!.source) ?? text(targets[0]!.id) ?? ''
  return {
    ...{ id: text(item.id), line, source, creator: creatorOf(item) },
    tags: [...valuesOf('tagging').map(valueIn), ...several(item.tags).map(String)].filter((tag) => tag !== ''),
    notes: [...notes, text(item.bodyValue), text(item.text)].filter(
      (note) => note !== undefined && note !== '',
    ) as string[],
    classes: valuesOf('classifying')
      .filter((body) => body !== role)
      .map((body) => [text(body['lesart:attribute']), valueIn(body)] as const),
    partOf: link && { main: String(link.source), role: role ? String(role['lesart:role']) : 'part' },
    pieces: targets.map((target) => pieceOf(target, line)),
    motivation: text(several(item.motivation)[0]),
    ...{ created: text(item.created), modified: text(item.modified) ?? text(item.updated) },
    own: Object.fromEntries(
      Object.entries(item).flatMap(([key, value]) =>
        key.startsWith('lesart:') ? [[key.slice('lesart:'.length), value]] : [],
      ),
    ),
  }
}

function isNote({ purpose, type }: Loose): boolean {
  return purpose === 'commenting' || (purpose === undefined && type !== 'SpecificResource')
}

function creatorOf({ creator, user }: Loose): string | undefined {
  const [one] = several(creator).map((creator) => (typeof creator === 'string' ? { id: creator } : asObject(creator)))
  const name = text(one?.nickname) ?? text(one?.name) ?? text(one?.id) ?? text(user)
  return name?.replace(/^acct:([^@]+)@.*$/, '$1')
}

/** A position that only narrows what another selector found counts elsewhere: it is none of the text. */
function pieceOf(target: Loose, line: number): Piece {
  const selectors = several(target.selector).map(asObject)
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  const [start, end] = [position?.start, position?.end]
  if (position && !(isPosition(start) && isPosition(end) && start < end))
    throw new DamagedFile(line, `TextPositionSelector: ${start} to ${end} is no stretch of a text`)
  return {
    ...{ exact: text(quote?.exact), prefix: text(quote?.prefix) ?? '', suffix: text(quote?.suffix) ?? '' },
    position: position ? { start: start as number, end: end as number } : undefined,
  }
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

/** Older annotations say `text` or `chars` for `value`. */
function valueIn(body: Loose): string {
  return text(body.value) ?? text(body.text) ?? text(body.chars) ?? text(body.source) ?? ''
}

function several(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function asObject(value: unknown): Loose {
  return typeof value === 'string' ? { value } : typeof value === 'object' && value !== null ? (value as Loose) : {}
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
