/** Annotation sets of studies → the corpus that is measured: which of them count, and where their spans lie. */
import type { Annotation } from '../annotations/annotation.ts'
import type { AnnotationSet } from '../annotations/annotation-set.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { RoundKind } from '../rounds/round.ts'
import type { AnnotatorKind } from '../studies/study.ts'
import type { Block } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import type { AskedAttribute, Continuum, Corpus, Reading, Unit } from './continuum.ts'
import { lineOf, type TextPosition } from './positions.ts'

/** What has to be known of a study. */
export interface CollectedStudy {
  readonly codebooks: readonly Codebook[]
  readonly annotators: readonly { readonly id: string; readonly uuid: string; readonly kind: AnnotatorKind }[]
  readonly rounds: readonly CollectedRound[]
}

interface CollectedRound {
  readonly id: string
  readonly title: string
  readonly kind: RoundKind
  readonly codebook: string
  readonly codebookVersion: number
}

export interface CollectedArticle {
  readonly id: string
  readonly body: IndexedText
  readonly blocks: readonly Block[]
  readonly annotationSets: readonly CollectedSet[]
}

interface CollectedSet extends Pick<AnnotationSet, 'id' | 'state'> {
  readonly round: string
  readonly annotator: string
  readonly annotations: readonly Annotation[]
}

export interface Selection {
  readonly position: TextPosition
  /** Id or title of the only round that counts, of whatever kind; else all of kind `annotation` do. */
  readonly round?: string | undefined
  readonly includeUnfinished?: boolean | undefined
}

export interface Collection {
  readonly corpus: Corpus
  /** Whether there is a round as the selection names one. */
  readonly hasRound: boolean
  readonly annotations: number
  /** Spans that touch no coded text: they and their parts count nowhere. */
  readonly outside: number
}

type NamedUnit = Omit<Unit, 'tag'> & { readonly tag: string }

interface NamedContinuum extends Omit<Continuum, 'readings'> {
  readonly readings: readonly { readonly annotator: string; readonly units: readonly NamedUnit[] }[]
}

/** Takes articles one by one, of one study after the other. */
export function collector(selection: Selection) {
  /** By UUID, in the order of the studies; named once a reading of theirs counts. */
  const annotators = new Map<string, string | undefined>()
  const articles = new Map<string, number>()
  /** By round and article: files of several people may hold one reading each. */
  const continua = new Map<string, NamedContinuum>()
  const codebooks: Codebook[] = []
  const seen = new Set<string>()
  let [hasRound, annotations, outside] = [false, 0, 0]

  function begin(study: CollectedStudy): void {
    for (const { uuid } of study.annotators) if (!annotators.has(uuid)) annotators.set(uuid, undefined)
    const rounds = study.rounds.filter((round) => isChosen(round, selection))
    hasRound ||= rounds.length > 0
    for (const round of rounds)
      codebooks.push(
        ...study.codebooks.filter(({ id, version }) => id === round.codebook && version === round.codebookVersion),
      )
  }

  function add(study: CollectedStudy, article: CollectedArticle): void {
    for (const round of study.rounds.filter((round) => isChosen(round, selection))) {
      const sets = article.annotationSets.filter(
        (set) => set.round === round.id && !seen.has(set.id) && counts(set, study, selection),
      )
      if (sets.length === 0) continue
      for (const { id } of sets) seen.add(id)
      const line = lineOf(article.body, article.blocks, selection.position)
      const readings = sets.map((set) => {
        const units = set.annotations.flatMap((annotation): NamedUnit[] => {
          const { tag, attributes, parts } = annotation
          const { start, end } = line.place(annotation)
          if (start === end) return []
          return [{ tag, start, end, attributes, parts: parts.map((part) => ({ ...part, ...line.place(part) })) }]
        })
        annotations += set.annotations.length
        outside += set.annotations.length - units.length
        return { annotator: nameOf(study, set.annotator), units }
      })
      if (!articles.has(article.id)) articles.set(article.id, articles.size)
      const { length, paragraphs, kinds } = line
      const key = `${round.id} ${article.id}`
      const before = continua.get(key)?.readings ?? []
      const place = articles.get(article.id)!
      continua.set(key, { article: place, length, paragraphs, kinds, readings: [...before, ...readings] })
    }
  }

  /** The pseudonym, told apart where two studies use the same one for two people. */
  function nameOf(study: CollectedStudy, pseudonym: string): string {
    const { uuid } = study.annotators.find(({ id }) => id === pseudonym)!
    const known = annotators.get(uuid)
    if (known !== undefined) return known
    const taken = new Set(annotators.values())
    let name = pseudonym
    for (let number = 2; taken.has(name); number++) name = `${pseudonym} (${number})`
    annotators.set(uuid, name)
    return name
  }

  function collection(): Collection {
    const texts = [...continua.values()]
    const used = new Set(texts.flatMap(({ readings }) => readings.flatMap(({ units }) => units.map(({ tag }) => tag))))
    const tags = unique(
      codebooks
        .flatMap((codebook) => codebook.tags.filter(({ id, retired }) => !retired || used.has(id)))
        .map(({ id }) => id),
    )
    const names = [...annotators.values()].filter((name) => name !== undefined)
    const placed = texts.map(({ readings, ...continuum }) => ({
      ...continuum,
      readings: readings.map(
        ({ annotator, units }): Reading => ({
          annotator: names.indexOf(annotator),
          units: units.map((unit) => ({ ...unit, tag: tags.indexOf(unit.tag) })),
        }),
      ),
    }))
    const corpus = {
      position: selection.position,
      annotators: names,
      tags,
      attributes: attributesOf(codebooks, tags),
      roles: unique(codebooks.flatMap(({ tags }) => tags.flatMap(({ roles = [] }) => roles.map(({ id }) => id)))),
      articles: articles.size,
      continua: placed,
    }
    return { corpus, hasRound, annotations, outside }
  }

  return { begin, add, collection }
}

function isChosen(round: CollectedRound, selection: Selection): boolean {
  if (selection.round !== undefined) return round.id === selection.round || round.title === selection.round
  return round.kind === 'annotation'
}

/** Visitors are never measured; what is not finished only where that is asked for. */
function counts(set: CollectedSet, study: CollectedStudy, { includeUnfinished }: Selection): boolean {
  const annotator = study.annotators.find(({ id }) => id === set.annotator)
  if (annotator?.kind === 'visitor') return false
  return set.state === 'finished' || (includeUnfinished === true && set.state === 'in-progress')
}

/** Questions about units, once each; free text has nothing to compare. */
function attributesOf(codebooks: readonly Codebook[], tags: readonly string[]): AskedAttribute[] {
  const asked = codebooks.flatMap((codebook) =>
    codebook.tags.flatMap(({ id: tag, attributes = [] }) =>
      attributes
        .filter(({ kind }) => kind !== 'text')
        .map(
          ({ id, kind }): AskedAttribute => ({
            tag: tags.indexOf(tag),
            id,
            level: kind === 'scale' ? 'interval' : 'nominal',
          }),
        ),
    ),
  )
  const isFirst = (attribute: AskedAttribute, place: number) =>
    asked.findIndex(({ tag, id }) => tag === attribute.tag && id === attribute.id) === place
  return asked.filter((attribute, place) => attribute.tag >= 0 && isFirst(attribute, place))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
