/** Marks as a file states them → spans of the canonical body, with what has been moved or left out. Throws DamagedFile. */
import { CONFIDENCES, type Confidence } from '../../../annotations/annotation.ts'
import { type Block, blocksFault } from '../../../text/blocks.ts'
import { canonical } from '../../../text/canonical.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type { ForeignMark, ForeignPart, ForeignReading, ForeignRemark } from './foreign-reading.ts'
import { type ForeignText, foreignText } from './foreign-text.ts'

export interface PlacedMark extends Span {
  readonly line: number
  readonly tag: string
  readonly attributes: ForeignMark['attributes']
  readonly parts: readonly (Span & { readonly role: string })[]
  readonly confidence?: Confidence | undefined
  readonly secondTag?: string | undefined
  readonly note?: string | undefined
  readonly id?: string | undefined
  readonly origin?: string | undefined
  readonly createdAt?: string | undefined
  readonly changedAt?: string | undefined
}

export interface PlacedReading {
  readonly body: IndexedText
  readonly marks: readonly PlacedMark[]
  /** Undefined where the file states none that fit the text. */
  readonly blocks: readonly Block[] | undefined
  readonly remarks: readonly ForeignRemark[]
  readonly file?: string | undefined
}

export function placed(reading: ForeignReading): PlacedReading {
  const text = foreignText(reading.text)
  const placing = new Placing(text)
  const marks = reading.marks.map((mark) => placing.mark(mark))
  const blocks = reading.blocks?.flatMap(({ kind, ...range }) => {
    const span = text.spanAt(range)
    return span ? [{ kind, start: span.start, end: span.end }] : []
  })
  const areFit = blocks !== undefined && blocks.length > 0 && !blocksFault(text.body.text, blocks)
  if (blocks && blocks.length > 0 && !areFit)
    placing.remarks.push({
      line: 1,
      message: 'the blocks do not hold all of the text, or overlap; blocks were found anew',
    })
  return {
    body: text.body,
    marks,
    blocks: areFit ? blocks : undefined,
    remarks: [...reading.remarks, ...placing.remarks],
    file: reading.file,
  }
}

class Placing {
  readonly remarks: ForeignRemark[] = []
  readonly #text: ForeignText

  constructor(text: ForeignText) {
    this.#text = text
  }

  mark(mark: ForeignMark): PlacedMark {
    const { startUtf16, endUtf16, attributes, confidence, secondTag, note, ...facts } = mark
    const isKnown = CONFIDENCES.some((one) => one === confidence)
    return {
      ...facts,
      ...this.#span(mark, mark.line),
      attributes: confidence === undefined || isKnown ? attributes : { ...attributes, confidence },
      parts: this.#parts(mark.parts),
      confidence: isKnown ? (confidence as Confidence) : undefined,
      secondTag: secondTag === mark.tag ? undefined : secondTag,
      note: note === undefined || note === '' ? undefined : canonical(note),
    }
  }

  /** The same part twice says nothing more. */
  #parts(parts: readonly ForeignPart[]): (Span & { role: string })[] {
    const found = parts.map(({ role, line, ...range }) => ({ role, ...this.#span(range, line) }))
    return found.filter(
      ({ role, start, end }, index) =>
        found.findIndex((other) => other.role === role && other.start === start && other.end === end) === index,
    )
  }

  #span(range: Utf16Range, line: number): Span {
    const span = this.#text.spanAt(range)
    if (!span)
      throw new DamagedFile(
        line,
        `${range.startUtf16} to ${range.endUtf16} is no stretch of the text, or ends within a character (UTF-16)`,
      )
    const { start, end, hasMoved } = span
    if (hasMoved)
      this.remarks.push({
        line,
        message: `an edge within „${this.#text.body.slice(start, end)}“ was moved out of a character`,
      })
    return { start, end }
  }
}
