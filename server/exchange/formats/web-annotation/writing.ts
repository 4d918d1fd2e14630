/** A dataset → an AnnotationCollection of W3C Web Annotations, piece by piece. */
import { type Annotation, type Part, type QuotedAnnotation, quoted } from '../../../annotations/annotation.ts'
import type { Span } from '../../../text/span.ts'
import type { Dataset, DatasetAnnotator, DatasetArticle, DatasetHeader, DatasetSet } from '../../dataset.ts'
import { addressIn } from '../shared/address.ts'
import { headerToWrite } from '../shared/companion.ts'

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const NAMESPACE = 'urn:lesart:ns#'
/** What of ours is JSON to others: they keep it and do not look into it. */
const OWN_CONTEXT = {
  lesart: NAMESPACE,
  ...Object.fromEntries(
    ['header', 'article'].map((name) => [`lesart:${name}`, { '@id': `${NAMESPACE}${name}`, '@type': '@json' }]),
  ),
}

/** So much of the text stands before and after a quote, in code points. */
const AROUND = 32

export async function* collectionPieces({ header, articles }: Dataset): AsyncIterable<string> {
  const { study } = header
  const head = {
    '@context': [CONTEXT, OWN_CONTEXT],
    ...{ id: `urn:uuid:${study.id}`, type: 'AnnotationCollection', label: study.title },
    generator: { id: `${NAMESPACE}program`, type: 'Software', name: header.generator },
    'lesart:header': headerToWrite(header),
  }
  const page = { id: `urn:uuid:${study.id}#page-1`, type: 'AnnotationPage', startIndex: 0 }
  yield `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(page).slice(0, -1)},"items":[`
  let total = 0
  for await (const article of articles)
    for (const item of itemsOf(header, article))
      yield `${total++ === 0 ? '' : ','}\n${JSON.stringify({ '@context': CONTEXT, ...item })}`
  yield `\n]},\n"total":${total}}\n`
}

function* itemsOf(header: DatasetHeader, article: DatasetArticle): Iterable<object> {
  yield articleItem(article)
  for (const set of article.annotationSets) {
    const creator = creatorOf(header.annotators.find(({ id }) => id === set.annotator)!)
    for (const annotation of set.annotations) {
      yield annotationItem(article, set, creator, quoted(annotation, article.body))
      for (const [index, part] of annotation.parts.entries())
        yield partItem(article, set, creator, annotation, part, index)
    }
  }
}

/** The text itself, as a description of where it comes from. */
function articleItem(article: DatasetArticle): object {
  const { id, language, title, source, body, sha256, blocks, annotationSets } = article
  const sets = annotationSets.map(({ annotations: _, ...set }) => set)
  const text = { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language, value: body.text }
  return {
    ...{ id: `urn:uuid:${id}#text`, type: 'Annotation', motivation: 'describing' },
    ...{ body: text, target: sourceOf(article) },
    'lesart:article': { id, language, title, source, sha256, length: body.length, blocks, sets },
  }
}

function annotationItem(
  article: DatasetArticle,
  set: DatasetSet,
  creator: object,
  annotation: QuotedAnnotation,
): object {
  const { id, tag, attributes = {}, confidence, secondTag, note, origin, createdAt, changedAt } = annotation
  const answers = Object.entries(attributes).flatMap(([attribute, value]) =>
    [value].flat().map((one) => ({ ...textual('classifying', String(one)), 'lesart:attribute': attribute })),
  )
  return {
    ...{ id: `urn:uuid:${id}`, type: 'Annotation', motivation: note ? ['tagging', 'commenting'] : 'tagging' },
    ...{ created: createdAt, modified: changedAt, creator },
    body: [textual('tagging', tag), ...answers, ...(note ? [textual('commenting', note)] : [])],
    target: targetOf(article, annotation),
    ...{
      'lesart:set': set.id,
      'lesart:confidence': confidence,
      'lesart:secondTag': secondTag,
      'lesart:origin': origin,
    },
  }
}

/** A part is an annotation of its own that leads to the main one: further targets would be tagged, too. */
function partItem(
  article: DatasetArticle,
  set: DatasetSet,
  creator: object,
  { id, createdAt, changedAt }: Annotation,
  part: Part,
  index: number,
): object {
  const main = { type: 'SpecificResource', source: `urn:uuid:${id}`, purpose: 'linking' }
  return {
    ...{ id: `urn:uuid:${id}#part-${index + 1}`, type: 'Annotation', motivation: 'linking' },
    ...{ created: createdAt, modified: changedAt, creator },
    body: [main, { ...textual('classifying', part.role), 'lesart:role': part.role }],
    target: targetOf(article, part),
    'lesart:set': set.id,
  }
}

function textual(purpose: string, value: string): object {
  return { type: 'TextualBody', purpose, format: 'text/plain', value }
}

function creatorOf({ id, uuid, kind, name }: DatasetAnnotator): object {
  const type = kind === 'program' ? 'Software' : 'Person'
  return { id: `urn:uuid:${uuid}`, type, nickname: id, name, 'lesart:kind': kind }
}

/** Quote and position mean the same place, in the text that has this sum. */
function targetOf(article: DatasetArticle, { start, end }: Span): object {
  const { body, sha256 } = article
  const quote = {
    ...{ type: 'TextQuoteSelector', exact: body.slice(start, end) },
    prefix: body.slice(Math.max(0, start - AROUND), start),
    suffix: body.slice(end, Math.min(body.length, end + AROUND)),
  }
  return {
    ...{ type: 'SpecificResource', source: sourceOf(article) },
    selector: [quote, { type: 'TextPositionSelector', start, end }],
    // No `state`: the Recommendation knows only states of a page at a time, or of a request.
    'lesart:sha256': sha256,
  }
}

/** Its address, where that is one. */
function sourceOf({ id, source: { url } }: DatasetArticle): string {
  return addressIn(url) ?? `urn:uuid:${id}`
}
