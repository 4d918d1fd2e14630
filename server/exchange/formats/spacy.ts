/** Writes `spacy`: a Doc as JSON for each article and annotator, with span groups. Manual: spacy.md. */
import { quoted } from '../../annotations/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { articleMeta } from './shared/article-meta.ts'
import { sumOf, WITHOUT } from './shared/omissions.ts'
import { sidecarOf } from './shared/sidecar.ts'
import { spacyTokens, trimmed } from './shared/spacy-tokens.ts'

export const spacy: FileFormat = {
  id: 'spacy',
  extension: 'spacy.jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  files: 'one',
  holds: 'readings',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details']],
    ...[WITHOUT['article-without-sets'], WITHOUT['set-id'], WITHOUT['active-seconds']],
    { what: 'white-space-at-ends', inArticle: blankEnds },
  ],
  write,
}

/** Spans that begin or end with white space: no token begins there. */
export function blankEnds(article: DatasetArticle): number {
  const isBlank = ({ start, end }: Span) => {
    const span = trimmed(article.body, { start, end })
    return !(span && span.start === start && span.end === end)
  }
  return sumOf((annotation) => [annotation, ...annotation.parts].filter(isBlank).length)(article)
}

async function* write({ articles }: Dataset): AsyncIterable<string> {
  for await (const article of articles)
    for (const set of article.annotationSets) yield `${JSON.stringify(docOf(article, set))}\n`
}

interface Labelled extends Span {
  readonly label: string
  /** Has to be there: it is read unasked. */
  readonly kb_id: string
}

function docOf(article: DatasetArticle, set: DatasetSet): object {
  const { body } = article
  const annotations = set.annotations.map((annotation) => quoted(annotation, body))
  const groups = new Map<string, Labelled[]>([['lesart', []]])
  const put = (group: string, label: string, id: string, { start, end }: Span) => {
    const span = trimmed(body, { start, end })
    if (span) groups.set(group, [...(groups.get(group) ?? []), { ...span, label, kb_id: id }])
  }
  for (const annotation of annotations) {
    put('lesart', annotation.tag, annotation.id, annotation)
    for (const part of annotation.parts ?? []) put(`lesart.${part.role}`, part.role, annotation.id, part)
  }
  for (const block of article.blocks) put('blocks', block.kind, '', block)
  const { round, annotator, state, reason, answers = {} } = set
  const yesNo = Object.entries(answers).filter(([, value]) => typeof value === 'boolean')
  return {
    text: body.text,
    ents: [],
    cats: Object.fromEntries(yesNo.map(([id, value]) => [id, Number(value)])),
    tokens: spacyTokens(body, [...groups.values()].flat()).map(({ start, end }, id) => ({ id, start, end })),
    spans: Object.fromEntries(groups),
    _: {
      lesart: {
        article: articleMeta(article),
        ...{ annotator, round, state, reason, answers },
        annotations: annotations.map((annotation) => ({
          ...sidecarOf(annotation),
          tag: annotation.tag,
          parts: annotation.parts,
        })),
      },
    },
  }
}
