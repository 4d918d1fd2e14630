/** Numbers of a study's progress: who has come how far, how densely each person marks, and how that changes. */

/** Rounds in which people read for the study. */
export function isReadByPeople({ kind }: { readonly kind: string }): boolean {
  return kind === 'training' || kind === 'annotation'
}

/** How far one person has come in one round. */
export interface Standing {
  readonly round: string
  readonly annotator: string
  readonly finished: number
  readonly skipped: number
  readonly inProgress: number
  /** Seconds of active time; undefined where none was measured. */
  readonly activeSeconds: number | undefined
}

/** A finished reading, with its marks counted by tag. */
export interface FinishedReading {
  readonly set: string
  readonly round: string
  readonly annotator: string
  /** The article's place in the study. */
  readonly place: number
  /** Words of its coded text. */
  readonly words: number
  /** ISO 8601, UTC: when it was finished last; empty where an import brought it finished. */
  readonly finishedAt: string
  readonly marks: ReadonlyMap<string, number>
}

export interface Rates {
  readonly annotator: string
  readonly articles: number
  readonly words: number
  /** Tag → marks. */
  readonly marks: ReadonlyMap<string, number>
}

/** Marks of one tag for every thousand words. */
export function perThousand(marks: number, words: number): number {
  return words === 0 ? 0 : (marks / words) * 1000
}

/** Everybody's marks and words over all their finished readings. */
export function ratesOf(readings: readonly FinishedReading[]): Rates[] {
  return [...Map.groupBy(readings, ({ annotator }) => annotator)].map(([annotator, own]) => ({
    annotator,
    articles: own.length,
    words: sum(own.map(({ words }) => words)),
    marks: added(own),
  }))
}

export interface Comparison {
  readonly annotator: string
  /** Readings of theirs on articles that somebody else has finished in the same round too. */
  readonly articles: number
  /** Tag → how often they mark it, and how often the others do on average, over these articles. */
  readonly tags: ReadonlyMap<string, { readonly own: number; readonly others: number }>
}

/**
 * Everybody beside the others of the same articles: for each article of a round that somebody else has finished too,
 * their marks of a tag and the mean of the others' marks; both are added up over the articles.
 */
export function comparisonsOf(readings: readonly FinishedReading[]): Comparison[] {
  const together = Map.groupBy(readings, ({ round, place }) => `${round} ${place}`)
  const tags = new Set(readings.flatMap(({ marks }) => [...marks.keys()]))
  return [...Map.groupBy(readings, ({ annotator }) => annotator)].flatMap(([annotator, own]) => {
    const pairs = own.flatMap((reading) => {
      const others = together.get(`${reading.round} ${reading.place}`)!.filter((other) => other.annotator !== annotator)
      return others.length === 0 ? [] : [{ reading, others }]
    })
    if (pairs.length === 0) return []
    const counted = [...tags].map((tag) => {
      const own = sum(pairs.map(({ reading }) => reading.marks.get(tag) ?? 0))
      const others = sum(pairs.map(({ others }) => sum(others.map((o) => o.marks.get(tag) ?? 0)) / others.length))
      return [tag, { own, others }] as const
    })
    return [{ annotator, articles: pairs.length, tags: new Map(counted) }]
  })
}

/** One person's finished readings in the order in which they finished them. */
export function inOrder(readings: readonly FinishedReading[], annotator: string): FinishedReading[] {
  return readings
    .filter((reading) => reading.annotator === annotator)
    .sort((a, b) => compare(a.finishedAt, b.finishedAt) || a.place - b.place || compare(a.set, b.set))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function added(readings: readonly FinishedReading[]): Map<string, number> {
  const marks = new Map<string, number>()
  for (const reading of readings)
    for (const [tag, count] of reading.marks) marks.set(tag, (marks.get(tag) ?? 0) + count)
  return marks
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
