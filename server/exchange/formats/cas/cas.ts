/** A CAS, the document of UIMA, DKPro and INCEpTION: a text and structures over it. Three formats write and read it. */
import type { Annotation, Part } from '../../../annotations/annotation.ts'
import type { AttributeValue, Codebook } from '../../../codebook/codebook.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import type { Utf16Range } from '../../../text/words.ts'
import type { DatasetArticle, DatasetHeader, DatasetSet } from '../../dataset.ts'
import type { NamesBack } from '../shared/companion-dataset.ts'
import { camelCase, type Names, namesFor } from '../shared/foreign-names.ts'
import { tokenSentences } from '../shared/token-rows.ts'

export interface Cas {
  readonly text: string
  readonly structures: readonly Structure[]
  /** Types that the file declares, whether there is something of them or not. */
  readonly declared?: readonly string[] | undefined
}

export interface Structure {
  /** Positive, unique. */
  readonly id: number
  readonly type: string
  /** Where it lies, for an annotation; UIMA counts in UTF-16. */
  readonly range?: Utf16Range | undefined
  readonly values: Readonly<Record<string, string | number | boolean>>
  /** Other structures, by feature. */
  readonly links?: Readonly<Record<string, readonly number[]>> | undefined
  /** Where it stands in the file that was read. */
  readonly line: number
}

const DKPRO = 'de.tudarmstadt.ukp.dkpro.core.api'
export const TYPES = {
  metadata: `${DKPRO}.metadata.type.DocumentMetaData`,
  sentence: `${DKPRO}.segmentation.type.Sentence`,
  token: `${DKPRO}.segmentation.type.Token`,
  paragraph: `${DKPRO}.segmentation.type.Paragraph`,
  heading: `${DKPRO}.segmentation.type.Heading`,
  block: 'webanno.custom.LesartBlock',
  span: 'webanno.custom.LesartSpan',
  part: 'webanno.custom.LesartPart',
  link: 'webanno.custom.LesartSpanPartsLink',
  document: 'webanno.custom.LesartDocument',
} as const

/** Features of our spans beside one for each attribute. `span` states the positions where a format has to shorten them. */
export const SPAN_FEATURES = [
  ...['changedAt', 'confidence', 'createdAt', 'identifier', 'note', 'origin', 'secondTag', 'span', 'tag'],
] as const
export const PART_FEATURES = ['label', 'span'] as const
export const DOCUMENT_FEATURES = ['activeSeconds', 'answers', 'identifier', 'reason', 'round', 'state'] as const
export const SLOT = 'parts'

/** Names that mean something else in a CAS, or are renamed by its readers. */
const RESERVED = [...SPAN_FEATURES, SLOT, 'begin', 'end', 'sofa', 'self', 'type', 'id', 'xmiID', 'typeID']

/** Attribute id → feature. */
export function featureNames(codebooks: readonly Codebook[]): Names {
  const attributes = codebooks.flatMap(({ tags }) => tags.flatMap((tag) => tag.attributes ?? []))
  return namesFor(
    attributes.map(({ id }) => id),
    camelCase,
    RESERVED,
  )
}

/** One reading as a CAS. */
export function casOf(header: DatasetHeader, article: DatasetArticle, set: DatasetSet): Cas {
  const making = new Making(article.body)
  making.addDocument(header, article, set)
  making.addText(article)
  const features = featureNames(header.codebooks)
  for (const annotation of set.annotations) making.addAnnotation(annotation, features)
  return { text: article.body.text, structures: making.structures }
}

class Making {
  readonly structures: Structure[] = []
  readonly #body: IndexedText

  constructor(body: IndexedText) {
    this.#body = body
  }

  addDocument({ study }: DatasetHeader, article: DatasetArticle, set: DatasetSet): void {
    const { id, title, language, source } = article
    this.#add(
      TYPES.metadata,
      { start: 0, end: this.#body.length },
      {
        ...{ documentId: id, documentTitle: title, documentUri: source.url, collectionId: study.id },
        ...{ language, isLastSegment: false },
      },
    )
    const { round, state, reason, activeSeconds, answers } = set
    this.#add(TYPES.document, undefined, {
      ...{ identifier: set.id, round, state, reason, activeSeconds: activeSeconds?.toString() },
      answers: answers && JSON.stringify(answers),
    })
  }

  /** What every tool for texts looks for, and our blocks with all their kinds. */
  addText({ body, blocks }: DatasetArticle): void {
    for (const tokens of tokenSentences(body, blocks)) {
      this.#addRange(TYPES.sentence, { startUtf16: tokens[0]!.startUtf16, endUtf16: tokens.at(-1)!.endUtf16 })
      for (const token of tokens) this.#addRange(TYPES.token, token)
    }
    for (const { kind, ...span } of blocks) {
      this.#add(kind === 'headline' || kind === 'heading' ? TYPES.heading : TYPES.paragraph, span, {})
      this.#add(TYPES.block, span, { kind })
    }
  }

  addAnnotation(annotation: Annotation, features: Names): void {
    const { id, tag, attributes, parts, confidence, secondTag, note, origin, createdAt, changedAt } = annotation
    const links = parts.map((part) => this.#addPart(part))
    const answers = Object.entries(attributes).map(([id, value]) => [features.nameOf(id), valueText(value)])
    const values = {
      ...{ tag, confidence, secondTag, note, identifier: id, createdAt, changedAt },
      origin: origin === 'annotator' ? undefined : origin,
      ...(Object.fromEntries(answers) as Record<string, string>),
    }
    this.#add(TYPES.span, annotation, values, links.length > 0 ? { [SLOT]: links } : undefined)
  }

  #addPart(part: Part): number {
    const target = this.#add(TYPES.part, part, { label: part.role })
    return this.#add(TYPES.link, undefined, { role: part.role }, { target: [target] })
  }

  #add(
    type: string,
    span: Span | undefined,
    values: Readonly<Record<string, string | number | boolean | undefined>>,
    links?: Structure['links'],
  ): number {
    const range = span && { startUtf16: this.#body.toUtf16(span.start), endUtf16: this.#body.toUtf16(span.end) }
    return this.#addRange(type, range, values, links)
  }

  #addRange(
    type: string,
    range: Utf16Range | undefined,
    values: Readonly<Record<string, string | number | boolean | undefined>> = {},
    links?: Structure['links'],
  ): number {
    // 1 is the text's.
    const id = this.structures.length + 2
    const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined)
    this.structures.push({ id, type, range, values: Object.fromEntries(given), links, line: 0 })
    return id
  }
}

/** Choices of a question with several answers stand in one text, with spaces between them. */
export function valueText(value: AttributeValue): string {
  return Array.isArray(value) ? value.join(' ') : String(value)
}

/** Tags and roles stand there as they are; attributes are features. */
export function casNames({ codebooks }: DatasetHeader): NamesBack {
  const features = featureNames(codebooks)
  return { tag: (name) => name, attribute: features.idOf, role: (name) => name }
}
