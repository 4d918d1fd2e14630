/** Writes `lesart`, version 1: JSON Lines in which the same content is always the same bytes. Manual: lesart.md. */
import { type Annotation, quoted } from '../../annotations/annotation.ts'
import { newSha256 } from '../../digest.ts'
import type { IndexedText } from '../../text/code-points.ts'
import type { Dataset, DatasetArticle, DatasetHeader } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { readLesart } from './lesart-reader.ts'

export const lesart: FileFormat = {
  id: 'lesart',
  extension: 'lesart.jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  files: 'one',
  omissions: [],
  recognises: (sample) => sample.files === 'one' && isLesart(sample),
  write,
  read: readLesart,
}

/** By its name, or by what its first line is. */
function isLesart({ name, head }: { readonly name: string; readonly head: string }): boolean {
  if (name.endsWith('.lesart.jsonl')) return true
  return head.startsWith('{') && /"type"\s*:\s*"dataset"|"format"\s*:\s*"lesart"/.test(head)
}

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  const sum = newSha256()
  let count = 0
  let annotations = 0
  const line = (content: object): string => {
    const text = `${JSON.stringify(content)}\n`
    sum.update(text, 'utf8')
    return text
  }
  yield line(headerLine(header))
  for await (const article of articles) {
    count++
    for (const set of article.annotationSets) annotations += set.annotations.length
    yield line(articleLine(article))
  }
  yield `${JSON.stringify({ type: 'end', articles: count, annotations, sha256: sum.digest('hex') })}\n`
}

/** Keys stand in the format's order; JSON leaves out what is undefined. */
function headerLine({ exportedAt, generator, study, codebooks, annotators, rounds }: DatasetHeader): object {
  return {
    type: 'dataset',
    format: 'lesart',
    version: 1,
    exportedAt,
    generator,
    study: { id: study.id, title: study.title, description: study.description, language: study.language },
    codebooks,
    annotators: annotators.map(({ id, uuid, kind, name }) => ({ id, uuid, kind, name })),
    rounds: rounds.map(({ id, title, kind, codebook, codebookVersion }) => ({
      id,
      title,
      kind,
      codebook,
      codebookVersion,
    })),
  }
}

function articleLine(article: DatasetArticle): object {
  const { outlet, author, url, publishedOn, licence } = article.source
  return {
    type: 'article',
    id: article.id,
    language: article.language,
    title: article.title,
    source: { outlet, author, url, publishedOn, licence },
    ...(article.isWithheld ? { length: article.body.length } : { body: article.body.text }),
    sha256: article.sha256 || undefined,
    blocks: article.blocks.map(({ kind, start, end }) => ({ kind, start, end })),
    annotationSets: article.annotationSets.map((set) => ({
      id: set.id,
      round: set.round,
      annotator: set.annotator,
      state: set.state,
      reason: set.reason,
      answers: set.answers,
      activeSeconds: set.activeSeconds,
      annotations: set.annotations.map((annotation) => annotationEntry(annotation, article.body)),
    })),
  }
}

function annotationEntry(annotation: Annotation, body: IndexedText): object {
  const { id, tag, start, end, quote, attributes, confidence, secondTag, note, parts, origin, createdAt, changedAt } =
    quoted(annotation, body)
  return { id, tag, start, end, quote, attributes, confidence, secondTag, note, parts, origin, createdAt, changedAt }
}
