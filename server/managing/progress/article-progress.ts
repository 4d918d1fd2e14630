/** Who is where in a round: for each article and person, how far the reading has come. */
import type { SetState } from '../../annotations/annotation-set.ts'
import type { TitledArticle } from '../../articles/article.ts'
import type { Round } from '../../rounds/round.ts'
import type { OpenStudy } from '../../studies/study.ts'
import type { ListWish } from '../../web/list.ts'

/** The round that is shown where none is named: the newest open one, else the newest. */
export function usualRound(rounds: readonly Round[]): Round | undefined {
  return rounds.findLast(({ closedAt }) => closedAt === undefined) ?? rounds.at(-1)
}

/** A reading that has begun, or that is to be made. */
export interface Place {
  readonly article: string
  readonly annotator: string
  readonly state: SetState
  /** Seconds of active time; undefined where none was measured. */
  readonly activeSeconds: number | undefined
}

export interface Reader {
  readonly id: string
  readonly pseudonym: string
  readonly name: string | undefined
  /** Whether they may annotate in the study now. */
  readonly isActive: boolean
}

export interface States {
  /** Those who read in the round, or have begun to. */
  readonly people: readonly Reader[]
  /** Undefined where an article is not theirs. */
  find(article: string, annotator: string): Omit<Place, 'article' | 'annotator'> | undefined
}

const NEW = { state: 'new', activeSeconds: undefined } as const

/**
 * @param people those who read in the round
 * @param isForAll whether nothing is assigned in it, so that every article is everybody's
 */
export function statesOf(places: readonly Place[], people: readonly Reader[], isForAll: boolean): States {
  const found = new Map(places.map((place) => [`${place.article} ${place.annotator}`, place]))
  const active = new Set(people.filter(({ isActive }) => isActive).map(({ id }) => id))
  return {
    people,
    find: (article, annotator) =>
      found.get(`${article} ${annotator}`) ?? (isForAll && active.has(annotator) ? NEW : undefined),
  }
}

/** A page of the table of who is where, as it was opened. */
export interface OpenArticleProgress {
  readonly study: OpenStudy
  readonly rounds: readonly Round[]
  readonly round: Round | undefined
  readonly articles: readonly TitledArticle[]
  readonly total: number
  readonly hits: number
  readonly states: States
  readonly wish: ListWish
}
