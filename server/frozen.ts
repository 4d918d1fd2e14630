/** The one place that keeps rows in memory: bodies, published codebook versions, and readings as they stand. */
import { type Annotation, revised } from './annotations/annotation.ts'
import { countMarks } from './annotations/annotation-counts-store.ts'
import { findSetVersion, listAnnotations, listRevisionsSince, type SetVersion } from './annotations/annotation-store.ts'
import type { Article } from './articles/article.ts'
import { findArticle } from './articles/article-store.ts'
import type { Codebook } from './codebook/codebook.ts'
import { findCodebook } from './codebook/codebook-store.ts'
import type { Db } from './database/db.ts'

export interface Frozen {
  article(db: Db, id: string): Promise<Article | undefined>
  codebook(db: Db, ref: { id: string; version: number }): Promise<Codebook | undefined>
  /** The annotations of a set in the order of the text: the same array as long as no revision is added. */
  annotations(db: Db, setId: string): Promise<readonly Annotation[]>
  /** How many marks of each tag stand in sets, whose versions say which of them have changed since they were counted. */
  markCounts(db: Db, sets: readonly CountedSet[]): Promise<ReadonlyMap<string, MarkCounts>>
  /** Keeps nothing any more of sets that have been removed. */
  forget(setIds: readonly string[]): void
  /** Keeps nothing any more of an article that is withdrawn. */
  forgetArticle(id: string): void
}

/** A set, and which state it is in. */
export interface CountedSet {
  readonly set: string
  /** Differs where any revision has been added. */
  readonly version: string
}

export type MarkCounts = ReadonlyMap<string, number>

/** So much of each is kept; what is unused for longest goes first. */
const MOST_ARTICLES = 200
const MOST_CODEBOOKS = 200
const MOST_ANNOTATIONS = 50_000
const MOST_COUNTS = 100_000

export function keepFrozen(): Frozen {
  const articles = keepNewest<Article>(MOST_ARTICLES)
  /** Whoever reads one of these while it goes would keep it for good. */
  const withdrawn = new Set<string>()
  const codebooks = keepNewest<Codebook>(MOST_CODEBOOKS)
  const readings = keepNewest<KeptReading>(MOST_ANNOTATIONS, ({ annotations }) => annotations.length)
  const counts = keepNewest<{ version: string; marks: MarkCounts }>(MOST_COUNTS)
  return {
    async article(db, id) {
      if (withdrawn.has(id)) return findArticle(db, id)
      return articles.get(id) ?? articles.keep(id, await findArticle(db, id))
    },
    async codebook(db, ref) {
      const key = `${ref.id} ${ref.version}`
      return codebooks.get(key) ?? codebooks.keep(key, await findCodebook(db, ref))
    },
    async annotations(db, setId) {
      const kept = readings.get(setId)
      const newer = kept && (await listRevisionsSince(db, setId, kept.version))
      if (kept && newer?.length === 0) return kept.annotations
      const reading = kept && newer ? follow(kept, newer) : await readWhole(db, setId)
      return readings.keep(setId, reading)?.annotations ?? []
    },
    async markCounts(db, sets) {
      const changed = sets.filter(({ set, version }) => counts.get(set)?.version !== version)
      const counted = await countMarks(
        db,
        changed.map(({ set }) => set),
      )
      return new Map(
        sets.map(({ set, version }) => {
          const marks = counted.get(set) ?? counts.get(set)?.marks ?? NO_MARKS
          counts.keep(set, { version, marks })
          return [set, marks]
        }),
      )
    },
    forget(setIds) {
      for (const id of setIds) {
        readings.forget(id)
        counts.forget(id)
      }
    },
    forgetArticle(id) {
      withdrawn.add(id)
      articles.forget(id)
    },
  }
}

interface KeptReading {
  readonly version: SetVersion
  readonly annotations: readonly Annotation[]
}

async function readWhole(db: Db, setId: string): Promise<KeptReading | undefined> {
  const version = await findSetVersion(db, setId)
  return version && { version, annotations: revised(await listAnnotations(db, setId), []) }
}

/** What has not been revised stays the same object, and so does what is drawn of it. */
function follow(
  { annotations }: KeptReading,
  newer: readonly { readonly annotation: Annotation; readonly version: SetVersion }[],
): KeptReading {
  const revisions = newer.map(({ annotation }) => annotation)
  return { version: newer.at(-1)!.version, annotations: revised(annotations, revisions) }
}

const NO_MARKS: MarkCounts = new Map()

interface Newest<T> {
  get(key: string): T | undefined
  /** Keeps a value, if there is one, and hands it back. */
  keep<V extends T | undefined>(key: string, value: V): V
  forget(key: string): void
}

/** @param most how heavy all that is kept may be together */
function keepNewest<T>(most: number, weightOf: (value: T) => number = () => 1): Newest<T> {
  const kept = new Map<string, T>()
  let weight = 0

  function forget(key: string): void {
    const value = kept.get(key)
    if (value !== undefined) weight -= weightOf(value)
    kept.delete(key)
  }

  function keep<V extends T | undefined>(key: string, value: V): V {
    forget(key)
    if (value === undefined) return value
    kept.set(key, value)
    weight += weightOf(value)
    // Even to look at the oldest key is to walk past all that were kept anew since.
    if (weight > most) letGo()
    return value
  }

  function letGo(): void {
    for (const oldest of kept.keys()) {
      if (weight <= most) break
      forget(oldest)
    }
  }

  return { keep, forget, get: (key) => keep(key, kept.get(key)) }
}
