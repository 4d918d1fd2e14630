/**
 * Who is to read which articles of a round: so many people each, as evenly as can be, nobody more than they may, and
 * never together who should not be. What stands already stays. The same wish with the same seed is the same plan.
 */
import { type Random, randomFrom, randomPlace } from '../random.ts'
import { independentReaders } from './independent-readers.ts'
import { evened } from './passing-on.ts'

export interface PlannedArticle {
  readonly id: string
  /** To whom it is assigned already. */
  readonly readers: readonly string[]
  /** Read by everybody, since there is a reference reading to measure them by. */
  readonly isControl?: boolean
}

export interface PlannedPerson {
  readonly id: string
  /** How many articles of the round are assigned to them already, also those that are not planned now. */
  readonly load: number
}

export interface AssigningWish {
  readonly articles: readonly PlannedArticle[]
  readonly people: readonly PlannedPerson[]
  /** How many people are to read each article. */
  readonly readers: number
  /** How many articles anybody gets at most. */
  readonly most?: number | undefined
  /** Who never reads what the other one reads. */
  readonly apart: readonly (readonly [string, string])[]
  readonly order: 'study' | 'shuffled'
  readonly seed: number
}

/** Why an article has fewer readers: too few people, too low a limit for each, or pairs that may not read together. */
export type ShortageReason = 'people' | 'most' | 'apart'

export interface Shortage {
  readonly article: string
  readonly readers: number
  readonly wanted: number
  readonly reason: ShortageReason
}

export interface AssigningPlan {
  /** Person → the articles that are added, in the order in which they are to be read. */
  readonly queues: ReadonlyMap<string, readonly string[]>
  /** Article → everybody who reads it then: first those who did before. */
  readonly readers: ReadonlyMap<string, readonly string[]>
  readonly shortages: readonly Shortage[]
}

/** What the parts of planning share: people are places in a list, chosen ones first, then others who read already. */
export interface Assigning {
  readonly people: number
  readonly load: number[]
  readonly most: number
  readonly isApart: (one: number, other: number) => boolean
  readonly articles: readonly PlannedReaders[]
}

export interface PlannedReaders {
  readonly wanted: number
  readonly standing: readonly number[]
  added: number[]
}

export function assign(wish: AssigningWish): AssigningPlan {
  const random = randomFrom(wish.seed)
  const names = unique([...wish.people.map(({ id }) => id), ...wish.articles.flatMap(({ readers }) => readers)])
  const places = new Map(names.map((name, place) => [name, place]))
  const assigning = begin(wish, places)
  const order = wish.articles.map((_, index) => index)
  // Those that everybody reads come first: they take from what each may have.
  order.sort((a, b) => Number(wish.articles[b]!.isControl ?? false) - Number(wish.articles[a]!.isControl ?? false))
  for (const index of order) {
    const article = assigning.articles[index]!
    article.added = chosen(assigning, article, random)
    for (const person of article.added) assigning.load[person]!++
  }
  evened(assigning)
  const nameOf = (place: number) => names[place]!
  return {
    queues: queues(wish, assigning, random),
    readers: new Map(
      assigning.articles.map(({ standing, added }, index) => [
        wish.articles[index]!.id,
        [...standing, ...added].map(nameOf),
      ]),
    ),
    shortages: assigning.articles.flatMap((article, index) => shortage(assigning, article, wish.articles[index]!.id)),
  }
}

function begin(wish: AssigningWish, places: ReadonlyMap<string, number>): Assigning {
  const apart = new Set(
    wish.apart.flatMap(([one, other]) => {
      const [a, b] = [places.get(one), places.get(other)]
      return a === undefined || b === undefined ? [] : [`${a} ${b}`, `${b} ${a}`]
    }),
  )
  const people = wish.people.length
  return {
    people,
    load: wish.people.map(({ load }) => load),
    most: wish.most ?? Number.POSITIVE_INFINITY,
    isApart: apart.size === 0 ? () => false : (one, other) => apart.has(`${one} ${other}`),
    articles: wish.articles.map(({ readers, isControl }) => ({
      wanted: isControl ? Math.max(people, wish.readers) : wish.readers,
      standing: unique(readers).map((reader) => places.get(reader)!),
      added: [],
    })),
  }
}

/** Who could be added to those who read an article, without regard to how much each has. */
export function candidates({ people, isApart }: Assigning, readers: readonly number[]): number[] {
  const free = (person: number) => readers.every((reader) => reader !== person && !isApart(reader, person))
  return Array.from({ length: people }, (_, person) => person).filter(free)
}

/** Those with the least to read, by lot where several have as much. */
function chosen(assigning: Assigning, article: PlannedReaders, random: Random): number[] {
  const missing = article.wanted - article.standing.length
  if (missing <= 0) return []
  const { load, most } = assigning
  const free = shuffled(
    candidates(assigning, article.standing).filter((person) => load[person]! < most),
    random,
  ).sort((a, b) => load[a]! - load[b]!)
  return independentReaders(free, missing, assigning.isApart)
}

function shortage(assigning: Assigning, article: PlannedReaders, id: string): Shortage[] {
  const readers = article.standing.length + article.added.length
  if (readers >= article.wanted) return []
  return [{ article: id, readers, wanted: article.wanted, reason: reasonOf(assigning, article) }]
}

function reasonOf(assigning: Assigning, { wanted, standing }: PlannedReaders): ShortageReason {
  const outside = standing.filter((person) => person >= assigning.people).length
  if (wanted > assigning.people + outside) return 'people'
  const possible = independentReaders(candidates(assigning, standing), wanted - standing.length, assigning.isApart)
  return standing.length + possible.length >= wanted ? 'most' : 'apart'
}

function queues(wish: AssigningWish, { articles }: Assigning, random: Random): Map<string, readonly string[]> {
  const perPerson = wish.people.map((): string[] => [])
  for (const [index, { added }] of articles.entries())
    for (const person of added) perPerson[person]!.push(wish.articles[index]!.id)
  return new Map(
    wish.people.map(({ id }, place) => {
      const queue = perPerson[place]!
      return [id, wish.order === 'shuffled' ? shuffled(queue, random) : queue]
    }),
  )
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomPlace(random, last + 1)
    const value = mixed[last]!
    mixed[last] = mixed[other]!
    mixed[other] = value
  }
  return mixed
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}
