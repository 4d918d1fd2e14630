/** One reading of one article → the lines of its `.ann`; codebooks → the configuration of brat. */
import type { Annotation } from '../../../annotations/annotation.ts'
import type { AttributeValue, Codebook } from '../../../codebook/codebook.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import { trimRange } from '../../../text/words.ts'
import { type Names, namesFor } from '../shared/foreign-names.ts'
import { asciiJson, type SideChannel } from '../shared/side-channel.ts'

/** The names of a study's codebooks in brat: tags as they are, roles as types of spans, attributes beside our own two. */
export interface BratNames {
  readonly tags: Names
  readonly parts: Names
  readonly attributes: Names
}

export const CONFIDENCE = 'confidence'
export const SECOND_TAG = 'second-tag'
/** The types of our notes. brat shows what stands under the first one to everybody. */
export const NOTE = 'AnnotatorNotes'
export const SIDE = 'Lesart'

export function bratNames(codebooks: readonly Codebook[]): BratNames {
  const tags = codebooks.flatMap((codebook) => codebook.tags)
  const ids = tags.map(({ id }) => id)
  const roles = tags.flatMap((tag) => tag.roles ?? []).map(({ id }) => id)
  const attributes = tags.flatMap((tag) => tag.attributes ?? []).map(({ id }) => id)
  return {
    tags: namesFor(ids, (id) => id),
    parts: namesFor(roles, (id) => `part-${id}`, ids),
    attributes: namesFor(attributes, (id) => id, [CONFIDENCE, SECOND_TAG]),
  }
}

/** Where lines end for readers in Python, and where fields end. A body has no further control characters. */
const BREAKS = /[\n\t\u2028\u2029]/gu

/**
 * A span as brat makes it when words are selected over several lines: a fragment a line, without white space at its
 * ends. None for a span of white space, which brat does not know.
 */
export function fragments(body: IndexedText, { start, end }: Span): Span[] {
  const text = body.slice(start, end)
  if (text.search(/\P{White_Space}/u) === -1) return []
  if (text.search(BREAKS) === -1) return [{ start, end }]
  const from = body.toUtf16(start)
  const found: Span[] = []
  let lineStart = 0
  for (const { index, 0: mark } of [...text.matchAll(BREAKS), { index: text.length, 0: '' }]) {
    const line = trimRange(text, { startUtf16: lineStart, endUtf16: index })
    if (line.startUtf16 < line.endUtf16)
      found.push({ start: body.toCodePoints(from + line.startUtf16), end: body.toCodePoints(from + line.endUtf16) })
    lineStart = index + mark.length
  }
  return found
}

/** A note's text on one line. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ')
}

/** The `.ann` of one reading. */
export function annotationLines(annotations: readonly Annotation[], body: IndexedText, names: BratNames): string {
  const lines = new Lines(body, names)
  for (const annotation of annotations) lines.add(annotation)
  return lines.text()
}

class Lines {
  readonly #lines: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #body: IndexedText
  readonly #names: BratNames

  constructor(body: IndexedText, names: BratNames) {
    this.#body = body
    this.#names = names
  }

  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('')
  }

  add(annotation: Annotation): void {
    const { id, tag, attributes, confidence, secondTag, note, parts, origin, createdAt, changedAt } = annotation
    const { tags, parts: partNames } = this.#names
    const main = this.#span(tags.nameOf(tag), annotation)
    if (main === undefined) return
    const texts: Record<string, string> = {}
    for (const [attribute, value] of Object.entries(attributes)) this.#answer(main, attribute, value, texts)
    if (confidence) this.#line('A', `${CONFIDENCE} ${main} ${confidence}`)
    if (secondTag) this.#line('A', `${SECOND_TAG} ${main} ${tags.nameOf(secondTag)}`)
    if (note) this.#note(main, NOTE, note, texts)
    this.#side(main, {
      ...{ id, createdAt, changedAt, origin: origin === 'annotator' ? undefined : origin },
      span: this.#exact(annotation),
      texts: Object.keys(texts).length > 0 ? texts : undefined,
    })
    for (const part of parts) {
      const place = this.#span(partNames.nameOf(part.role), part)
      if (place === undefined) continue
      this.#line('R', `${part.role} Arg1:${main} Arg2:${place}`)
      const span = this.#exact(part)
      if (span) this.#side(place, { span })
    }
  }

  #span(type: string, span: Span): string | undefined {
    const pieces = fragments(this.#body, span)
    if (pieces.length === 0) return undefined
    const places = pieces.map(({ start, end }) => `${start} ${end}`).join(';')
    const words = pieces.map(({ start, end }) => this.#body.slice(start, end)).join(' ')
    return this.#line('T', `${type} ${places}\t${words}`)
  }

  #answer(main: string, attribute: string, value: AttributeValue, texts: Record<string, string>): void {
    const name = this.#names.attributes.nameOf(attribute)
    if (Array.isArray(value)) for (const choice of value) this.#line('A', `${name}_${choice} ${main}`)
    else if (typeof value === 'boolean') this.#line('A', `${name} ${main} ${value ? 'yes' : 'no'}`)
    else if (typeof value === 'number' || isWord(value as string)) this.#line('A', `${name} ${main} ${value}`)
    else this.#note(main, name, value as string, texts)
  }

  #note(main: string, type: string, text: string, texts: Record<string, string>): void {
    const line = oneLine(text)
    if (line !== text) texts[type] = text
    this.#line('#', `${type} ${main}\t${line}`)
  }

  #side(main: string, content: SideChannel): void {
    this.#line('#', `${SIDE} ${main}\t${asciiJson(content)}`)
  }

  /** The span where its fragments alone would not give it back. */
  #exact({ start, end }: Span): [number, number] | undefined {
    const pieces = fragments(this.#body, { start, end })
    return pieces[0]!.start === start && pieces.at(-1)!.end === end ? undefined : [start, end]
  }

  #line(letter: string, content: string): string {
    const number = (this.#counts.get(letter) ?? 0) + 1
    this.#counts.set(letter, number)
    this.#lines.push(`${letter}${number}\t${content}`)
    return `${letter}${number}`
  }
}

/** Whether a text can be a value: brat's dialog takes no white space in one. */
function isWord(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
