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
import { type Anchored, anchor, type Move, type Moved } from './anchoring.ts'
import type { DatasetAnnotator, DatasetArticle, DatasetHeader, DatasetSet } from './dataset.ts'
import { fitted, fittingAnswers, hasNoPlace, type LeftOut, type Maps, type Unfitting } from './fitting.ts'
import type { DatasetItem, Place } from './format.ts'
import { DamagedFile, Misquoted } from './formats/lesart-lines.ts'
import { stableId } from './formats/shared/stable-id.ts'
import { type ImportReport, importItems } from './import-actions.ts'
import { findMeant } from './joining-store.ts'

export interface Joining extends Maps {
  /** A name of theirs → a pseudonym of the study. Everybody else becomes somebody new. */
  readonly annotators: ReadonlyMap<string, string>
  /** Whether quotes that do not stand at their place may be looked for elsewhere in the text. */
  readonly mayMove: boolean
}

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

export interface Joined {
  readonly report: ImportReport
  readonly anchored: Anchored
  readonly moves: readonly Moved[]
  readonly leftOut: readonly LeftOut[]
}

/** All or nothing, in one transaction. Its rounds are closed: nobody is asked to go on with them. */
export async function joinDataset(
  parts: Pick<Parts, 'database' | 'clock'>,
  study: Study,
  items: AsyncIterable<DatasetItem>,
  joining: Joining,
): Promise<Joined> {
  return parts.database.transact(async (db) => {
    const joiner = new Joiner(db, study, joining)
    const report = await importItems(parts, db, joiner.joined(items))
    for (const id of joiner.newRounds) await changeRound(db, id, { closedAt: parts.clock.now() })
    return { report, anchored: joiner.anchored, moves: joiner.moves, leftOut: joiner.leftOut }
  })
}

/** More are counted, and not shown. */
const MOST_MOVES = 1_000

class Joiner {
  readonly anchored: Anchored = { exact: 0, moved: 0, 'not-found': 0 }
  readonly moves: Moved[] = []
  readonly newRounds: string[] = []
  readonly #db: Db
  readonly #study: Study
  readonly #joining: Joining
  #origin = ''
  readonly #codebooks = new Map<string, Codebook>()
  readonly #annotators = new Map<string, string>()
  /** Tags of theirs that are neither ours nor mapped. */
  readonly #unknown = new Set<string>()
  #newest: Codebook | undefined
  readonly #leftOut = new Map<string, LeftOut>()
  /** Round, article and annotator of the readings so far → whose reading it is in the file. */
  readonly #readings = new Map<string, string>()

  constructor(db: Db, study: Study, joining: Joining) {
    this.#db = db
    this.#study = study
    this.#joining = joining
  }

  async *joined(items: AsyncIterable<DatasetItem>): AsyncIterable<DatasetItem> {
    // What came out of this study goes back as it is.
    let isOwn = false
    for await (const item of items) {
      if (item.type === 'header') isOwn = item.header.study.id === this.#study.id
      if (isOwn) yield item
      else if (item.type === 'header') {
        yield* this.#renamings(item.header, item)
        yield { ...item, header: await this.#header(item.header) }
      } else if (item.type === 'article') yield { ...item, article: await this.#article(item.article, item) }
      else if (item.move) this.#noteOfReader(item, item.move)
      else yield item
    }
    if (this.#unknown.size > 0)
      throw new UnknownTags(
        [...this.#unknown].sort(),
        this.#newest!.tags.map(({ id }) => id),
      )
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
    this.#newest = ours
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
    this.#refuseSecond(set, article.id, found.title, place)
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
    if (hasNoPlace(theirs.tag, codebook, this.#joining.tags)) this.#unknown.add(theirs.tag)
    const { annotation, leftOut } = fitted(theirs, codebook, this.#joining)
    for (const what of leftOut) this.#leave(what)
    if (!annotation) return []
    const at = (span: Pick<Part, 'start' | 'end'>) => {
      const quote = found.body.slice(span.start, span.end)
      const anchored = anchor(body, span, quote, this.#joining.mayMove)
      if (anchored?.how === 'exact') this.anchored.exact++
      else if (this.#joining.mayMove) this.#note(place, { quote, from: span.start, to: anchored?.start })
      else
        throw new Misquoted(
          place.line,
          `„${quote}“ does not stand at ${span.start} to ${span.end} of „${found.title}“ in this study`,
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

  /** Two of theirs that are one of ours cannot both have read an article. */
  #refuseSecond({ round, annotator }: DatasetSet, articleId: string, title: string, { line, file }: Place): void {
    const one = this.#annotators.get(annotator)!
    const key = JSON.stringify([round, articleId, one])
    const first = this.#readings.get(key)
    if (first !== undefined)
      throw new DamagedFile(
        line,
        `„${title}“ would have two readings by ${one}: ${first} and ${annotator} are one`,
        file,
      )
    this.#readings.set(key, annotator)
  }

  /** Where the reader of the format has put it, it stands exactly in the study's text, too: that is counted once. */
  #noteOfReader(place: Place, move: Move): void {
    if (move.to !== undefined) this.anchored.exact--
    this.#note(place, move)
  }

  #note({ file, line }: Place, move: Move): void {
    this.anchored[move.to === undefined ? 'not-found' : 'moved']++
    if (this.moves.length < MOST_MOVES) this.moves.push({ file, line, ...move })
  }

  get leftOut(): readonly LeftOut[] {
    return [...this.#leftOut.values()]
  }

  #leave({ what, name }: Unfitting): void {
    const key = `${what} ${name}`
    this.#leftOut.set(key, { what, name, count: (this.#leftOut.get(key)?.count ?? 0) + 1 })
  }
}
