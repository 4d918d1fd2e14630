/** A `.txt` and its `.ann` → a reading. Relations, arguments of events and fragments become parts. */
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile, Misquoted } from '../lesart-lines.ts'
import { type Counting, countings } from '../shared/counting.ts'
import type { ForeignMark, ForeignPart, ForeignReading, ForeignRemark } from '../shared/foreign-reading.ts'
import { type SideChannel, sideChannel } from '../shared/side-channel.ts'
import { type BratLine, bratLines, type TextBound } from './lines.ts'
import { hasItsWords, movedBounds, withoutLost, wordsAt } from './moving.ts'
import { CONFIDENCE, fragments, NOTE, oneLine, SECOND_TAG, SIDE } from './writing.ts'

/** The role that the pieces of a mark get. */
const PIECE = 'content'

/** Throws DamagedFile where a line is none of brat's, names what is not there, or in no way of counting has its words. */
export function readBrat(text: string, ann: string, mayMove = false): ForeignReading {
  const lines = bratLines(ann)
  const bounds = lines.filter((line) => line.kind === 'T')
  const right = countings(text).find((way) => bounds.every((bound) => hasItsWords(text, way, bound)))
  if (!right && !mayMove) throw misquoted(text, bounds)
  const moved = right ? undefined : movedBounds(text, bounds)
  const reader = new Reader(text, moved ? withoutLost(lines, moved.lost) : lines, right ?? moved!.way)
  return { text, marks: reader.marks(), remarks: [...(moved?.remarks ?? []), ...reader.remarks] }
}

/** What to say where in no way of counting every line has its words. */
function misquoted(text: string, bounds: readonly TextBound[]): Misquoted {
  const ways = countings(text)
  const { line, id, words, fragments } = bounds.find((bound) => !hasItsWords(text, ways[0]!, bound))!
  const found = fragments.map((span) => wordsAt(text, ways[0]!(span)) ?? '(outside the text)').join(' ')
  return new Misquoted(line, `${id}: the line says „${words ?? ''}“, the text there is „${found}“`)
}

type LineOf<K extends BratLine['kind']> = Extract<BratLine, { kind: K }>

class Reader {
  readonly remarks: ForeignRemark[] = []
  readonly #text: string
  readonly #indexed: IndexedText
  readonly #way: Counting
  readonly #bounds: ReadonlyMap<string, TextBound>
  readonly #events: ReadonlyMap<string, LineOf<'E'>>
  readonly #relations: readonly LineOf<'R'>[]
  /** By what they are about. */
  readonly #attributes: ReadonlyMap<string, LineOf<'A'>[]>
  readonly #notes: ReadonlyMap<string, LineOf<'#'>[]>

  constructor(text: string, lines: readonly BratLine[], way: Counting) {
    const all = <K extends BratLine['kind']>(kind: K) => lines.filter((line) => line.kind === kind) as LineOf<K>[]
    this.#text = text
    this.#indexed = indexText(text.toWellFormed())
    this.#way = way
    this.#bounds = new Map(all('T').map((bound) => [bound.id, bound]))
    this.#events = new Map(all('E').map((event) => [event.id, event]))
    this.#relations = all('R')
    this.#attributes = Map.groupBy(all('A'), ({ of }) => of)
    this.#notes = Map.groupBy(all('#'), ({ of }) => of)
    for (const { line, content } of all('other'))
      this.remarks.push({ line, message: `„${content.slice(0, 60)}“ was left out: equal names are not kept` })
    const about = new Map([...all('A'), ...all('#')].map((line) => [line.of, line]))
    for (const [id, { line }] of about) if (!this.#isMark(id)) this.#leaveOut(line, id)
  }

  marks(): ForeignMark[] {
    const triggers = new Set([...this.#events.values()].map(({ trigger }) => trigger))
    const ownParts = new Set(this.#relations.map(({ to }) => to).filter((to) => this.#isOwnPart(to)))
    const spans = [...this.#bounds.values()].filter(({ id }) => !triggers.has(id) && !ownParts.has(id))
    return [
      ...spans.map((bound) => this.#mark(bound, [bound.id], [])),
      ...[...this.#events.values()].map((event) => {
        const trigger = this.#bound(event.line, event.trigger)
        const parts = event.filled.map(({ role, by }) => this.#part(event.line, role, by))
        return this.#mark(trigger, [event.id, trigger.id], parts)
      }),
    ].sort((a, b) => a.line - b.line)
  }

  #mark(bound: TextBound, ids: readonly string[], given: readonly ForeignPart[]): ForeignMark {
    const side = this.#side(bound.id)
    const { texts, span: _, ...facts } = side
    const said = ids.flatMap((id) => this.#attributes.get(id) ?? [])
    const notes = ids.flatMap((id) => this.#notes.get(id) ?? []).filter(({ type }) => type !== SIDE)
    const textOf = ({ type, text }: { type: string; text: string }) =>
      texts?.[type] !== undefined && oneLine(texts[type]) === text ? texts[type] : text
    const note = notes.filter(({ type }) => type === NOTE).map(textOf)
    const answers = [
      ...said,
      ...notes.filter(({ type }) => type !== NOTE).map((line) => ({ ...line, text: textOf(line) })),
    ]
    const own = (name: string) => answers.find(({ type }) => type === name)?.text
    const relations = this.#relations.filter(({ from }) => ids.includes(from))
    return {
      line: bound.line,
      tag: bound.type,
      ...this.#range(bound),
      attributes: answersIn(answers.filter(({ type }) => type !== CONFIDENCE && type !== SECOND_TAG)),
      parts: [...given, ...relations.map(({ line, type, to }) => this.#part(line, type, to)), ...this.#pieces(bound)],
      confidence: own(CONFIDENCE),
      secondTag: own(SECOND_TAG),
      note: note.length > 0 ? note.join('\n') : undefined,
      ...facts,
    }
  }

  #part(line: number, role: string, id: string): ForeignPart {
    const event = this.#events.get(id)
    const bound = this.#bound(line, event?.trigger ?? id)
    return { line: bound.line, role, ...this.#range(bound) }
  }

  /** What lies between the pieces is part of the mark, too; the pieces are kept as parts. */
  #pieces(bound: TextBound): ForeignPart[] {
    const ranges = bound.fragments.map((span) => this.#way(span)!)
    const isOneSpan = ranges.every(({ startUtf16 }, index) => {
      const between = index === 0 ? '\n' : this.#text.slice(ranges[index - 1]!.endUtf16, startUtf16)
      return /^\p{White_Space}*$/u.test(between)
    })
    if (isOneSpan) return []
    const message = `${bound.id}: a mark in ${ranges.length} pieces became one from its first word to its last; the pieces are parts`
    this.remarks.push({ line: bound.line, message })
    return ranges.map((range) => ({ line: bound.line, role: PIECE, ...range }))
  }

  /** From the first fragment to the last, or what our own note says, where it gives these fragments. */
  #range(bound: TextBound): Utf16Range {
    const { startUtf16 } = this.#way(bound.fragments[0]!)!
    const { endUtf16 } = this.#way(bound.fragments.at(-1)!)!
    const { span } = this.#side(bound.id)
    if (!span || !(span[0] >= 0 && span[0] < span[1] && span[1] <= this.#indexed.length))
      return { startUtf16, endUtf16 }
    const [start, end] = span
    const pieces = fragments(this.#indexed, { start, end })
    const isSame =
      pieces.length > 0 &&
      this.#indexed.toUtf16(pieces[0]!.start) === startUtf16 &&
      this.#indexed.toUtf16(pieces.at(-1)!.end) === endUtf16
    return isSame
      ? { startUtf16: this.#indexed.toUtf16(start), endUtf16: this.#indexed.toUtf16(end) }
      : { startUtf16, endUtf16 }
  }

  #side(id: string): SideChannel {
    const own = this.#notes.get(id)?.find(({ type }) => type === SIDE)
    if (!own) return {}
    try {
      return sideChannel.parse(JSON.parse(own.text))
    } catch {
      throw new DamagedFile(
        own.line,
        `${own.type}: this note is not as it was written; delete the line to read without it`,
      )
    }
  }

  #bound(line: number, id: string): TextBound {
    const bound = this.#bounds.get(id)
    if (!bound) throw new DamagedFile(line, `${id} is named here, and there is no such line`)
    return bound
  }

  #isMark(id: string): boolean {
    return this.#bounds.has(id) || this.#events.has(id)
  }

  /** A span that our own files write for a part alone. */
  #isOwnPart(id: string): boolean {
    return this.#bounds.get(id)?.type.startsWith('part-') ?? false
  }

  #leaveOut(line: number, id: string): void {
    const isRelation = /^R\d+$/.test(id)
    if (!isRelation) throw new DamagedFile(line, `${id} is named here, and there is no such line`)
    this.remarks.push({ line, message: `what is said about the relation ${id} was left out` })
  }
}

/** A flag named `ATTRIBUTE_CHOICE` is one of several answers. */
function answersIn(lines: readonly { type: string; text: string }[]): Record<string, string | string[]> {
  const answers: Record<string, string | string[]> = {}
  for (const { type, text } of lines) {
    const several = text === '' ? /^([a-z0-9-]+)_([a-z0-9-]+)$/.exec(type) : null
    if (several) answers[several[1]!] = [answers[several[1]!] ?? [], several[2]!].flat()
    else if (answers[type] === undefined) answers[type] = text || 'yes'
    else answers[type] = [answers[type], text || 'yes'].flat()
  }
  return answers
}
