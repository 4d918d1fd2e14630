/** Reads `lesart`, version 1: any key order and white space, but nothing that is damaged or does not fit together. */
import type { z } from 'zod'
import { type Annotation, compareAnnotations } from '../../annotations/annotation.ts'
import { codebookFaults, orderedJudgement } from '../../annotations/judgement-rules.ts'
import { answerFaults, orderedAnswers } from '../../codebook/answers.ts'
import { type Answers, type Codebook, findTag } from '../../codebook/codebook.ts'
import { newSha256, sha256 } from '../../digest.ts'
import { blocksFault } from '../../text/blocks.ts'
import { canonical } from '../../text/canonical.ts'
import { type IndexedText, indexText } from '../../text/code-points.ts'
import type { Span } from '../../text/span.ts'
import { reasonsOf } from '../../web/reasons.ts'
import { codebookOfSet, type DatasetArticle, type DatasetHeader, type DatasetSet, withheldText } from '../dataset.ts'
import type { DatasetItem } from '../format.ts'
import { DamagedFile, isBlank, linesOf, parseLine } from './lesart-lines.ts'
import {
  type AnnotationEntry,
  type ArticleLine,
  articleLine,
  type EndLine,
  endLine,
  headerLine,
  type SetEntry,
} from './lesart-schema.ts'
import { IdSet } from './shared/id-set.ts'

/**
 * Bytes → the dataset's header, then its articles one by one. What was yielded counts only once the reader has come to
 * its end without throwing: the last line proves that nothing is missing. Throws DamagedFile.
 */
export async function* readLesart(bytes: AsyncIterable<Uint8Array>): AsyncIterable<DatasetItem> {
  const sum = newSha256()
  const seen = new IdSet()
  let header: DatasetHeader | undefined
  let end: EndLine | undefined
  let number = 0
  const count = { articles: 0, annotations: 0 }
  for await (const raw of linesOf(bytes)) {
    number++
    if (isBlank(raw)) {
      if (!end) sum.update(raw)
      continue
    }
    if (end) throw new DamagedFile(number, 'there is something after the last line; take the file as it was exported')
    const content = parseLine(number, raw)
    if (!header) {
      header = checked(number, headerLine, content)
      yield* droppedKeys(number, content, header)
      checkHeader(number, header)
      yield { type: 'header', line: number, header }
    } else if (content.type === 'article') {
      const parsed = checked(number, articleLine, content)
      yield* droppedKeys(number, content, parsed)
      const article = articleOf(number, header, parsed, seen)
      count.articles++
      for (const set of article.annotationSets) count.annotations += set.annotations.length
      yield { type: 'article', line: number, article }
    } else {
      end = checked(number, endLine, content)
      checkEnd(number, end, { ...count, sha256: sum.digest('hex') })
    }
    if (!end) sum.update(raw)
  }
  if (!end)
    throw new DamagedFile(
      number || 1,
      'the last line is missing: the file is cut off; take it again from where it was exported',
    )
}

function checkEnd(number: number, end: EndLine, found: Omit<EndLine, 'type'>): void {
  if (end.sha256 !== found.sha256)
    throw new DamagedFile(
      number,
      'sha256: the lines before this one have been changed; take the file as it was exported',
    )
  if (end.articles !== found.articles)
    throw new DamagedFile(number, `articles: ${end.articles} are announced, ${found.articles} are there`)
  if (end.annotations !== found.annotations)
    throw new DamagedFile(number, `annotations: ${end.annotations} are announced, ${found.annotations} are there`)
}

function checked<T>(number: number, schema: z.ZodType<T>, content: unknown): T {
  const result = schema.safeParse(content, { reportInput: true })
  if (result.success) return result.data
  const [path, reason] = Object.entries(reasonsOf(result.error))[0]!
  throw new DamagedFile(number, `${path || 'line'}: ${reason}`)
}

/** A warning for each key that the schema does not know. */
function* droppedKeys(
  line: number,
  content: unknown,
  parsed: unknown,
  path: readonly string[] = [],
): Generator<DatasetItem> {
  if (typeof content !== 'object' || content === null || typeof parsed !== 'object' || parsed === null) return
  for (const [key, value] of Object.entries(content)) {
    const kept = Object.hasOwn(parsed, key) ? (parsed as Record<string, unknown>)[key] : undefined
    if (kept === undefined)
      yield { type: 'warning', line, message: `${[...path, key].join('.')}: this key is not known and was left out` }
    else yield* droppedKeys(line, value, kept, [...path, key])
  }
}

export function checkHeader(number: number, header: DatasetHeader): void {
  refuseRepeated(
    number,
    'rounds',
    header.rounds.map(({ id }) => id),
  )
  refuseRepeated(
    number,
    'annotators',
    header.annotators.map(({ id }) => id),
  )
  refuseRepeated(
    number,
    'annotators',
    header.annotators.map(({ uuid }) => uuid),
  )
  refuseRepeated(
    number,
    'codebooks',
    header.codebooks.map(({ id, version }) => `${id} version ${version}`),
  )
  for (const [index, round] of header.rounds.entries())
    if (!header.codebooks.some(({ id, version }) => id === round.codebook && version === round.codebookVersion))
      throw new DamagedFile(
        number,
        `rounds.${index}.codebook: version ${round.codebookVersion} of this codebook is not in the file`,
      )
}

function refuseRepeated(number: number, path: string, ids: readonly string[]): void {
  const repeated = ids.find((id, index) => ids.indexOf(id) < index)
  if (repeated !== undefined) throw new DamagedFile(number, `${path}: ${repeated} stands there twice`)
}

function articleOf(number: number, header: DatasetHeader, line: ArticleLine, seen: IdSet): DatasetArticle {
  const { id, language, title, source, blocks } = line
  const text = line.body === undefined ? textWithheld(number, line) : textOf(number, line.body, line)
  refuseSeen(number, 'id', id, seen)
  const owners = line.annotationSets.map(({ round, annotator }) => `the reading of ${annotator} in round ${round}`)
  refuseRepeated(number, 'annotationSets', owners)
  const annotationSets = line.annotationSets.map((set, index) =>
    setOf(number, `annotationSets.${index}`, header, set, text.body, seen),
  )
  return { id, language, title, source, ...text, blocks, annotationSets }
}

type Text = Pick<DatasetArticle, 'body' | 'sha256' | 'isWithheld'>

function textOf(number: number, body: string, { sha256: claimed, blocks }: ArticleLine): Text {
  if (sha256(body) !== claimed) throw new DamagedFile(number, 'sha256: the body has been changed')
  if (body !== canonical(body)) throw new DamagedFile(number, 'body: it begins with a byte order mark')
  const fault = blocksFault(body, blocks)
  if (fault) throw new DamagedFile(number, `blocks.${fault.block}: ${fault.fault}`)
  return { body: indexText(body), sha256: claimed }
}

/** For whatever rights there are in it: then the length stands there, and what quotes say is all that is known. */
function textWithheld(number: number, { length, sha256: claimed = '', blocks, annotationSets }: ArticleLine): Text {
  if (length === undefined) throw new DamagedFile(number, 'body: missing, and no length stands in its place')
  const outside = blocks.findIndex(
    ({ start, end }, index) => start >= end || end > length || start < (blocks[index - 1]?.end ?? 0),
  )
  if (outside !== -1) throw new DamagedFile(number, `blocks.${outside}: outside-text`)
  const annotations = annotationSets.flatMap(({ annotations }) => annotations)
  const quotes = annotations.flatMap((annotation) => [annotation, ...(annotation.parts ?? [])])
  return { body: withheldText(length, quotes), sha256: claimed, isWithheld: true }
}

function refuseSeen(number: number, path: string, id: string, seen: IdSet): void {
  if (!seen.add(id)) throw new DamagedFile(number, `${path}: ${id} stands in the file twice`)
}

function setOf(
  number: number,
  path: string,
  header: DatasetHeader,
  entry: SetEntry,
  body: IndexedText,
  seen: IdSet,
): DatasetSet {
  if (!header.rounds.some(({ id }) => id === entry.round))
    throw new DamagedFile(number, `${path}.round: there is no such round in line 1`)
  if (!header.annotators.some(({ id }) => id === entry.annotator))
    throw new DamagedFile(number, `${path}.annotator: there is no such annotator in line 1`)
  refuseSeen(number, `${path}.id`, entry.id, seen)
  const codebook = codebookOfSet(header, entry)
  const annotations = entry.annotations.map((annotation, index) => {
    const place = `${path}.annotations.${index}`
    refuseSeen(number, `${place}.id`, annotation.id, seen)
    return annotationOf(number, place, codebook, annotation, body)
  })
  const answers = answersOf(number, path, codebook, entry.answers ?? {})
  return { ...entry, answers, annotations: annotations.sort(compareAnnotations) }
}

/** Answers to the document questions in the codebook's order, or undefined where there are none. */
export function answersOf(
  number: number,
  path: string,
  { questions = [] }: Codebook,
  given: Answers,
): Answers | undefined {
  const fault = Object.entries(answerFaults(questions, given))[0]
  if (fault) throw new DamagedFile(number, `${path}.answers.${fault[0]}: ${fault[1]}`)
  const answers = orderedAnswers(questions, given)
  return Object.keys(answers).length > 0 ? answers : undefined
}

function annotationOf(
  number: number,
  path: string,
  codebook: Codebook,
  entry: AnnotationEntry,
  body: IndexedText,
): Annotation {
  const {
    id,
    tag,
    start,
    end,
    attributes = {},
    confidence,
    secondTag,
    note,
    origin = 'annotator',
    createdAt,
    changedAt,
  } = entry
  checkQuote(number, path, entry, body)
  const parts = (entry.parts ?? []).map((part, index) => {
    checkQuote(number, `${path}.parts.${index}`, part, body)
    return { role: part.role, start: part.start, end: part.end }
  })
  const judgement = { start, end, tag, attributes, parts, confidence, secondTag, note }
  const fault = Object.entries(codebookFaults(codebook, judgement, tag))[0]
  if (fault) throw new DamagedFile(number, `${path}.${fault[0]}: ${fault[1]}`)
  const ordered = orderedJudgement(findTag(codebook, tag)!, judgement)
  return { ...ordered, id, revision: 1, retracted: false, origin, createdAt, changedAt }
}

function checkQuote(number: number, path: string, span: Span & { quote: string }, body: IndexedText): void {
  if (span.start >= span.end || span.end > body.length)
    throw new DamagedFile(
      number,
      `${path}: the span ${span.start} to ${span.end} lies outside the text of ${body.length} code points`,
    )
  const found = body.slice(span.start, span.end)
  if (found !== span.quote)
    throw new DamagedFile(number, `${path}.quote: the text at ${span.start} to ${span.end} is „${found}“`)
}
