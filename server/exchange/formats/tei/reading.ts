/** TEI P5 → a reading: annotations and spans beside the text, and names marked within it. Throws DamagedFile. */
import { BLOCK_KINDS } from '../../../text/blocks.ts'
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type {
  ForeignBlock,
  ForeignMark,
  ForeignPart,
  ForeignReading,
  ForeignRemark,
} from '../shared/foreign-reading.ts'
import { childrenNamed, descendantsNamed, elementsIn, readXml, textIn, type XmlElement } from '../shared/xml-reader.ts'
import { pointed } from './pointers.ts'
import { TEI } from './writing.ts'

/** What stands for a block of its own where it holds no other one. */
const BLOCKS = new Set(['head', 'p', 'ab', 'l', 'item', 'cell', 'byline', 'dateline', 'opener', 'closer', 'u'])
/** Elements by which people mark something within the text. */
const INLINE = new Set(['rs', 'name', 'persName', 'orgName', 'placeName', 'term', 'said', 'quote', 'q'])

export function readTei(xml: string): ForeignReading {
  const root = readXml(xml)
  if (root.namespace !== TEI || (root.name !== 'TEI' && root.name !== 'teiCorpus'))
    throw new DamagedFile(
      root.line,
      `this is no TEI P5: its first element is ${root.name}${root.name === 'TEI.2' ? ', which is P4' : ''}`,
    )
  const outer = root.name === 'TEI' ? root : (childrenNamed(root, 'TEI')[0] ?? root)
  const text = childrenNamed(outer, 'text')[0]
  const body = text && (childrenNamed(text, 'body')[0] ?? text)
  if (!body) throw new DamagedFile(root.line, 'there is no text in this file')
  return new Reader(outer, body).reading()
}

/** Where an element lies in the text, in UTF-16. */
export interface Place {
  readonly startUtf16: number
  readonly endUtf16: number
}

class Reader {
  readonly #root: XmlElement
  readonly #body: XmlElement
  readonly #text: string
  readonly #indexed: IndexedText
  readonly #remarks: ForeignRemark[] = []
  /** Elements of the body by what they are, and by their xml:id. */
  readonly #places = new Map<XmlElement, Place>()
  readonly #byId = new Map<string, Place>()

  constructor(root: XmlElement, body: XmlElement) {
    this.#root = root
    this.#body = body
    this.#text = textIn(body)
    this.#indexed = indexText(this.#text)
    this.#lay(body, 0)
  }

  /** Notes where an element and those in it lie; returns where it ends. */
  #lay(laid: XmlElement, from: number): number {
    let at = from
    for (const child of laid.children) at = typeof child === 'string' ? at + child.length : this.#lay(child, at)
    const place = { startUtf16: from, endUtf16: at }
    this.#places.set(laid, place)
    const id = laid.attributes['xml:id']
    if (id !== undefined) this.#byId.set(id, place)
    return at
  }

  reading(): ForeignReading {
    const [header] = childrenNamed(this.#root, 'teiHeader')
    const all = descendantsNamed(this.#root, 'annotation')
    const parts = Map.groupBy(all.filter(isPart), (part) => mainOf(part))
    const marks = [
      ...all.filter((found) => !isPart(found)).flatMap((found) => this.#mark(found, parts)),
      ...descendantsNamed(this.#root, 'span').flatMap((span) => this.#spanMark(span)),
      ...this.#inlineMarks(this.#body),
    ]
    const known = new Set(all.map(({ attributes }) => attributes['xml:id']))
    for (const [main, [part]] of parts)
      if (!known.has(main)) throw new DamagedFile(part!.line, `annotation: it is a part of ${main}, which is not there`)
    return {
      text: this.#text,
      marks,
      blocks: this.#blocks(this.#body),
      article: header && articleIn(header),
      annotator: annotatorIn(header),
      remarks: this.#remarks,
    }
  }

  #mark(found: XmlElement, parts: ReadonlyMap<string, readonly XmlElement[]>): ForeignMark[] {
    const { line, attributes } = found
    const id = attributes['xml:id'] ?? ''
    const ranges = this.#ranges(found)
    if (ranges.length === 0) {
      this.#remarks.push({ line, message: `annotation ${id}: it points to nothing in the text and was left out` })
      return []
    }
    const notes = childrenNamed(found, 'note')
    const texts = (type: string) => notes.filter((note) => note.attributes.type === type).map(textIn)
    const said = notes.filter(({ attributes: { type } }) => type === undefined || type === 'comment').map(textIn)
    const times = descendantsNamed(found, 'change').map(({ attributes: { when } }) => when)
    const own = /^n-([0-9a-f-]{36})$/.exec(id)?.[1]
    return [
      {
        ...{ line, tag: categoryOf(found) ?? 'annotation', id: own },
        ...hull(ranges),
        attributes: answersIn(notes),
        parts: [...(parts.get(id) ?? []).map((part) => this.#part(part)), ...pieces(line, ranges)],
        ...{
          confidence: attributes.cert === 'unknown' ? undefined : attributes.cert,
          secondTag: texts('second-tag')[0],
        },
        ...{ note: said.length > 0 ? said.join('\n') : undefined, origin: texts('origin')[0] },
        ...(own !== undefined && { createdAt: times[0], changedAt: times[1] }),
      },
    ]
  }

  #part(found: XmlElement): ForeignPart {
    const [range] = this.#ranges(found)
    if (!range) throw new DamagedFile(found.line, 'annotation: this part points to nothing in the text')
    return { line: found.line, role: categoryOf(found) ?? 'part', ...range }
  }

  /** The Guidelines put ranges in `target`, and in pointers within. */
  #ranges(found: XmlElement): Place[] {
    const pointers = [found, ...childrenNamed(found, 'ptr')].flatMap(({ attributes: { target = '' } }) => target)
    return pointers.flatMap((target) => pointed(found.line, target, { text: this.#indexed, byId: this.#byId }))
  }

  /** `span` with `from` and `to`, or `target`: the older way. */
  #spanMark(span: XmlElement): ForeignMark[] {
    const { from, to, target, ana, type } = span.attributes
    const context = { text: this.#indexed, byId: this.#byId }
    const ends = [from, to ?? from, target].flatMap((pointer) =>
      pointer === undefined ? [] : pointed(span.line, pointer, context),
    )
    if (ends.length === 0) return []
    const words = textIn(span).trim()
    const tag = ana === undefined ? type || words || 'span' : withoutPrefix(ana)
    return [
      {
        line: span.line,
        tag,
        ...hull(ends),
        attributes: {},
        parts: [],
        note: words !== '' && tag !== words ? words : undefined,
      },
    ]
  }

  #inlineMarks(parent: XmlElement): ForeignMark[] {
    return elementsIn(parent).flatMap((child) => {
      const inner = this.#inlineMarks(child)
      const place = this.#places.get(child)!
      if (!INLINE.has(child.name) || place.startUtf16 === place.endUtf16) return inner
      const { type, ana } = child.attributes
      const tag = ana === undefined ? (type ?? child.name) : withoutPrefix(ana)
      return [{ line: child.line, tag, ...place, attributes: {}, parts: [] }, ...inner]
    })
  }

  #blocks(parent: XmlElement): ForeignBlock[] {
    return elementsIn(parent).flatMap((child): ForeignBlock[] => {
      const inner = this.#blocks(child)
      const place = this.#places.get(child)!
      if (inner.length > 0 || !BLOCKS.has(child.name)) return inner
      // What stands between blocks, or nothing at all.
      if (this.#text.slice(place.startUtf16, place.endUtf16).trim() === '') return inner
      const isFirst = this.#text.slice(0, place.startUtf16).trim() === ''
      return [{ kind: blockKind(child, isFirst), ...place }]
    })
  }
}

function blockKind({ name, attributes: { type } }: XmlElement, isFirst: boolean): ForeignBlock['kind'] {
  if (name === 'head') return isFirst ? 'headline' : 'heading'
  if (name === 'item') return 'list-item'
  if (name === 'byline') return 'byline'
  return (name === 'ab' && BLOCK_KINDS.find((kind) => kind === type)) || 'paragraph'
}

function isPart(found: XmlElement): boolean {
  return childrenNamed(found, 'ptr').some(({ attributes }) => attributes.type === 'main')
}

function mainOf(found: XmlElement): string {
  return withoutHash(
    childrenNamed(found, 'ptr').find(({ attributes }) => attributes.type === 'main')?.attributes.target ?? '',
  )
}

function withoutHash(pointer: string): string {
  return pointer.replace(/^#/, '')
}

/** `#tag-framing` → `framing`; of several categories the first one. */
function withoutPrefix(ana: string): string {
  return withoutHash(ana.trim().split(/\s+/)[0]!).replace(/^(tag|role)-/, '')
}

function categoryOf({ attributes: { ana, type } }: XmlElement): string | undefined {
  return ana === undefined || ana.trim() === '' ? type : withoutPrefix(ana)
}

function hull(ranges: readonly Place[]): Place {
  return {
    startUtf16: Math.min(...ranges.map(({ startUtf16 }) => startUtf16)),
    endUtf16: Math.max(...ranges.map(({ endUtf16 }) => endUtf16)),
  }
}

/** The pieces of what is marked in several are kept as parts. */
function pieces(line: number, ranges: readonly Place[]): ForeignPart[] {
  return ranges.length > 1 ? ranges.map((range) => ({ line, role: 'content', ...range })) : []
}

function answersIn(notes: readonly XmlElement[]): Record<string, string | string[]> {
  const answers = Map.groupBy(
    notes.filter(({ attributes }) => attributes.type === 'attribute'),
    ({ attributes }) => attributes.n ?? '',
  )
  return Object.fromEntries(
    Array.from(answers, ([name, found]) => [name, found.length === 1 ? textIn(found[0]!) : found.map(textIn)]),
  )
}

function articleIn(header: XmlElement): ForeignReading['article'] {
  const [titles] = descendantsNamed(header, 'titleStmt')
  const title = titles && childrenNamed(titles, 'title')[0]
  const [language] = descendantsNamed(header, 'language')
  const [reference] = descendantsNamed(header, 'sourceDesc').flatMap((source) => descendantsNamed(source, 'ref'))
  return {
    title: title && (textIn(title).trim() || undefined),
    language: language?.attributes.ident,
    url: reference?.attributes.target,
  }
}

function annotatorIn(header: XmlElement | undefined): string | undefined {
  const names = header ? descendantsNamed(header, 'name') : []
  const own = names.find(({ attributes }) => attributes['xml:id'] === 'annotator')
  return own && textIn(own)
}
