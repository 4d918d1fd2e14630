/** Writes `spacy`: a Doc as JSON for each article and annotator, with span groups. Manual: spacy.md. */
import { quoted } from '../../annotations/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { DatasetArticle, DatasetSet } from '../dataset.ts'
import { articleMeta } from './shared/article-meta.ts'
import { linePerReading } from './shared/line-per-reading.ts'
import { sidecarOf } from './shared/sidecar.ts'
import { BLANK_ENDS, spacyTokens, trimmed } from './shared/spacy-tokens.ts'

export const spacy = linePerReading('spacy', docOf, [BLANK_ENDS])

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
