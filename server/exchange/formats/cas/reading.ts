/** A CAS → a reading: our own layers, or whatever somebody else marked. */
import { BLOCK_KINDS, type BlockKind } from '../../../text/blocks.ts'
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile } from '../lesart-lines.ts'
import type {
  ForeignBlock,
  ForeignMark,
  ForeignPart,
  ForeignReading,
  ForeignRemark,
} from '../shared/foreign-reading.ts'
import { type Cas, SPAN_FEATURES, type Structure, TYPES } from './cas.ts'

/** What tools make of a text by themselves: no marks of a person. */
const NOT_MARKED =
  /\.(?:Token|Sentence|Paragraph|Heading|Div|Lemma|Stem|DocumentMetaData|DocumentAnnotation|TagsetDescription|TagDescription|CASMetadata|XmlElement|XmlTextNode|XmlAttribute|SurfaceForm|Pos|POS\w*|MorphologicalFeatures)$/

/** Features that name the category, likeliest first. */
const CATEGORIES = ['tag', 'value', 'label', 'category', 'PosValue', 'DependencyType', 'relationType']

/** Throws DamagedFile. `shortened`: what a format with less exact spans makes of a span of ours. */
export function readingOf(
  cas: Cas,
  shortened: (text: IndexedText, range: Utf16Range) => Utf16Range | undefined = (_, range) => range,
): ForeignReading {
  const reader = new Reader(cas, shortened)
  const { documentTitle, documentUri, language } = reader.valuesOf(TYPES.metadata)
  const username = cas.structures.find(({ type }) => type.endsWith('.CASMetadata'))?.values.username
  return {
    text: cas.text,
    marks: reader.marks(),
    blocks: reader.blocks(),
    article: {
      ...{ title: text(documentTitle), url: text(documentUri) },
      language: language === 'x-unspecified' ? undefined : text(language),
    },
    annotator: text(username),
    remarks: reader.remarks,
  }
}

function text(value: string | number | boolean | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : String(value)
}

class Reader {
  readonly remarks: ForeignRemark[] = []
  readonly #cas: Cas
  readonly #indexed: IndexedText
  readonly #byId: ReadonlyMap<number, Structure>
  readonly #shortened: (text: IndexedText, range: Utf16Range) => Utf16Range | undefined
  readonly #checked = new Map<number, Utf16Range>()

  constructor(cas: Cas, shortened: (text: IndexedText, range: Utf16Range) => Utf16Range | undefined) {
    this.#cas = cas
    this.#indexed = indexText(cas.text.toWellFormed())
    this.#byId = new Map(cas.structures.map((structure) => [structure.id, structure]))
    this.#shortened = shortened
  }

  valuesOf(type: string): Structure['values'] {
    return this.#cas.structures.find((structure) => structure.type === type)?.values ?? {}
  }

  marks(): ForeignMark[] {
    const ours = this.#cas.structures.filter(({ type }) => type === TYPES.span)
    const isOurs =
      this.#cas.declared?.includes(TYPES.span) || this.#cas.structures.some(({ type }) => type === TYPES.document)
    if (isOurs || ours.length > 0) return ours.map((structure) => this.#ownMark(structure))
    const foreign = this.#cas.structures.filter(
      ({ type, range }) => range && type !== TYPES.block && !NOT_MARKED.test(type),
    )
    const { relations = [], spans = [] } = Object.groupBy(foreign, (found) =>
      isRelation(found) ? 'relations' : 'spans',
    )
    const marked = spans.filter((structure) => this.#hasExtent(structure))
    const hosts = new Set(marked.map(({ id }) => id))
    for (const relation of relations.filter((relation) => !hosts.has(fromOf(relation) ?? 0)))
      this.#leaveOut(relation, 'a relation between what is no mark')
    return marked.map((structure) => this.#foreignMark(structure, relations))
  }

  /** Marks of nothing are said, and left out. */
  #hasExtent(structure: Structure): boolean {
    const { range } = structure
    if (range && range.startUtf16 < range.endUtf16) return true
    this.#leaveOut(structure, `without extent, at ${range?.startUtf16}`)
    return false
  }

  #leaveOut({ line, type }: Structure, why: string): void {
    this.remarks.push({ line, message: `${nameOf(type)}: ${why}; it was left out` })
  }

  blocks(): ForeignBlock[] | undefined {
    const found = this.#cas.structures.filter(({ type }) => type === TYPES.block)
    if (found.length === 0) return undefined
    return found.map((structure) => {
      const kind = String(structure.values.kind ?? 'paragraph')
      if (!BLOCK_KINDS.includes(kind as BlockKind)) throw new DamagedFile(structure.line, `${kind} is no kind of block`)
      return { kind: kind as BlockKind, ...this.#range(structure) }
    })
  }

  #ownMark(structure: Structure): ForeignMark {
    const { line, values, links = {} } = structure
    const facts = new Set<string>(SPAN_FEATURES)
    const attributes = Object.entries(values).filter(([name]) => !facts.has(name) && name !== 'parts')
    const { tag, identifier, confidence, secondTag, note, origin, createdAt, changedAt } = values
    if (tag === undefined || tag === '') throw new DamagedFile(line, `${structure.type}: there is no tag`)
    return {
      ...{ line, tag: String(tag), ...this.#range(structure) },
      attributes: Object.fromEntries(attributes.map(([name, value]) => [name, String(value)])),
      parts: (links.parts ?? []).map((id) => this.#slotPart(structure, 'parts', id)),
      ...{ confidence: text(confidence), secondTag: text(secondTag), note: text(note), id: text(identifier) },
      ...{ origin: text(origin), createdAt: text(createdAt), changedAt: text(changedAt) },
    }
  }

  #foreignMark(structure: Structure, relations: readonly Structure[]): ForeignMark {
    const { id, line, type, values } = structure
    const slots = this.#slotsOf(structure)
    const filled = new Set(slots.map(([feature]) => feature))
    const category = CATEGORIES.find((name) => text(values[name]) !== undefined && !filled.has(name))
    const related = relations.filter((relation) => fromOf(relation) === id)
    const attributes = Object.entries(values).filter(
      ([name, value]) => name !== category && !filled.has(name) && value !== '',
    )
    return {
      ...{ line, tag: category ? String(values[category]) : nameOf(type), ...this.#range(structure) },
      attributes: Object.fromEntries(attributes.map(([name, value]) => [name, String(value)])),
      parts: [
        ...slots.flatMap(([feature, ids]) => ids.map((id) => this.#slotPart(structure, feature, id))),
        ...related.map((relation) => this.#relatedPart(relation)),
      ],
    }
  }

  /** Features that lead to other annotations. XMI does not tell a reference from a number: there only links count. */
  #slotsOf({ values, links = {} }: Structure): [string, number[]][] {
    return Object.entries(links).flatMap(([feature, ids]): [string, number[]][] => {
      const isMeant = (id: number) => !(feature in values) || this.#byId.get(id)?.links?.target !== undefined
      const leads = ids.filter((id) => isMeant(id) && this.#targetOf(id))
      const extended = leads.filter((id) => this.#hasExtent(this.#targetOf(id)!))
      return leads.length > 0 ? [[feature, extended]] : []
    })
  }

  /** What a reference leads to: an annotation, at once or through a link that has a role. */
  #targetOf(id: number): Structure | undefined {
    const found = this.#byId.get(id)
    if (!found || found.range) return found
    return this.#byId.get(found.links?.target?.[0] ?? 0)
  }

  #slotPart(host: Structure, feature: string, id: number): ForeignPart {
    const target = this.#targetOf(id)
    if (!target?.range)
      throw new DamagedFile(host.line, `${nameOf(host.type)}: ${feature} refers to ${id}, which is not there`)
    const link = this.#byId.get(id)!
    const role = text(link === target ? undefined : link.values.role) ?? text(target.values.label) ?? feature
    return { line: target.line, role, ...this.#range(target) }
  }

  #relatedPart(relation: Structure): ForeignPart {
    const id = (relation.links?.Dependent ?? relation.links?.target)?.[0] ?? 0
    const category = CATEGORIES.find((name) => text(relation.values[name]) !== undefined)
    const target = this.#byId.get(id)
    if (!target?.range)
      throw new DamagedFile(relation.line, `${nameOf(relation.type)}: it leads to ${id}, which is not there`)
    return {
      line: target.line,
      role: category ? String(relation.values[category]) : nameOf(relation.type),
      ...this.#range(target),
    }
  }

  #range(structure: Structure): Utf16Range {
    const known = this.#checked.get(structure.id)
    if (known) return known
    const { range, line, type, id } = structure
    if (!range || range.endUtf16 > this.#cas.text.length || range.startUtf16 >= range.endUtf16)
      throw new DamagedFile(
        line,
        `${nameOf(type)} ${id}: ${range ? `${range.startUtf16} to ${range.endUtf16}` : 'no place'} is no stretch of a text of ${this.#cas.text.length}`,
      )
    const found = this.#exact(structure, range)
    this.#checked.set(id, found)
    return found
  }

  /** Positions that our own files state beside, where the format shortens them to those found. */
  #exact({ values }: Structure, range: Utf16Range): Utf16Range {
    const stated = /^(\d+)-(\d+)$/.exec(String(values.span ?? ''))
    if (!stated) return range
    const [start, end] = [Number(stated[1]), Number(stated[2])]
    if (start >= end || end > this.#indexed.length) return range
    const whole = { startUtf16: this.#indexed.toUtf16(start), endUtf16: this.#indexed.toUtf16(end) }
    const short = this.#shortened(this.#indexed, whole)
    return short?.startUtf16 === range.startUtf16 && short.endUtf16 === range.endUtf16 ? whole : range
  }
}

/** A relation of INCEpTION: from one annotation to another. */
function isRelation({ links = {} }: Structure): boolean {
  return (
    (links.Governor !== undefined && links.Dependent !== undefined) ||
    (links.source !== undefined && links.target !== undefined)
  )
}

/** The annotation that a relation belongs to. */
function fromOf({ links = {} }: Structure): number | undefined {
  return (links.Governor ?? links.source)?.[0]
}

/** The name of a type without its package. */
function nameOf(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1)
}
