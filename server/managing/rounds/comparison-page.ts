/** How close everybody's readings in a round come to the reference. */
import type { BegunSet } from '../../annotations/set-counts.ts'
import { tagStyles } from '../../codebook/tag-styles.ts'
import type { Closeness } from '../../qualification/closeness.ts'
import type { Feedback } from '../../qualification/feedback.ts'
import { type ComparedPage, comparedPage, type FeedbackSpeech } from '../../qualification/feedback-page.ts'
import type { Round } from '../../rounds/round.ts'
import type { Person } from '../../studies/person.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { roundPath } from './round-paths.ts'

export interface OpenComparison {
  readonly study: OpenStudy
  readonly round: Round
  readonly people: readonly Person[]
  readonly closeness: ReadonlyMap<string, Closeness>
  /** Articles of the study, and those with a reference reading under the round's codebook version. */
  readonly articles: number
  readonly references: number
  /** What was handed in in the round. */
  readonly finished: readonly BegunSet[]
}

export interface ComparisonPage {
  readonly study: OpenStudy
  readonly round: string
  readonly path: string
  readonly people: readonly PersonRow[]
  readonly articles: number
  readonly references: number
  /** Whose readings can become the reference. */
  readonly authors: readonly { readonly pseudonym: string; readonly name: string; readonly finished: number }[]
}

interface PersonRow {
  readonly name: string
  readonly articles: number
  readonly f1: string | undefined
  /** Where their readings stand beside the reference. */
  readonly path: string
}

export function comparisonPage(open: OpenComparison, language: string): ComparisonPage {
  const { study, round, people, closeness, articles, references, finished } = open
  const handedIn = Map.groupBy(finished, ({ annotatorId }) => annotatorId)
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const path = roundPath(study.slug, round.id)
  return {
    study,
    round: round.title,
    path,
    articles,
    references,
    authors: people.flatMap(({ id, name, pseudonym }) => {
      const finished = handedIn.get(id)?.length ?? 0
      return finished === 0 ? [] : [{ pseudonym, name, finished }]
    }),
    people: people.flatMap(({ id, name, pseudonym }) => {
      const found = closeness.get(id)
      if (!found) return []
      const f1 = found.f1 === undefined ? undefined : number.format(found.f1)
      return [{ name, articles: found.articles, f1, path: `${path}/comparison/${encodeURIComponent(pseudonym)}` }]
    }),
  }
}

export interface OpenPerson {
  readonly study: OpenStudy
  readonly person: Person
  readonly feedback: Feedback
}

export interface ComparedPersonPage {
  readonly tagStyles: string
  readonly study: OpenStudy
  readonly name: string
  readonly round: string
  /** Of the comparison of everybody. */
  readonly path: string
  readonly compared: ComparedPage
}

export function comparedPersonPage(
  { study, person, feedback }: OpenPerson,
  page: number,
  speech: FeedbackSpeech,
): ComparedPersonPage {
  const { round, codebook } = feedback
  return {
    tagStyles: tagStyles(codebook, speech.language, speech.edges),
    study,
    name: person.name,
    round: round.title,
    path: `${roundPath(study.slug, round.id)}/comparison`,
    compared: comparedPage(feedback, page, speech, ({ set }) => set),
  }
}
