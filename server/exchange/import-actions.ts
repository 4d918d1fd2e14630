/** Taking a dataset in: what is new is added, what is equal is skipped, and one contradiction refuses the whole file. */
import { type Annotation, quoted } from '../annotations/annotation.ts'
import { addAnnotations } from '../annotations/annotation-actions.ts'
import type { AnnotationSet } from '../annotations/annotation-set.ts'
import {
  addSet,
  findNewestRevisions,
  findSet,
  findSetById,
  type StoredRevision,
} from '../annotations/annotation-store.ts'
import { answersChecksum } from '../annotations/answers-actions.ts'
import { addAnswers } from '../annotations/answers-store.ts'
import { spanFaults } from '../annotations/span-rules.ts'
import type { Article } from '../articles/article.ts'
import { addArticle, findArticle } from '../articles/article-store.ts'
import { addCodebook, findCodebook, findCodebookStudy } from '../codebook/codebook-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import type { Round } from '../rounds/round.ts'
import { addRound, findRound } from '../rounds/round-store.ts'
import { newSlug, nextPseudonym } from '../studies/study.ts'
import { addAnnotator, addStudy, findAnnotator, findStudy, listAnnotators, listSlugs } from '../studies/study-store.ts'
import { canonicalJson } from '../text/canonical-json.ts'
import type { DatasetArticle, DatasetHeader, DatasetSet } from './dataset.ts'
import type { DatasetItem, Place } from './format.ts'

export interface Tally {
  new: number
  equal: number
  refused: number
}

/** What there is to say about a line of the file. */
export interface Remark extends Place {
  readonly message: string
}

export interface ImportReport {
  readonly articles: Tally
  readonly sets: Tally
  readonly annotations: Tally
  /** What was kept although it is unusual, called otherwise here, or left out. */
  readonly remarks: Remark[]
}

/** Nothing was kept: the file contradicts what is there already. */
export class Contradiction extends Error {
  readonly line: number
  readonly file: string | undefined
  readonly report: ImportReport

  constructor({ file, line, message }: Remark, report: ImportReport) {
    super(`${message}; nothing of this file was taken`)
    this.line = line
    this.file = file
    this.report = report
  }
}

type Importer = Pick<Parts, 'database' | 'clock'>

/** Adds a dataset whole or not at all. Throws Contradiction, and whatever reading the items throws. */
export async function importDataset(parts: Importer, items: AsyncIterable<DatasetItem>): Promise<ImportReport> {
  return parts.database.transact((db) => importItems(parts, db, items))
}

/** The same within a transaction, which must not be kept where this throws. */
export async function importItems(parts: Importer, db: Db, items: AsyncIterable<DatasetItem>): Promise<ImportReport> {
  const importing = new Importing(parts, db)
  for await (const item of items) await importing.add(item)
  if (importing.contradiction) throw new Contradiction(importing.contradiction, importing.report)
  return importing.report
}

class Importing {
  readonly report: ImportReport = { articles: emptyTally(), sets: emptyTally(), annotations: emptyTally(), remarks: [] }
  /** The first one; from there on nothing is added any more, only counted. */
  contradiction: Remark | undefined
  readonly #parts: Importer
  readonly #db: Db
  #header: DatasetHeader | undefined
  #place: Place = { line: 0 }
  /** The file's name for an annotator → the annotator's id. */
  readonly #annotators = new Map<string, string>()

  constructor(parts: Importer, db: Db) {
    this.#parts = parts
    this.#db = db
  }

  async add(item: DatasetItem): Promise<void> {
    this.#place = item.file === undefined ? { line: item.line } : { file: item.file, line: item.line }
    if (item.type === 'header') await this.#addHeader(item.header)
    else if (item.type === 'article') await this.#addArticle(item.article)
    else this.#remark(item.message)
  }

  async #addHeader(header: DatasetHeader): Promise<void> {
    this.#header = header
    await this.#addStudy(header)
    for (const codebook of header.codebooks) {
      const known = await findCodebook(this.#db, codebook)
      const owner = await findCodebookStudy(this.#db, codebook.id)
      if (owner !== undefined && owner !== header.study.id)
        this.#contradict(`codebook ${codebook.id} belongs to another study here`)
      else if (!known) await addCodebook(this.#db, header.study.id, codebook, this.#now())
      else if (!same(known, codebook))
        this.#contradict(`codebook ${codebook.id}, version ${codebook.version}, is another one here`)
    }
    for (const { id, title, kind, codebook, codebookVersion } of header.rounds) {
      const round = { id, studyId: header.study.id, title, kind, codebook: { id: codebook, version: codebookVersion } }
      const known = await findRound(this.#db, id)
      if (!known && !this.contradiction) await addRound(this.#db, round, this.#now())
      else if (known && !same(asInFile(known), round)) this.#contradict(`round ${id} („${title}“) is another one here`)
    }
    for (const annotator of header.annotators) await this.#addAnnotator(header, annotator)
  }

  async #addStudy({ study }: DatasetHeader): Promise<void> {
    const known = await findStudy(this.#db, study.id)
    if (!known) {
      const slugs = await listSlugs(this.#db)
      await addStudy(this.#db, { ...study, slug: newSlug(study.title, slugs) }, this.#now())
    } else if (!same({ ...known, slug: undefined }, study))
      this.#contradict(`study ${study.id} is called „${known.title}“ here, or described otherwise`)
  }

  async #addAnnotator(
    { study, annotators }: DatasetHeader,
    { id, uuid, kind, name }: DatasetHeader['annotators'][number],
  ): Promise<void> {
    this.#annotators.set(id, uuid)
    const known = await findAnnotator(this.#db, uuid)
    if (known) {
      if (known.studyId !== study.id || known.kind !== kind)
        this.#contradict(`annotator ${uuid} (${id}) is another one here`)
      return
    }
    if (this.contradiction) return
    const taken = (await listAnnotators(this.#db, study.id)).map(({ pseudonym }) => pseudonym)
    // The next free one beside those of the file, so that nobody else in it has to be called otherwise too.
    const pseudonym = taken.includes(id) ? nextPseudonym([...taken, ...annotators.map(({ id }) => id)]) : id
    if (pseudonym !== id) this.#remark(`annotator ${id} is called ${pseudonym} here: that pseudonym is taken`)
    await addAnnotator(this.#db, { id: uuid, studyId: study.id, kind, pseudonym, name })
  }

  async #addArticle(entry: DatasetArticle): Promise<void> {
    const { annotationSets, isWithheld, ...fields } = entry
    if (isWithheld) {
      this.report.articles.refused++
      return this.#contradict(`the text of „${entry.title}“ is not in the file, so there is nothing to read`)
    }
    const article: Article = { ...fields, studyId: this.#header!.study.id }
    const known = await findArticle(this.#db, article.id)
    if (!known) {
      if (!this.contradiction) await addArticle(this.#db, article, this.#now())
      this.report.articles.new++
    } else if (same(comparable(known), comparable(article))) this.report.articles.equal++
    else {
      this.report.articles.refused++
      this.#contradict(`article ${article.id} („${article.title}“) is another one here`)
    }
    for (const set of annotationSets) await this.#addSet(article, set)
  }

  async #addSet(article: Article, { annotations, round, annotator, ...rest }: DatasetSet): Promise<void> {
    const key = { roundId: round, articleId: article.id, annotatorId: this.#annotators.get(annotator)! }
    const set: AnnotationSet = { ...rest, ...key }
    const known = (await findSetById(this.#db, set.id)) ?? (await findSet(this.#db, key))
    if (!known) {
      if (!this.contradiction) await this.#beginSet(set, annotations[0]?.createdAt ?? this.#now())
      this.report.sets.new++
    } else if (same(known, set)) this.report.sets.equal++
    else {
      this.report.sets.refused++
      this.#contradict(`annotation set ${set.id} is another one here`)
    }
    await this.#addAnnotations(article, set, annotations)
  }

  /** Answers about the article come as one revision, like annotations. */
  async #beginSet(set: AnnotationSet, at: string): Promise<void> {
    await addSet(this.#db, set, at)
    if (!set.answers) return
    const answers = { revision: 1, answers: set.answers }
    await addAnswers(this.#db, answers, { setId: set.id, checksum: answersChecksum(set.id, answers), at })
  }

  async #addAnnotations(article: Article, set: AnnotationSet, annotations: readonly Annotation[]): Promise<void> {
    const ids = annotations.map(({ id }) => id)
    const known = await findNewestRevisions(this.#db, ids)
    const added = annotations.filter((annotation) => {
      const there = known.get(annotation.id)
      if (there) this.#compare(article, set, annotation, there)
      else this.#remarkOdd(article, annotation)
      return !there
    })
    this.report.annotations.new += added.length
    if (!this.contradiction) await addAnnotations(this.#db, set.id, article, added)
  }

  #compare(article: Article, set: AnnotationSet, annotation: Annotation, known: StoredRevision): void {
    if (known.setId === set.id && same(content(known.annotation, article), content(annotation, article)))
      this.report.annotations.equal++
    else {
      this.report.annotations.refused++
      this.#contradict(`annotation ${annotation.id} has other content here`)
    }
  }

  /** Spans that could not be made at the desk are kept as they are, and said. */
  #remarkOdd(article: Article, annotation: Annotation): void {
    const faults = Object.values(spanFaults(article, annotation))
    if (faults.length > 0)
      this.#remark(`annotation ${annotation.id}: kept, although an end is unusual (${faults.join(', ')})`)
  }

  #remark(message: string): void {
    this.report.remarks.push({ ...this.#place, message })
  }

  #contradict(message: string): void {
    this.contradiction ??= { ...this.#place, message }
  }

  #now(): string {
    return this.#parts.clock.now()
  }
}

function emptyTally(): Tally {
  return { new: 0, equal: 0, refused: 0 }
}

/** What makes two articles the same: everything but the index over the body. */
function comparable({ body, ...article }: Article): object {
  return { ...article, body: body.text }
}

/** An annotation's content without its place in the history here. */
function content(annotation: Annotation, article: Article): object {
  return quoted({ ...annotation, revision: 1 }, article.body)
}

/** A round as far as a dataset states it. */
function asInFile({ id, studyId, title, kind, codebook }: Round): object {
  return { id, studyId, title, kind, codebook }
}

function same(a: object, b: object): boolean {
  return canonicalJson(a) === canonicalJson(b)
}
