/** Articles of other programs → a dataset with a header made for it: study, codebook, annotators, rounds, and ids. */
import { type Annotation, compareAnnotations } from '../../../annotations/annotation.ts'
import { codebookFaults, orderedJudgement } from '../../../annotations/judgement-rules.ts'
import { answerFaults, orderedAnswers } from '../../../codebook/answers.ts'
import type { AttributeValue, Codebook } from '../../../codebook/codebook.ts'
import { sha256 } from '../../../digest.ts'
import { type Block, blocksFault, plainBlocks } from '../../../text/blocks.ts'
import { textFault } from '../../../text/canonical.ts'
import { compareText } from '../../../text/compare-text.ts'
import type { DatasetAnnotator, DatasetArticle, DatasetHeader, DatasetRound, DatasetSet } from '../../dataset.ts'
import type { DatasetItem } from '../../format.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { answerOfKind } from './answer-kinds.ts'
import type { ForeignAnnotation, ForeignArticle, ForeignSet, ForeignStudy, Warning } from './foreign.ts'
import { ForeignCodebook } from './foreign-codebook.ts'
import { IdSet } from './id-set.ts'
import { keptId, stableId } from './stable-id.ts'

/** When nobody knows: the same file has to come out the same. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'
/** The round of readings that name none. */
const NO_ROUND = ''

/**
 * `items` is called twice: once for the names that the header needs, once for the articles; so nothing is kept.
 * Warnings are handed on the second time. Throws DamagedFile where something cannot be kept or does not fit.
 */
export async function* foreignDataset(
  study: ForeignStudy,
  items: () => AsyncIterable<ForeignArticle | Warning>,
): AsyncIterable<DatasetItem> {
  const making = new Making(study)
  for await (const item of items()) if (item.type === 'article') making.look(item)
  yield { type: 'header', line: 1, header: making.header() }
  for await (const item of items())
    if (item.type === 'warning') yield item
    else yield { type: 'article', file: item.file, line: item.line, article: making.article(item) }
}

class Making {
  readonly #study: ForeignStudy
  readonly #id: string
  readonly #met: ForeignCodebook
  readonly #annotators = new Map<string, DatasetAnnotator>()
  readonly #rounds = new Map<string, DatasetRound>()
  readonly #seen = new IdSet()
  #codebook: Codebook | undefined

  constructor(study: ForeignStudy) {
    this.#study = study
    this.#id = stableId('study', study.format, study.title)
    this.#met = new ForeignCodebook(study)
  }

  look(article: ForeignArticle): void {
    for (const { annotator, kind = 'account', round = NO_ROUND } of article.sets) {
      const where = { line: article.line, file: article.file }
      checkText(annotator, 'annotator', where)
      const uuid = stableId('annotator', this.#id, annotator)
      if (!this.#annotators.has(annotator)) this.#annotators.set(annotator, { id: annotator, uuid, kind })
      if (!this.#rounds.has(round)) this.#rounds.set(round, this.#round(round))
    }
    this.#met.add(article)
  }

  #round(name: string): DatasetRound {
    const id = keptId(name, 'round', this.#id, name)
    const title = name === NO_ROUND ? this.#study.title : id === name ? `Round ${this.#rounds.size + 1}` : name
    return { id, title, kind: 'annotation', codebook: '', codebookVersion: 1 }
  }

  header(): DatasetHeader {
    const { title, language } = this.#study
    const codebook = this.#met.codebook(this.#id)
    this.#codebook = codebook
    if (this.#rounds.size === 0) this.#rounds.set(NO_ROUND, this.#round(NO_ROUND))
    return {
      exportedAt: UNKNOWN_TIME,
      generator: this.#study.format,
      study: { id: this.#id, title, language },
      codebooks: [codebook],
      annotators: [...this.#annotators.values()].sort((a, b) => compareText(a.id, b.id)),
      rounds: [...this.#rounds.values()].map((round) => ({ ...round, codebook: codebook.id })),
    }
  }

  article(found: ForeignArticle): DatasetArticle {
    const { title, language = this.#study.language ?? 'und', source = {}, body, isWithheld } = found
    checkText(title, 'title', found)
    for (const [name, text] of Object.entries(source)) if (text !== undefined) checkText(text, name, found)
    const sum = isWithheld ? (found.sha256 ?? '') : sha256(body.text)
    if (!isWithheld) checkText(body.text, 'text', found)
    const id = keptId(found.id, 'article', this.#id, title, sum, found.id ?? '')
    this.#refuseSeen(id, `the article „${title}“`, found)
    return {
      id,
      language,
      title,
      source,
      body,
      sha256: sum,
      ...(isWithheld && { isWithheld }),
      blocks: blocksOf(found),
      annotationSets: this.#setsOf(found, id),
    }
  }

  #setsOf(article: ForeignArticle, articleId: string): DatasetSet[] {
    const rounds = [...this.#rounds.values()].map(({ id }) => id)
    return article.sets
      .map((set) => this.#setOf(article, articleId, set))
      .sort((a, b) => rounds.indexOf(a.round) - rounds.indexOf(b.round) || compareText(a.annotator, b.annotator))
  }

  #setOf(article: ForeignArticle, articleId: string, set: ForeignSet): DatasetSet {
    const { annotator, state = 'finished', reason, activeSeconds } = set
    const round = this.#rounds.get(set.round ?? NO_ROUND)!.id
    const id = keptId(set.id, 'set', articleId, round, annotator)
    this.#refuseSeen(id, `a reading of „${article.title}“ by ${annotator}`, article)
    const answers = this.#answersOf(set, article)
    const annotations = set.annotations.map((annotation) => this.#annotationOf(article, id, annotation))
    return {
      id,
      round,
      annotator,
      state,
      ...(reason !== undefined && { reason }),
      ...(answers && { answers }),
      ...(activeSeconds !== undefined && { activeSeconds }),
      annotations: annotations.sort(compareAnnotations),
    }
  }

  #answersOf({ answers = {} }: ForeignSet, article: ForeignArticle): DatasetSet['answers'] {
    const { questions = [] } = this.#codebook!
    const given = renamed(answers, (name) => this.#met.questionId(name), questions)
    refuseFault(answerFaults(questions, given), 'answers', article)
    const ordered = orderedAnswers(questions, given)
    return Object.keys(ordered).length > 0 ? ordered : undefined
  }

  #annotationOf(article: ForeignArticle, setId: string, found: ForeignAnnotation): Annotation {
    const where = { file: found.file ?? article.file, line: found.line ?? article.line }
    const { start, end, note, confidence, parts = [], createdAt = UNKNOWN_TIME } = found
    for (const span of [found, ...parts]) checkSpan(span, article, where)
    if (note !== undefined) checkText(note, 'note', where)
    const id = this.#met.tags.id(found.tag)
    const tag = this.#codebook!.tags.find((tag) => tag.id === id)!
    const judgement = {
      start,
      end,
      tag: id,
      attributes: renamed(
        found.attributes ?? {},
        (name) => this.#met.attributeId(found.tag, name),
        tag.attributes ?? [],
      ),
      parts: parts.map(({ role, start, end }) => ({ role: this.#met.roles.id(role), start, end })),
      ...(confidence && { confidence }),
      ...(found.secondTag !== undefined && { secondTag: this.#met.tags.id(found.secondTag) }),
      ...(note && { note }),
    }
    refuseFault(codebookFaults(this.#codebook!, judgement, id), 'annotation', where)
    return {
      ...orderedJudgement(tag, judgement),
      id: this.#annotationId(found.id, setId, judgement, where),
      revision: 1,
      retracted: false,
      origin: found.origin ?? `import:${this.#study.format}`,
      createdAt,
      changedAt: found.changedAt ?? createdAt,
    }
  }

  /** Several that say the same are told apart by how many came before. */
  #annotationId(given: string | undefined, setId: string, judgement: object, where: Where): string {
    for (let copy = 0; ; copy++) {
      const id = keptId(given, 'annotation', setId, judgement, copy)
      if (id === given || !this.#seen.has(id)) {
        this.#refuseSeen(id, 'the annotation', where)
        return id
      }
    }
  }

  #refuseSeen(id: string, what: string, { line, file }: Where): void {
    if (!this.#seen.add(id)) throw new DamagedFile(line, `${what} (${id}) stands there twice`, file)
  }
}

type Where = { readonly file?: string | undefined; readonly line: number }

function blocksOf({ body, isWithheld, blocks, line, file }: ForeignArticle): readonly Block[] {
  if (!blocks) return isWithheld ? [{ kind: 'paragraph', start: 0, end: body.length }] : plainBlocks(body.text)
  const fault = isWithheld ? undefined : blocksFault(body.text, blocks)
  if (fault) throw new DamagedFile(line, `blocks.${fault.block}: ${fault.fault}`, file)
  return blocks
}

/** Answers under the ids of their questions, and of the kind that these are of. */
function renamed(
  answers: Readonly<Record<string, AttributeValue>>,
  id: (name: string) => string,
  questions: NonNullable<Codebook['questions']>,
): Record<string, AttributeValue> {
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const question = questions.find((question) => question.id === id(name))
      return [id(name), question ? answerOfKind(question.kind, value) : value]
    }),
  )
}

function checkSpan({ start, end }: { start: number; end: number }, { body }: ForeignArticle, where: Where): void {
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= body.length) return
  const message = `the span ${start} to ${end} lies outside the text of ${body.length} code points, or is empty`
  throw new DamagedFile(where.line, message, where.file)
}

function checkText(text: string, what: string, { line, file }: Where): void {
  const fault = text === '' ? 'empty' : textFault(text)
  if (fault) throw new DamagedFile(line, `${what}: ${TEXT_FAULTS[fault]}`, file)
}
const TEXT_FAULTS = {
  empty: 'nothing stands there',
  'lone-surrogate': 'half of a character stands alone',
  'control-character': 'there is a control character in the text',
  'not-canonical': 'the text is not in Unicode normal form C',
} as const

function refuseFault(faults: Record<string, string>, what: string, { line, file }: Where): void {
  const [fault] = Object.entries(faults)
  if (fault) throw new DamagedFile(line, `${what}.${fault[0]}: ${fault[1]}`, file)
}
