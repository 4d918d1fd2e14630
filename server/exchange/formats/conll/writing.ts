/** One reading of one article → CoNLL-U Plus: a token a line, a column for each tag and role. */

import type { Annotation } from '../../../annotations/annotation.ts'
import type { Codebook } from '../../../codebook/codebook.ts'
import { countWhere } from '../../../text/count-where.ts'
import type { Span } from '../../../text/span.ts'
import type { Utf16Range } from '../../../text/words.ts'
import type { DatasetArticle } from '../../dataset.ts'
import { asciiJson } from '../shared/side-channel.ts'
import { tokenSentences } from '../shared/token-rows.ts'

/** A token with its positions in code points. */
interface Token extends Span {
  readonly form: string
  /** The white space up to the next one. */
  readonly after: string
}

/** The comment in front of a sentence that holds what columns cannot say of a mark that begins in it. */
export const MARK = '# lesart = '

export function conllText(article: DatasetArticle, all: readonly Annotation[], codebooks: readonly Codebook[]): string {
  // A mark without a token has no place, and neither have its parts.
  const annotations = all.filter(({ start, end }) => /\P{White_Space}/u.test(article.body.slice(start, end)))
  const sentences = sentencesOf(article)
  const tokens = sentences.flat()
  const tags = codebooks.flatMap((codebook) => codebook.tags)
  const roles = tags.flatMap(({ roles = [] }) => roles)
  const parts = annotations.flatMap((mark) => mark.parts)
  const columns = [
    ...columnsFor(
      'TAG',
      tags,
      tokens,
      Map.groupBy(annotations, ({ tag }) => tag),
    ),
    ...columnsFor(
      'ROLE',
      roles,
      tokens,
      Map.groupBy(parts, ({ role }) => role),
    ),
  ]
  const marks = Map.groupBy(annotations, (mark) => tokensIn(tokens, mark)[0])
  const lead = article.body.slice(0, tokens[0]?.start ?? article.body.length)
  const lines = [
    `# global.columns = ${['ID', 'FORM', 'START', 'END', ...columns.map(({ name }) => name), 'MISC'].join(' ')}`,
  ]
  let at = 0
  for (const [number, sentence] of sentences.entries()) {
    if (number === 0) lines.push(`# newdoc id = ${article.id}`)
    lines.push(...comments(article, sentence, number + 1))
    for (const place of sentence.keys()) lines.push(...(marks.get(at + place) ?? []).map(markComment))
    for (const [place, token] of sentence.entries()) {
      const labels = columns.map(({ labels }) => labels[at + place]!)
      const space = misc(token, at + place === 0 ? lead : '')
      lines.push([place + 1, token.form, token.start, token.end, ...labels, space].join('\t'))
    }
    lines.push('')
    at += sentence.length
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** What columns cannot say of a mark. It counts only where they say the same of it. */
function markComment({
  id,
  tag,
  start,
  end,
  attributes,
  confidence,
  secondTag,
  note,
  parts,
  origin,
  createdAt,
  changedAt,
}: Annotation): string {
  const content = { tag, span: [start, end], parts: parts.map(({ role, start, end }) => [role, start, end]) }
  return MARK + asciiJson({ ...content, attributes, confidence, secondTag, note, id, origin, createdAt, changedAt })
}

/** The white space around a token, where it is not one space after it. */
function misc({ after }: Token, before: string): string {
  const said = [
    ...(before === '' ? [] : [`SpacesBefore=${escapedSpace(before)}`]),
    ...(after === '' ? ['SpaceAfter=No'] : after === ' ' ? [] : [`SpacesAfter=${escapedSpace(after)}`]),
  ]
  return said.join('|') || '_'
}

function escapedSpace(space: string): string {
  return space.replace(/./gsu, (sign) => SPACES[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

const SPACES: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '\n': '\\n' }

/** Tokens are cut where anybody's span begins or ends, so that all readings of an article have the same ones. */
function sentencesOf({ body, blocks, annotationSets }: DatasetArticle): Token[][] {
  const spans = annotationSets.flatMap(({ annotations }) => annotations.flatMap((mark) => [mark, ...mark.parts]))
  const cuts = new Set(spans.flatMap(({ start, end }) => [start, end]))
  const sentences = tokenSentences(body, blocks, cuts)
  const starts = sentences.flat().map(({ startUtf16 }) => startUtf16)
  let next = 0
  return sentences.map((sentence) =>
    sentence.map(({ startUtf16, endUtf16 }: Utf16Range) => ({
      start: body.toCodePoints(startUtf16),
      end: body.toCodePoints(endUtf16),
      form: body.text.slice(startUtf16, endUtf16),
      after: body.text.slice(endUtf16, starts[++next] ?? body.text.length),
    })),
  )
}

interface ColumnOfLabels {
  readonly name: string
  readonly labels: readonly string[]
}

/** A column for each id; spans of one that overlap need further ones, where the longest stands in the first. */
function columnsFor(
  prefix: string,
  items: readonly { readonly id: string }[],
  tokens: readonly Token[],
  spans: ReadonlyMap<string, readonly Span[]>,
): ColumnOfLabels[] {
  return [...new Set(items.map(({ id }) => id))].flatMap((id) => {
    const columns: string[][] = [tokens.map(() => 'O')]
    const longestFirst = (spans.get(id) ?? []).toSorted((a, b) => b.end - b.start - (a.end - a.start))
    for (const span of longestFirst) {
      const [from, to] = tokensIn(tokens, span)
      const isFree = (labels: string[]) => labels.slice(from, to).every((label) => label === 'O')
      if (from < to && !columns.some(isFree)) columns.push(tokens.map(() => 'O'))
      const column = columns.find(isFree)!
      for (let at = from; at < to; at++) column[at] = `${at === from ? 'B' : 'I'}-${id}`
    }
    return columns.map((labels, index) => ({ name: `${prefix}:${id}${index === 0 ? '' : `_${index + 1}`}`, labels }))
  })
}

/** The half-open range of the tokens that lie in a span. */
function tokensIn(tokens: readonly Token[], { start, end }: Span): [number, number] {
  const from = countWhere(tokens.length, (k) => tokens[k]!.end <= start)
  let to = from
  while (to < tokens.length && tokens[to]!.start < end) to++
  return [from, to]
}

function comments({ body, blocks }: DatasetArticle, sentence: readonly Token[], number: number): string[] {
  const [first, last] = [sentence[0]!, sentence.at(-1)!]
  const place = blocks.findIndex(({ start, end }) => start <= first.start && first.end <= end)
  const isFirst = place !== -1 && body.slice(blocks[place]!.start, first.start).trim() === ''
  const words = body.slice(first.start, last.end).replace(/\p{White_Space}+/gu, ' ')
  return [
    ...(isFirst ? [`# newpar id = ${blocks[place]!.kind}-${place + 1}`] : []),
    `# sent_id = ${number}`,
    `# text = ${words}`,
  ]
}
