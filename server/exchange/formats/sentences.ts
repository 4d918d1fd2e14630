/** Writes `sentences`: a row per sentence of the coded text and annotator. Manual: sentences.md. */
import type { Annotation } from '../../annotations/annotation.ts'
import type { AttributeValue } from '../../codebook/codebook.ts'
import { segments } from '../../text/segments.ts'
import { overlap, type Span } from '../../text/span.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { attributeIds, tagIds } from './shared/header-ids.ts'
import { annotationsWith, WITHOUT } from './shared/omissions.ts'
import { sentencesOf, touching } from './shared/tokens.ts'
import { NOTHING, tsvRow } from './shared/tsv.ts'

export const sentences: FileFormat = {
  id: 'sentences',
  extension: 'sentences.tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  files: 'one',
  holds: 'readings',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details'], WITHOUT.title],
    ...[WITHOUT.language, WITHOUT.source, WITHOUT.block, WITHOUT['article-without-sets'], WITHOUT.round],
    ...[WITHOUT['set-id'], WITHOUT.state, WITHOUT.reason, WITHOUT.answers, WITHOUT['active-seconds']],
    { what: 'span', inArticle: annotationsWith(() => true) },
    ...[WITHOUT['annotation-id'], WITHOUT.part, WITHOUT.confidence, WITHOUT['second-tag'], WITHOUT.note],
    ...[WITHOUT.origin, WITHOUT.time],
  ],
  write,
}

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  const [tags, attributes] = [tagIds(header), attributeIds(header)]
  const shares = tags.map((tag) => `share.${tag}`)
  const questions = attributes.map((id) => `attribute.${id}`)
  yield tsvRow(['article', 'annotator', 'sentence', 'start', 'end', 'text', ...shares, 'marked', ...questions])
  for await (const article of articles) {
    const pieces = sentencesOf(article)
    for (const set of article.annotationSets) yield rowsOf(article, set, pieces, tags, attributes)
  }
}

function rowsOf(
  { id, body }: DatasetArticle,
  { annotator, annotations }: DatasetSet,
  pieces: readonly Span[],
  tags: readonly string[],
  attributes: readonly string[],
): string {
  const marks = touching(pieces, annotations)
  return pieces
    .map((piece, place) => {
      const own = marks[place]!
      const { start, end } = piece
      const ink = (span: Span) => inkOf(body.slice(span.start, span.end))
      return tsvRow([
        ...[id, annotator, String(place + 1), String(start), String(end), body.slice(start, end)],
        ...tags.map((tag) => String(shareOf(own, tag, piece, ink))),
        String(own.length > 0),
        ...attributes.map((attribute) => answersTo(attribute, own)),
      ])
    })
    .join('')
}

/** How much of a sentence is under marks of a tag, white space left out; what lies under two of them counts once. */
function shareOf(marks: readonly Annotation[], tag: string, sentence: Span, ink: (span: Span) => number): number {
  const own = marks.filter((mark) => mark.tag === tag && overlap(mark, sentence))
  if (own.length === 0) return 0
  const covered = segments(own, sentence.start, sentence.end).filter(({ covers }) => covers.length > 0)
  const share = covered.reduce((sum, piece) => sum + ink(piece), 0) / ink(sentence)
  return Math.round(share * 1e6) / 1e6
}

function inkOf(text: string): number {
  let ink = 0
  for (const character of text) if (!/\p{White_Space}/u.test(character)) ink++
  return ink
}

/** All different answers to a question that marks in the sentence have, in the order of the text. */
function answersTo(attribute: string, marks: readonly Annotation[]): string {
  const answers = marks.map(({ attributes }) => attributes[attribute]).filter((value) => value !== undefined)
  return [...new Set(answers.flatMap(valuesOf))].join('|') || NOTHING
}

function valuesOf(value: AttributeValue): string[] {
  return Array.isArray(value) ? [...value] : [String(value)]
}
