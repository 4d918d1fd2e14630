/** Writes and reads `label-studio`: tasks with annotations, and the labelling config beside them. Manual: label-studio.md. */
import { type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import type { AttributeValue } from '../../codebook/codebook.ts'
import type { Dataset, DatasetArticle, DatasetHeader, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { configOf } from './label-studio-config.ts'
import { isLabelStudio, readLabelStudio, readLabelStudioFolder } from './label-studio-reader.ts'
import { articleMeta, blockRows } from './shared/article-meta.ts'
import { WITHOUT } from './shared/omissions.ts'

/** Whoever is known by a pseudonym gets an address that can belong to nobody. */
export const ADDRESS = '@lesart.invalid'

export const labelStudio: FileFormat = {
  id: 'label-studio',
  extension: 'label-studio.json',
  mediaType: 'application/json; charset=utf-8',
  files: 'one',
  holds: 'articles',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details'], WITHOUT.round],
    {
      what: 'state',
      inArticle: ({ annotationSets }) =>
        annotationSets.filter(({ state }) => state === 'new' || state === 'in-progress').length,
    },
    ...[WITHOUT['set-id'], WITHOUT.reason, WITHOUT.origin, WITHOUT.time],
  ],
  write,
  beside: ({ header }) => [{ path: 'config.xml', content: configOf(header) }],
  read: readLabelStudio,
  readFolder: readLabelStudioFolder,
  recognises: isLabelStudio,
}

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  let separator = '[\n'
  for await (const article of articles) {
    yield separator + JSON.stringify(taskOf(header, article))
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

function taskOf(header: DatasetHeader, article: DatasetArticle): object {
  return {
    data: { text: article.body.text, ...articleMeta(article), lesart_blocks: JSON.stringify(blockRows(article)) },
    annotations: article.annotationSets.map((set) => annotationOf(header, article, set)),
  }
}

function annotationOf({ annotators, rounds }: DatasetHeader, article: DatasetArticle, set: DatasetSet): object {
  const kind = annotators.find(({ id }) => id === set.annotator)?.kind
  const isReference = kind === 'reference' || rounds.find(({ id }) => id === set.round)?.kind === 'reference'
  return {
    completed_by: { email: `${encodeURIComponent(set.annotator)}${ADDRESS}` },
    was_cancelled: set.state === 'skipped',
    ground_truth: isReference,
    ...(set.activeSeconds !== undefined && { lead_time: set.activeSeconds }),
    result: [
      ...set.annotations.flatMap((annotation) => regionsOf(quoted(annotation, article.body))),
      ...answersOf(set),
    ],
  }
}

const AT = { to_name: 'text' } as const

/** One result for each control; those of one region have its id and its place. */
function regionsOf(annotation: QuotedAnnotation): object[] {
  const { id, tag, start, end, quote, attributes = {}, confidence, secondTag, note, parts = [] } = annotation
  const place = { start, end, text: quote }
  const control = (name: string, type: string, value: object) => ({ id, from_name: name, ...AT, type, value })
  const choice = (name: string, chosen: readonly string[]) => control(name, 'choices', { start, end, choices: chosen })
  return [
    control('label', 'labels', { ...place, labels: [tag] }),
    ...Object.entries(attributes).map(([attribute, value]) => {
      const { type, ...answer } = answerOf(value)
      return control(`${tag}.${attribute}`, type, { start, end, ...answer })
    }),
    ...(confidence ? [choice('confidence', [confidence])] : []),
    ...(secondTag ? [choice('second-tag', [secondTag])] : []),
    ...(note ? [control('note', 'textarea', { start, end, text: [note] })] : []),
    ...parts.flatMap(({ role, start, end, quote }, index) => {
      const partId = `${id}_${index + 1}`
      const value = { start, end, text: quote, labels: [role] }
      return [
        { id: partId, from_name: 'role', ...AT, type: 'labels', value },
        { type: 'relation', from_id: id, to_id: partId, direction: 'right', labels: [role] },
      ]
    }),
  ]
}

/** Choices are lists there, yes-no is a choice of two, a scale a number, a text a list of texts. */
function answerOf(value: AttributeValue): { readonly type: string } & Record<string, unknown> {
  if (typeof value === 'number') return { type: 'number', number: value }
  if (typeof value === 'boolean') return { type: 'choices', choices: [String(value)] }
  if (Array.isArray(value)) return { type: 'choices', choices: value }
  return KEBAB.test(value as string) ? { type: 'choices', choices: [value] } : { type: 'textarea', text: [value] }
}
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/

function answersOf({ id, answers = {} }: DatasetSet): object[] {
  return Object.entries(answers).map(([question, value]) => {
    const { type, ...answer } = answerOf(value)
    return { id: `${id}_${question}`, from_name: `article.${question}`, ...AT, type, value: answer }
  })
}
