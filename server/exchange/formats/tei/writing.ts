/** One reading of one article → TEI P5: the text in blocks, the marks beside it in `standOff`. */
import type { Annotation, Part } from '../../../annotations/annotation.ts'
import type { Codebook, Localised } from '../../../codebook/codebook.ts'
import type { Block } from '../../../text/blocks.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import { codebookOfSet, type DatasetArticle, type DatasetHeader, type DatasetSet } from '../../dataset.ts'
import { addressIn } from '../shared/address.ts'
import { element, xmlText } from '../shared/xml.ts'

export const TEI = 'http://www.tei-c.org/ns/1.0'

export function teiText(header: DatasetHeader, article: DatasetArticle, set: DatasetSet): string {
  const marks = set.annotations.flatMap((annotation) => annotationXml(annotation, article))
  const isReference = header.annotators.find(({ id }) => id === set.annotator)?.kind === 'reference'
  const list = { 'xml:id': 'reading', resp: '#annotator', type: isReference ? 'reference' : undefined }
  const parts = [
    headerXml(header, article, set),
    ...(marks.length > 0 ? [lines('standOff', {}, lines('listAnnotation', list, ...marks))] : []),
    element('text', { 'xml:lang': article.language }, element('body', { 'xml:id': 'body' }, bodyXml(article))),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines('TEI', { xmlns: TEI }, ...parts)}\n`
}

/** An element whose content stands on lines of its own: only where white space means nothing. */
function lines(name: string, attributes: Parameters<typeof element>[1], ...content: readonly string[]): string {
  return element(name, attributes, `\n${content.join('\n')}\n`)
}

function headerXml(header: DatasetHeader, article: DatasetArticle, set: DatasetSet): string {
  const { title, source } = article
  const reader = element(
    'respStmt',
    {},
    simple('resp', 'annotator'),
    element('name', { 'xml:id': 'annotator' }, xmlText(set.annotator)),
  )
  const author = source.author ? [simple('author', source.author)] : []
  const { id, round, state, reason, activeSeconds, answers } = set
  const facts = { article: article.id, set: id, round, state, reason, activeSeconds, answers }
  return lines(
    'teiHeader',
    {},
    lines(
      'fileDesc',
      {},
      element('titleStmt', {}, simple('title', title), ...author, reader),
      element('publicationStmt', {}, simple('p', header.study.title)),
      element('sourceDesc', {}, sourceXml(article)),
    ),
    lines('encodingDesc', {}, lines('classDecl', {}, ...taxonomies(codebookOfSet(header, set)))),
    element(
      'profileDesc',
      {},
      element('langUsage', {}, element('language', { ident: article.language }, xmlText(article.language))),
    ),
    element('xenoData', { type: 'application/json' }, xmlText(JSON.stringify(facts))),
  )
}

function sourceXml({ title, source }: DatasetArticle): string {
  const { outlet, url, publishedOn, licence } = source
  return element(
    'bibl',
    {},
    simple('title', title),
    ...(outlet ? [simple('publisher', outlet)] : []),
    ...(publishedOn ? [simple('date', publishedOn)] : []),
    ...(url ? [element('ref', { target: addressIn(url) }, xmlText(url))] : []),
    ...(licence ? [element('availability', {}, element('licence', {}, xmlText(licence)))] : []),
  )
}

function taxonomies({ tags }: Codebook): string[] {
  const roles = new Map(tags.flatMap((tag) => (tag.roles ?? []).map((role) => [role.id, role] as const)))
  const category = (id: string, label: Localised, definition: Localised = {}) => {
    const texts = Object.entries(label).map(([language, text]) => {
      const more = definition[language] ? [' ', simple('gloss', definition[language])] : []
      return element('catDesc', { 'xml:lang': language }, xmlText(text), ...more)
    })
    return element('category', { 'xml:id': id }, ...texts)
  }
  return [
    lines(
      'taxonomy',
      { 'xml:id': 'codebook' },
      ...tags.map(({ id, label, definition }) => category(`tag-${id}`, label, definition)),
    ),
    ...(roles.size > 0
      ? [
          lines(
            'taxonomy',
            { 'xml:id': 'roles' },
            ...[...roles.values()].map(({ id, label }) => category(`role-${id}`, label)),
          ),
        ]
      : []),
  ]
}

/** The mark, then an annotation for each of its parts, which point to it. */
function annotationXml(annotation: Annotation, article: DatasetArticle): string[] {
  const { id, tag, attributes, confidence, secondTag, note, parts, origin, createdAt, changedAt } = annotation
  const change = (when: string, what: string) => element('change', { when }, what)
  const typed = (type: string, text: string, n?: string) => element('note', { type, n }, xmlText(text))
  const answers = Object.entries(attributes).flatMap(([n, value]) =>
    [value].flat().map((one) => typed('attribute', String(one), n)),
  )
  const name = `n-${id}`
  return [
    element(
      'annotation',
      {
        ...{ 'xml:id': name, motivation: 'classifying', target: pointer(article, annotation) },
        ...{ ana: `#tag-${tag}`, cert: confidence },
      },
      element('revisionDesc', {}, change(createdAt, 'created'), change(changedAt, 'changed')),
      ...answers,
      ...(secondTag ? [typed('second-tag', secondTag)] : []),
      ...(note ? [typed('comment', note)] : []),
      ...(origin === 'annotator' ? [] : [typed('origin', origin)]),
    ),
    ...parts.map((part, index) => partXml(part, `p-${id}-${index + 1}`, name, article)),
  ]
}

function partXml(part: Part, id: string, main: string, article: DatasetArticle): string {
  const attributes = { 'xml:id': id, motivation: 'linking', target: pointer(article, part), ana: `#role-${part.role}` }
  return element('annotation', attributes, element('ptr', { type: 'main', target: `#${main}` }))
}

/** From the beginning of the block in which a span begins, or of the body: so that little has to stay as it is. */
function pointer({ blocks }: DatasetArticle, { start, end }: Span): string {
  const block = blocks.findIndex((block) => block.start <= start && start < block.end)
  const [name, from] = block === -1 ? ['body', 0] : [`b${block + 1}`, blocks[block]!.start]
  return `#string-range(${name},${start - from},${end - start})`
}

/** Nothing is indented: the text of the element is the body. */
function bodyXml({ body, blocks }: DatasetArticle): string {
  let xml = ''
  let at = 0
  // Headings come first in TEI, or not at all.
  let mayHead = true
  const add = (piece: string) => {
    xml += piece
    mayHead &&= !/^<(?:ab|p)\b/.test(piece)
  }
  for (const [index, block] of blocks.entries()) {
    add(spaceXml(body.slice(at, block.start)))
    add(blockXml(body, block, `b${index + 1}`, mayHead))
    at = block.end
  }
  add(spaceXml(body.slice(at, body.length)))
  // A text has one paragraph at least.
  return mayHead ? `${xml}${element('ab', { type: 'space' })}` : xml
}

/** Between blocks XML allows only its own white space; any other stands in a block that is none to us. */
function spaceXml(space: string): string {
  return /^[ \t\n]*$/.test(space) ? xmlText(space) : element('ab', { type: 'space' }, xmlText(space))
}

function blockXml(body: IndexedText, { kind, start, end }: Block, id: string, mayHead: boolean): string {
  const text = xmlText(body.slice(start, end))
  if (kind === 'headline' && mayHead) return element('head', { 'xml:id': id }, text)
  if (kind === 'paragraph') return element('p', { 'xml:id': id }, text)
  return element('ab', { 'xml:id': id, type: kind }, text)
}

function simple(name: string, text: string): string {
  return element(name, {}, xmlText(text))
}
