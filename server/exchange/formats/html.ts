/** Writes `html`: articles with their marks as one page that needs nothing else. Manual: html.md. */
import { type Annotation, quoted } from '../../annotations/annotation.ts'
import { markTrees, type TreeNode } from '../../annotations/mark-tree.ts'
import { type Codebook, findTag, inLanguage } from '../../codebook/codebook.ts'
import type { Block } from '../../text/blocks.ts'
import { codebookOfSet, type Dataset, type DatasetArticle, type DatasetHeader, type DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { valuesOf } from './shared/annotation-table.ts'
import { htmlText, PAGE_STYLES, tagRules } from './shared/html-page.ts'
import { WITHOUT } from './shared/omissions.ts'

export const html: FileFormat = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  files: 'one',
  holds: 'articles',
  needsText: true,
  omissions: [
    ...[WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['set-id'], WITHOUT['active-seconds']],
    ...[WITHOUT['annotation-id'], WITHOUT.origin, WITHOUT.time],
  ],
  write,
}

const WORDS = {
  de: {
    nothing: 'Nichts markiert.',
    unread: 'Von niemandem gelesen.',
    second: 'auch möglich',
    confidence: 'Sicherheit',
    states: { new: 'neu', 'in-progress': 'begonnen', finished: 'fertig', skipped: 'übersprungen' },
    levels: { high: 'hoch', medium: 'mittel', low: 'gering' },
  },
  en: {
    nothing: 'Nothing is marked.',
    unread: 'Read by nobody.',
    second: 'would fit too',
    confidence: 'confidence',
    states: { new: 'new', 'in-progress': 'in progress', finished: 'finished', skipped: 'skipped' },
    levels: { high: 'high', medium: 'medium', low: 'low' },
  },
} as const

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  const language = header.study.language?.startsWith('de') ? 'de' : 'en'
  const title = htmlText(header.study.title)
  yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${title}</title>\n<style>\n${PAGE_STYLES}${tagRules(header.codebooks)}</style>\n</head>\n<body>\n<header><h1>${title}</h1>${header.study.description ? `<p>${htmlText(header.study.description)}</p>` : ''}${legend(header, language)}</header>\n<main>\n`
  for await (const article of articles) yield articleOf(header, article, language)
  yield `</main>\n<footer><p>${htmlText(header.generator)}, ${htmlText(header.exportedAt.slice(0, 10))}</p></footer>\n</body>\n</html>\n`
}

type Language = keyof typeof WORDS

function legend({ codebooks }: DatasetHeader, language: Language): string {
  const tags = new Map(codebooks.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag]))
  const items = [...tags.values()].map(
    ({ id, label }) => `<li><mark class="tag-${id}">${htmlText(inLanguage(label, language))}</mark></li>`,
  )
  return `<ul class="legend">${items.join('')}</ul>`
}

function articleOf(header: DatasetHeader, article: DatasetArticle, language: Language): string {
  const { title, source, annotationSets } = article
  const origin = [source.outlet, source.author, source.publishedOn, source.url, source.licence].filter(
    (text) => text !== undefined,
  )
  const readings =
    annotationSets.length > 0
      ? annotationSets.map((set) => readingOf(header, article, set, language)).join('')
      : `<p>${WORDS[language].unread}</p>${textOf(article, []).join('\n')}`
  return `<article lang="${htmlText(article.language)}">\n<h2 dir="auto">${htmlText(title)}</h2>\n${origin.length > 0 ? `<p class="source" dir="auto">${htmlText(origin.join(' · '))}</p>\n` : ''}${readings}</article>\n`
}

function readingOf(header: DatasetHeader, article: DatasetArticle, set: DatasetSet, language: Language): string {
  const words = WORDS[language]
  const round = header.rounds.find(({ id }) => id === set.round)?.title ?? ''
  const said = [`${set.annotator}`, round, words.states[set.state], set.reason].filter(Boolean).join(' · ')
  const codebook = codebookOfSet(header, set)
  const notes = set.annotations.map((annotation) => noteOf(article, annotation, codebook, language))
  const answers = Object.entries(set.answers ?? {}).map(
    ([id, value]) =>
      `<p dir="auto">${htmlText(`${labelOf(codebook.questions, id, language)}: ${answerText(codebook.questions, id, value, language)}`)}</p>`,
  )
  const list = notes.length > 0 ? `<ol class="notes">\n${notes.join('\n')}\n</ol>` : `<p>${words.nothing}</p>`
  return `<section>\n<h3 dir="auto">${htmlText(said)}</h3>\n${textOf(article, set.annotations).join('\n')}\n${answers.join('\n')}${list}\n</section>\n`
}

/** The blocks with their marks; the number of each mark's note stands where it ends. */
function textOf({ body, blocks }: DatasetArticle, annotations: readonly Annotation[]): string[] {
  const numbers = new Map(annotations.map(({ id }, index) => [id, index + 1]))
  const drawn = annotations.map(({ id, tag, start, end, parts }) => ({ id, tag, start, end, parts }))
  return markTrees(body, blocks, drawn).map((nodes, place) => {
    const name = ELEMENTS[blocks[place]!.kind] ?? 'p'
    return `<${name} dir="auto" class="${blocks[place]!.kind}">${nodes.map((node) => nodeOf(node, numbers)).join('')}</${name}>`
  })
}
const ELEMENTS: Partial<Record<Block['kind'], string>> = { headline: 'h4', heading: 'h5', quote: 'blockquote' }

function nodeOf(node: TreeNode, numbers: ReadonlyMap<string, number>): string {
  if ('words' in node) {
    const text = htmlText(node.words.filter((word) => typeof word === 'string').join(''))
    return node.roles.length > 0
      ? `<span class="${node.roles.map((role) => `role-${role}`).join(' ')}">${text}</span>`
      : text
  }
  const { annotation, children, ends } = node
  const number = ends ? `<sup>${numbers.get(annotation.id)}</sup>` : ''
  return `<mark class="tag-${annotation.tag}">${children.map((child) => nodeOf(child, numbers)).join('')}${number}</mark>`
}

function noteOf({ body }: DatasetArticle, annotation: Annotation, codebook: Codebook, language: Language): string {
  const { tag, quote, attributes = {}, confidence, secondTag, note, parts = [] } = quoted(annotation, body)
  const words = WORDS[language]
  const name = (id: string) => labelOf(codebook.tags, id, language)
  const questions = findTag(codebook, tag)?.attributes
  const roles = findTag(codebook, tag)?.roles
  const said = [
    ...Object.entries(attributes).map(
      ([id, value]) => `${labelOf(questions, id, language)}: ${answerText(questions, id, value, language)}`,
    ),
    ...parts.map(({ role, quote }) => `${labelOf(roles, role, language)}: „${quote}“`),
    ...(confidence ? [`${words.confidence}: ${words.levels[confidence]}`] : []),
    ...(secondTag ? [`${words.second}: ${name(secondTag)}`] : []),
  ]
  const details = said.length > 0 ? `<br><span class="details" dir="auto">${htmlText(said.join(' · '))}</span>` : ''
  return `<li><mark class="tag-${tag}">${htmlText(name(tag))}</mark> <q dir="auto">${htmlText(quote)}</q>${details}${note ? `<p dir="auto">${htmlText(note)}</p>` : ''}</li>`
}

type Labelled = readonly { readonly id: string; readonly label: Codebook['title'] }[]

function labelOf(items: Labelled | undefined, id: string, language: string): string {
  const label = items?.find((item) => item.id === id)?.label
  return label ? inLanguage(label, language) : id
}

function answerText(
  questions: Codebook['questions'],
  id: string,
  value: Parameters<typeof valuesOf>[0],
  language: Language,
): string {
  const question = questions?.find((question) => question.id === id)
  if (typeof value === 'boolean') return YES_NO[language][Number(value)]!
  return valuesOf(value)
    .map((choice) => labelOf(question?.choices, choice, language))
    .join(', ')
}
const YES_NO = { de: ['nein', 'ja'], en: ['no', 'yes'] } as const
