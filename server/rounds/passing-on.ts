/**
 * Evens out what was chosen article by article, where a limit or pairs that are kept apart stood in the way: people pass
 * articles on, from one to the next, until who has most can give no more to who has least.
 */
import { type Assigning, candidates, type PlannedReaders } from './assigning.ts'
import { independentReaders } from './independent-readers.ts'

/** So many looks at whether somebody could take an article; after that a plan stays as it is. */
const MOST_LOOKS = 40_000_000

/** One article passes from one person to another. */
interface Pass {
  readonly article: PlannedReaders
  readonly from: number
  readonly to: number
}

/** Changes the plan in place. */
export function evened(assigning: Assigning): void {
  const looks = { left: MOST_LOOKS }
  fillUp(assigning, looks)
  pickAgain(assigning)
  for (const person of byLoad(assigning).reverse())
    while (assigning.load[person]! > leastLoad(assigning) + 1) {
      const goal = assigning.load[person]! - 2
      if (!passOn(assigning, person, (other) => assigning.load[other]! <= goal, looks)) break
    }
}

/** Who has all that they may have can still take an article if they pass another one on. */
function fillUp(assigning: Assigning, looks: { left: number }): void {
  const { load, most, people } = assigning
  const hasRoom = (person: number) => load[person]! < most
  for (const article of assigning.articles) {
    while (article.standing.length + article.added.length < article.wanted && looks.left > 0) {
      if (!Array.from({ length: people }, (_, person) => person).some(hasRoom)) return
      const readers = [...article.standing, ...article.added]
      const taker = candidates(assigning, readers).find(
        (person) => hasRoom(person) || passOn(assigning, person, hasRoom, looks),
      )
      if (taker === undefined || !isFree(assigning, article, taker)) break
      article.added.push(taker)
      load[taker]!++
    }
  }
}

/** Where people are kept apart, whom an article has may be seen otherwise once all the others have theirs. */
function pickAgain(assigning: Assigning): void {
  const { load, most } = assigning
  for (let round = 0; round < 3 && spread(assigning) > 1; round++)
    for (const article of assigning.articles) {
      if (article.added.length === 0) continue
      for (const person of article.added) load[person]!--
      const free = candidates(assigning, article.standing)
        .filter((person) => load[person]! < most)
        .sort((a, b) => load[a]! - load[b]!)
      const again = independentReaders(free, article.added.length, assigning.isApart)
      if (again.length === article.added.length && cost(load, again) < cost(load, article.added)) article.added = again
      for (const person of article.added) load[person]!++
    }
}

function cost(load: readonly number[], people: readonly number[]): number {
  return people.reduce((sum, person) => sum + load[person]!, 0)
}

/** Finds a shortest way by which somebody ends with one article less and another one, who fits, with one more. */
function passOn(
  assigning: Assigning,
  first: number,
  fits: (person: number) => boolean,
  looks: { left: number },
): boolean {
  const cameBy = new Map<number, Pass | undefined>([[first, undefined]])
  const waiting = [first]
  for (const from of waiting)
    for (const article of assigning.articles) {
      if (!article.added.includes(from)) continue
      for (let to = 0; to < assigning.people; to++) {
        if (--looks.left <= 0) return false
        if (cameBy.has(to) || !canReplace(assigning, article, from, to)) continue
        cameBy.set(to, { article, from, to })
        if (fits(to)) return carryOut(assigning, wayTo(cameBy, to))
        waiting.push(to)
      }
    }
  return false
}

function wayTo(cameBy: ReadonlyMap<number, Pass | undefined>, last: number): Pass[] {
  const way: Pass[] = []
  for (let pass = cameBy.get(last); pass; pass = cameBy.get(pass.from)) way.unshift(pass)
  return way
}

/** A way that leads twice through one article could bring two together who are kept apart: then nothing is done. */
function carryOut({ load }: Assigning, way: readonly Pass[]): boolean {
  if (new Set(way.map(({ article }) => article)).size < way.length) return false
  for (const { article, from, to } of way)
    article.added = article.added.map((person) => (person === from ? to : person))
  load[way[0]!.from]!--
  load[way.at(-1)!.to]!++
  return true
}

function canReplace({ isApart }: Assigning, { standing, added }: PlannedReaders, from: number, to: number): boolean {
  const stands = (reader: number) => reader === from || (reader !== to && !isApart(reader, to))
  return standing.every(stands) && added.every(stands)
}

function isFree({ isApart }: Assigning, { standing, added }: PlannedReaders, person: number): boolean {
  return [...standing, ...added].every((reader) => reader !== person && !isApart(reader, person))
}

function byLoad({ load }: Assigning): number[] {
  return load.map((_, person) => person).sort((a, b) => load[a]! - load[b]!)
}

function leastLoad({ load }: Assigning): number {
  return load.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
}

function spread({ load }: Assigning): number {
  return load.reduce((most, one) => Math.max(most, one), 0) - leastLoad({ load } as Assigning)
}
