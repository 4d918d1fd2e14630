/** Taking a dataset of other programs into a study that is there: its articles, its codebook, its people. */
import type { Annotation, Part } from '../annotations/annotation.ts'
import type { Article } from '../articles/article.ts'
import { findArticle } from '../articles/article-store.ts'
import type { Codebook } from '../codebook/codebook.ts'
import { findCodebook, listCodebooks } from '../codebook/codebook-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import { changeRound, findRound } from '../rounds/round-store.ts'
import { nextPseudonym, type Study } from '../studies/study.ts'
import { listAnnotators } from '../studies/study-store.ts'
import { type Anchoring, anchor } from './anchoring.ts'
import type { DatasetAnnotator, DatasetArticle, DatasetHeader, DatasetSet } from './dataset.ts'
import { fitted, fittingAnswers, type TagMap, tagsWithoutPlace } from './fitting.ts'
import type { DatasetItem, Place } from './format.ts'
import { DamagedFile } from './formats/lesart-lines.ts'
import { stableId } from './formats/shared/stable-id.ts'
import { type ImportReport, importItems } from './import-actions.ts'
import { findMeant } from './joining-store.ts'

export interface Joining {
  readonly tags: TagMap
  /** A name of theirs → a pseudonym of the study. Everybody else becomes somebody new. */
  readonly annotators: ReadonlyMap<string, string>
  /** Whether quotes that do not stand at their place may be looked for elsewhere in the text. */
  readonly mayMove: boolean
}

/** How many marks and parts stand where they were said to stand. */
export type Anchored = Record<Anchoring, number>

/** Tags that the study's codebook does not have: they have to be mapped, or left out. */
export class UnknownTags extends Error {
  readonly tags: readonly string[]
  readonly known: readonly string[]

  constructor(tags: readonly string[], known: readonly string[]) {
    super(`the codebook of this study has no ${tags.map((tag) => `„${tag}“`).join(', ')}; it has ${known.join(', ')}`)
    this.tags = tags
    this.known = known
  }
}

/** All or nothing, in one transaction. Its rounds are closed: nobody is asked to go on with them. */
export async function joinDataset(
  parts: Pick<Parts, 'database' | 'clock'>,
  study: Study,
  items: AsyncIterable<DatasetItem>,
  joining: Joining,
): Promise<{ readonly report: ImportReport; readonly anchored: Anchored }> {
  return parts.database.transact(async (db) => {
    const joiner = new Joiner(db, study, joining)
    const report = await importItems(parts, db, joiner.joined(items))
    for (const id of joiner.newRounds) await changeRound(db, id, { closedAt: parts.clock.now() })
    return { report, anchored: joiner.anchored }
  })
}

class Joiner {
  readonly anchored: Anchored = { exact: 0, moved: 0, 'not-found': 0 }
  readonly newRounds: string[] = []
  readonly #db: Db
  readonly #study: Study
  readonly #joining: Joining
  #origin = ''
  readonly #codebooks = new Map<string, Codebook>()
  readonly #annotators = new Map<string, string>()
  readonly #leftOut = new Map<string, number>()

  constructor(db: Db, study: Study, joining: Joining) {
    this.#db = db
    this.#study = study
    this.#joining = joining
  }

  async *joined(items: AsyncIterable<DatasetItem>): AsyncIterable<DatasetItem> {
    let last: Place = { line: 1 }
    // What came out of this study goes back as it is.
    let isOwn = false
    for await (const item of items) {
      last = item
      if (item.type === 'header') isOwn = item.header.study.id === this.#study.id
      if (isOwn) yield item
      else if (item.type === 'header') {
        yield* this.#renamings(item.header, item)
        yield { ...item, header: await this.#header(item.header) }
      } else if (item.type === 'article') yield { ...item, article: await this.#article(item.article, item) }
      else yield item
    }
    for (const [what, count] of this.#leftOut)
      yield { type: 'warning', line: last.line, message: `left out: ${what} (${count})` }
  }

  *#renamings({ annotators }: DatasetHeader, { file, line }: Place): Iterable<DatasetItem> {
    const named = new Set(annotators.map(({ id }) => id))
    for (const name of this.#joining.annotators.keys())
      if (!named.has(name))
        yield { type: 'warning', file, line, message: `annotator ${name}: nobody is called so here` }
  }

  async #header(header: DatasetHeader): Promise<DatasetHeader> {
    this.#origin = header.study.id
    const ours = (await listCodebooks(this.#db, this.#study.id)).at(-1)
    if (!ours) throw new DamagedFile(1, 'this study has no codebook')
    const unknown = tagsWithoutPlace(header.codebooks, ours, this.#joining.tags)
    if (unknown.length > 0)
      throw new UnknownTags(
        unknown,
        ours.tags.map(({ id }) => id),
      )
    const rounds = await Promise.all(header.rounds.map((round) => this.#round(round, ours)))
    const { id, title, description, language } = this.#study
    return {
      ...header,
      study: { id, title, description, language },
      codebooks: [...new Map([...this.#codebooks.values()].map((codebook) => [codebook.version, codebook])).values()],
      rounds,
      annotators: await this.#people(header.annotators),
    }
  }

  /** A round that came in before keeps its codebook version. */
  async #round(round: DatasetHeader['rounds'][number], newest: Codebook): Promise<DatasetHeader['rounds'][number]> {
    const id = stableId('round', this.#study.id, this.#origin, round.id)
    const known = await findRound(this.#db, id)
    const codebook = (known && (await findCodebook(this.#db, known.codebook))) ?? newest
    if (!known) this.newRounds.push(id)
    this.#codebooks.set(round.id, codebook)
    const kind = known?.kind ?? (round.kind === 'reference' ? 'reference' : 'annotation')
    return { id, title: known?.title ?? round.title, kind, codebook: codebook.id, codebookVersion: codebook.version }
  }

  /** Names of theirs are in no file of ours: everybody who is new gets the next free pseudonym. */
  async #people(theirs: readonly DatasetAnnotator[]): Promise<DatasetAnnotator[]> {
    const ours = await listAnnotators(this.#db, this.#study.id)
    const taken = ours.map(({ pseudonym }) => pseudonym)
    return theirs.map(({ id: name, uuid: theirId, kind }) => {
      const uuid = stableId('annotator', this.#study.id, this.#origin, theirId)
      const wanted = this.#joining.annotators.get(name)
      const known = ours.find(({ id, pseudonym, kind }) =>
        wanted === undefined ? id === uuid : pseudonym === wanted && kind !== 'visitor',
      )
      if (wanted !== undefined && !known)
        throw new DamagedFile(1, `annotator ${name}: nobody in this study is ${wanted}`)
      const id = known?.pseudonym ?? nextPseudonym(taken)
      taken.push(id)
      this.#annotators.set(name, id)
      return known
        ? { id, uuid: known.id, kind: known.kind, name: known.name }
        : { id, uuid, kind: kind === 'visitor' ? 'account' : kind }
    })
  }

  async #article(found: DatasetArticle, place: Place): Promise<DatasetArticle> {
    const meant = await findMeant(this.#db, this.#study.id, found)
    const known = meant === undefined ? undefined : await findArticle(this.#db, meant)
    const article = known ?? this.#newArticle(found)
    const annotationSets = found.annotationSets.map((set) => this.#set(set, found, article, place))
    const { studyId: _, ...fields } = article as Article
    return { ...fields, annotationSets, ...(known ? {} : found.isWithheld && { isWithheld: true as const }) }
  }

  #newArticle(found: DatasetArticle): Omit<Article, 'studyId'> {
    const { id, title, language, source, body, sha256, blocks } = found
    return { id: stableId('article', this.#study.id, this.#origin, id), title, language, source, body, sha256, blocks }
  }

  #set(set: DatasetSet, found: DatasetArticle, article: Pick<Article, 'id' | 'body'>, place: Place): DatasetSet {
    const codebook = this.#codebooks.get(set.round)!
    const id = stableId('set', this.#study.id, this.#origin, article.id, set.id)
    const { attributes, leftOut } = fittingAnswers(set.answers ?? {}, codebook.questions ?? [])
    for (const what of leftOut) this.#leave(what)
    const { answers: _, ...rest } = set
    return {
      ...rest,
      ...(Object.keys(attributes).length > 0 && { answers: attributes }),
      id,
      round: stableId('round', this.#study.id, this.#origin, set.round),
      annotator: this.#annotators.get(set.annotator)!,
      annotations: set.annotations.flatMap((annotation) =>
        this.#annotation(annotation, id, codebook, found, article, place),
      ),
    }
  }

  #annotation(
    theirs: Annotation,
    setId: string,
    codebook: Codebook,
    found: DatasetArticle,
    { body }: Pick<Article, 'body'>,
    place: Place,
  ): Annotation[] {
    const { annotation, leftOut } = fitted(theirs, codebook, this.#joining.tags)
    for (const what of leftOut) this.#leave(what)
    if (!annotation) return []
    const at = (span: Pick<Part, 'start' | 'end'>) => {
      const quote = found.body.slice(span.start, span.end)
      const anchored = anchor(body, span, quote, this.#joining.mayMove)
      this.anchored[anchored?.how ?? 'not-found']++
      if (!anchored && !this.#joining.mayMove)
        throw new DamagedFile(
          place.line,
          `„${quote}“ does not stand at ${span.start} to ${span.end} of „${found.title}“ in this study; --re-anchor looks for it`,
          place.file,
        )
      return anchored && { start: anchored.start, end: anchored.end }
    }
    const main = at(annotation)
    if (!main) return []
    const parts = annotation.parts.flatMap((part) => {
      const found = at(part)
      return found ? [{ ...part, ...found }] : []
    })
    // Two parts may have moved to one place.
    const distinct = [...new Map(parts.map((part) => [`${part.role} ${part.start} ${part.end}`, part])).values()]
    return [{ ...annotation, ...main, parts: distinct, id: stableId('annotation', setId, annotation.id) }]
  }

  #leave(what: string): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1)
  }
}
