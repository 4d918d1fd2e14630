/** What a plan shows before it is put into force: who gets how much, who reads with whom, and what cannot be. */
import type { TitledArticle } from '../../articles/article.ts'
import type { AssigningPlan, ShortageReason } from '../../rounds/assigning.ts'
import type { Round } from '../../rounds/round.ts'
import type { Person } from '../../studies/person.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { type Pages, pagesOf, ROWS_A_PAGE, rowsBefore } from '../../web/list.ts'
import { roundPath } from './round-paths.ts'

/** What a plan was asked for, as it is kept with it: the same wish makes the same plan where nothing else has changed. */
export interface PlanWish {
  readonly readers: number
  readonly most?: number | undefined
  /** Places of the first and the last article in the study. */
  readonly first: number
  readonly last: number
  /** Ids of annotators. */
  readonly people: readonly string[]
  readonly apart: readonly (readonly [string, string])[]
  /** Whether everybody reads the articles that have a reference reading. */
  readonly controls: boolean
  readonly order: 'study' | 'shuffled'
  readonly seed: number
}

export interface OpenPlan {
  readonly study: OpenStudy
  readonly round: Round
  readonly people: readonly Person[]
  readonly articles: readonly TitledArticle[]
  /** Article → who reads it now. */
  readonly standing: ReadonlyMap<string, readonly string[]>
  /** The articles with a reference reading. */
  readonly references: ReadonlySet<string>
  readonly wish: PlanWish
  readonly plan: AssigningPlan
  readonly faults: Readonly<Record<string, string>>
}

/** Above so many people a table of pairs is no longer read. */
const MOST_IN_MATRIX = 30
const EMPTY_PAIRS = 2

interface Named {
  readonly pseudonym: string
  readonly name: string
}

export interface PlanPage {
  readonly study: OpenStudy
  readonly round: Pick<Round, 'title' | 'assignmentVersion'>
  readonly path: string
  readonly faults: Readonly<Record<string, string>>
  /** Put into words above it. */
  readonly notice: string | undefined
  readonly people: readonly (Named & { isChosen: boolean; standing: number; added: number })[]
  /** With two more rows to fill in. */
  readonly pairs: readonly { readonly one: string; readonly other: string }[]
  readonly wish: Omit<OpenPlan['wish'], 'people' | 'apart'>
  readonly references: number
  readonly planned: number
  readonly added: number
  readonly shortages: readonly {
    readonly reason: ShortageReason
    readonly articles: number
    readonly missing: number
  }[]
  /** How many articles have so many readers. */
  readonly histogram: readonly { readonly readers: number; readonly articles: number }[]
  /** How many articles any two read both; no rows where there are too many people. */
  readonly matrix: readonly (Named & { readonly cells: readonly (number | undefined)[] })[]
  readonly articles: readonly {
    readonly position: number
    readonly title: string
    readonly language: string
    readonly hasReference: boolean
    readonly standing: readonly string[]
    readonly added: readonly string[]
  }[]
  readonly list: Pages
  /** The same plan as fields of a form. */
  readonly fields: readonly (readonly [string, string])[]
}

export function planPage(open: OpenPlan, page: number, notice?: string): PlanPage {
  const { study, round, people, articles, standing, references, wish, plan, faults } = open
  const { people: chosen, apart, ...shown } = wish
  const nameOf = (id: string) => people.find((person) => person.id === id)
  const added = people.map(({ id }) => plan.queues.get(id)?.length ?? 0)
  const fields = fieldsOf(open)
  const from = rowsBefore({ page })
  return {
    study,
    round,
    path: roundPath(study.slug, round.id),
    faults,
    notice,
    people: people.map(({ id, pseudonym, name }, index) => ({
      pseudonym,
      name,
      isChosen: chosen.includes(id),
      standing: countOf(standing, id),
      added: added[index]!,
    })),
    pairs: [
      ...apart.map(([one, other]) => ({ one: nameOf(one)!.pseudonym, other: nameOf(other)!.pseudonym })),
      ...Array.from({ length: EMPTY_PAIRS }, () => ({ one: '', other: '' })),
    ],
    wish: shown,
    references: articles.filter(({ id }) => references.has(id)).length,
    planned: articles.length,
    added: added.reduce((sum, one) => sum + one, 0),
    shortages: shortagesOf(open),
    histogram: histogramOf(open),
    matrix: matrixOf(open),
    articles: articles.slice(from, from + ROWS_A_PAGE).map(({ id, position, title, language }) => {
      const before = standing.get(id) ?? []
      const names = (ids: readonly string[]) => ids.map((reader) => nameOf(reader)?.name ?? '–')
      return {
        position,
        title,
        language,
        hasReference: references.has(id),
        standing: names(before),
        added: names((plan.readers.get(id) ?? []).filter((reader) => !before.includes(reader))),
      }
    }),
    list: pagesOf(page, articles.length, (other) => `?${new URLSearchParams([...fields, ['page', String(other)]])}`),
    fields,
  }
}

function countOf(standing: OpenPlan['standing'], person: string): number {
  return [...standing.values()].filter((readers) => readers.includes(person)).length
}

function shortagesOf({ plan }: OpenPlan): PlanPage['shortages'] {
  return [...Map.groupBy(plan.shortages, ({ reason }) => reason)].map(([reason, found]) => ({
    reason,
    articles: found.length,
    missing: found.reduce((sum, { wanted, readers }) => sum + wanted - readers, 0),
  }))
}

function histogramOf({ articles, plan }: OpenPlan): PlanPage['histogram'] {
  const found = Map.groupBy(articles, ({ id }) => plan.readers.get(id)?.length ?? 0)
  return [...found]
    .map(([readers, those]) => ({ readers, articles: those.length }))
    .sort((a, b) => b.readers - a.readers)
}

function matrixOf({ people, plan }: OpenPlan): PlanPage['matrix'] {
  if (people.length > MOST_IN_MATRIX) return []
  const places = new Map(people.map(({ id }, place) => [id, place]))
  const counts = people.map(() => people.map(() => 0))
  for (const readers of plan.readers.values()) {
    const known = readers.flatMap((reader) => places.get(reader) ?? [])
    for (const one of known) for (const other of known) counts[one]![other]!++
  }
  return people.map(({ pseudonym, name }, row) => ({
    pseudonym,
    name,
    cells: counts[row]!.map((count, column) => (column === row ? undefined : count)),
  }))
}

function fieldsOf({ wish, people }: OpenPlan): [string, string][] {
  const nameOf = (id: string) => people.find((person) => person.id === id)!.pseudonym
  const everybody = wish.people.length === people.length
  return [
    ['readers', String(wish.readers)],
    ['most', String(wish.most ?? '')],
    ['first', String(wish.first)],
    ['last', String(wish.last)],
    ...(everybody ? [] : wish.people.map((id): [string, string] => ['person', nameOf(id)])),
    ...wish.apart.flatMap(([one, other]): [string, string][] => [
      ['apartOne', nameOf(one)],
      ['apartOther', nameOf(other)],
    ]),
    ...(wish.controls ? [['controls', 'on'] as [string, string]] : []),
    ['order', wish.order],
    ['seed', String(wish.seed)],
  ]
}
