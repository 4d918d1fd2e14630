/** How close everybody's readings in a round come to the reference. */
import type { Closeness } from '../../qualification/closeness.ts'
import type { Round } from '../../rounds/round.ts'
import type { Person } from '../../studies/person.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { roundPath } from './round-paths.ts'

export interface OpenComparison {
  readonly study: OpenStudy
  readonly round: Round
  readonly people: readonly Person[]
  readonly closeness: ReadonlyMap<string, Closeness>
}

export interface ComparisonPage {
  readonly study: OpenStudy
  readonly round: string
  readonly path: string
  readonly people: readonly { readonly name: string; readonly articles: number; readonly f1: string | undefined }[]
}

export function comparisonPage({ study, round, people, closeness }: OpenComparison, language: string): ComparisonPage {
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return {
    study,
    round: round.title,
    path: roundPath(study.slug, round.id),
    people: people.flatMap(({ id, name }) => {
      const found = closeness.get(id)
      if (!found) return []
      return [{ name, articles: found.articles, f1: found.f1 === undefined ? undefined : number.format(found.f1) }]
    }),
  }
}
