/** Writes `prodigy`: a task for each article and annotator. Manual: prodigy.md. */
import { quoted } from '../../annotations/annotation.ts'
import { countWhere } from '../../text/count-where.ts'
import type { Span } from '../../text/span.ts'
import type { DatasetArticle, DatasetSet } from '../dataset.ts'
import { articleMeta } from './shared/article-meta.ts'
import { linePerReading } from './shared/line-per-reading.ts'
import { WITHOUT } from './shared/omissions.ts'
import { sidecarOf } from './shared/sidecar.ts'
import { BLANK_ENDS, type SpacyToken, spacyTokens, trimmed } from './shared/spacy-tokens.ts'

export const prodigy = linePerReading('prodigy', taskOf, [WITHOUT.block, BLANK_ENDS])

interface Placed extends Span {
  readonly token_start: number
  /** The last one, as Prodigy counts. */
  readonly token_end: number
  readonly label: string
}

function taskOf(article: DatasetArticle, set: DatasetSet): object {
  const { body } = article
  const annotations = set.annotations.map((annotation) => quoted(annotation, body))
  const all = annotations.flatMap((annotation) => [annotation, ...(annotation.parts ?? [])])
  const spans = all.flatMap(({ start, end }) => trimmed(body, { start, end }) ?? [])
  const tokens = spacyTokens(body, spans)
  const placed = (label: string, { start, end }: Span): Placed | undefined => {
    const span = trimmed(body, { start, end })
    return span && { ...span, ...tokensIn(tokens, span), label }
  }
  const { round, annotator, state, reason, answers } = set
  return {
    text: body.text,
    meta: { title: article.title, ...(article.source.outlet && { outlet: article.source.outlet }) },
    tokens: tokens.map(({ start, end, hasSpace }, id) => ({
      text: body.slice(start, end),
      start,
      end,
      id,
      ws: hasSpace,
    })),
    spans: annotations.flatMap((annotation) => {
      const { tag, parts = [] } = annotation
      const main = placed(tag, annotation)
      const others = parts.flatMap((part) => placed(`${tag}.${part.role}`, part) ?? [])
      return [...(main ? [{ ...main, ...sidecarOf(annotation) }] : []), ...others]
    }),
    relations: annotations.flatMap((annotation) => {
      const head = placed(annotation.tag, annotation)
      if (!head) return []
      return (annotation.parts ?? []).flatMap((part) => {
        const child = placed(`${annotation.tag}.${part.role}`, part)
        return child ? [relation(part.role, head, child)] : []
      })
    }),
    answer: state === 'skipped' ? 'ignore' : 'accept',
    _view_id: 'spans_manual',
    _annotator_id: annotator,
    _session_id: annotator,
    ...articleMeta(article),
    lesart: { round, state, reason, answers },
  }
}

/** A phrase is named by its last token. */
function relation(label: string, head: Placed, child: Placed): object {
  return { head: head.token_end, child: child.token_end, label, head_span: head, child_span: child }
}

function tokensIn(tokens: readonly SpacyToken[], { start, end }: Span): { token_start: number; token_end: number } {
  return { token_start: firstFrom(tokens, start), token_end: firstFrom(tokens, end) - 1 }
}

/** The first token that begins at a position or after it. */
function firstFrom(tokens: readonly SpacyToken[], position: number): number {
  return countWhere(tokens.length, (k) => tokens[k]!.start < position)
}
