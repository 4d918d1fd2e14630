/** What the pages of a study's rounds show. */
import type { BegunSet, SetCounts } from '../../annotations/set-counts.ts'
import type { TitledArticle } from '../../articles/article.ts'
import type { Assignment, AssignmentChange } from '../../rounds/assignment.ts'
import { dayInWords } from '../../rounds/due.ts'
import { isAssigned, MARKED_AT_THE_DESK, type Round } from '../../rounds/round.ts'
import type { Person } from '../../studies/person.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { type ListWish, type ShownList, shownList } from '../../web/list.ts'
import { roundPath } from './round-paths.ts'

/** The form for a round's terms, as it is typed. */
export interface TermsForm {
  readonly dueOn: string
  readonly admission: string
  readonly percent: string
}

export interface OpenRound {
  readonly study: OpenStudy
  readonly round: Round
  readonly training: readonly Round[]
  readonly people: readonly Person[]
  /** Annotator → how many articles are assigned, begun and done. */
  readonly assigned: ReadonlyMap<string, number>
  readonly sets: ReadonlyMap<string, SetCounts>
  readonly admitted: readonly string[]
  /** How many articles the study has, and how many the wish leaves; a page of these, with who reads them. */
  readonly total: number
  readonly hits: number
  readonly wish: ListWish
  readonly articles: readonly TitledArticle[]
  readonly assignments: readonly Assignment[]
  readonly begun: readonly BegunSet[]
  readonly changes: readonly AssignmentChange[]
}

export interface RoundPage {
  readonly study: OpenStudy
  readonly round: Round
  readonly path: string
  readonly isOpen: boolean
  readonly isAssigned: boolean
  /** Whether readings are made in it, and not elsewhere. */
  readonly isMarked: boolean
  /** Whether somebody marks in it at the desk, and not everybody who comes. */
  readonly isForTeam: boolean
  readonly due: string | undefined
  readonly training: readonly Pick<Round, 'id' | 'title'>[]
  readonly typed: TermsForm
  readonly faults: Readonly<Record<string, string>>
  readonly people: readonly PersonRow[]
  readonly articles: readonly ArticleRow[]
  readonly list: ShownList
  readonly changes: readonly ChangeRow[]
}

interface PersonRow {
  readonly pseudonym: string
  readonly name: string
  readonly isActive: boolean
  readonly assigned: number
  readonly begun: number
  readonly done: number
  readonly isAdmitted: boolean
}

interface ArticleRow {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly language: string
  readonly readers: readonly { readonly pseudonym: string; readonly name: string; readonly state: string }[]
  /** Who could be added. */
  readonly others: readonly { readonly pseudonym: string; readonly name: string }[]
}

interface ChangeRow {
  readonly kind: 'plan' | 'add' | 'remove'
  readonly at: string
  readonly seed: number | undefined
  readonly readers: number | undefined
}

export function roundPage(
  open: OpenRound,
  language: string,
  again?: { readonly typed: TermsForm; readonly faults: Readonly<Record<string, string>> },
): RoundPage {
  const { study, round, training, people, total, hits, wish, changes } = open
  const typed = {
    dueOn: round.dueOn ?? '',
    admission: round.admission?.round ?? '',
    percent: String(round.admission?.percent ?? ''),
  }
  return {
    study,
    round,
    path: roundPath(study.slug, round.id),
    isMarked: MARKED_AT_THE_DESK.includes(round.kind),
    isOpen: round.closedAt === undefined,
    isAssigned: isAssigned(round),
    isForTeam: round.kind === 'annotation' || round.kind === 'training',
    due: round.dueOn && dayInWords(round.dueOn, language),
    training: training.map(({ id, title }) => ({ id, title })),
    typed: again?.typed ?? typed,
    faults: again?.faults ?? {},
    people: people
      .map((person) => personRow(open, person))
      .filter((row) => row.isActive || row.assigned + row.begun > 0),
    articles: articleRows(open),
    list: shownList(wish, [], { total, hits, narrowing: [] }),
    changes: changes.map(({ kind, content, at }) => ({ kind, at: momentInWords(at, language), ...seedOf(content) })),
  }
}

function personRow({ round, assigned, sets, admitted, total }: OpenRound, person: Person): PersonRow {
  const { id, pseudonym, name, isActive } = person
  return {
    pseudonym,
    name,
    isActive,
    assigned: isAssigned(round) ? (assigned.get(id) ?? 0) : total,
    begun: sets.get(id)?.begun ?? 0,
    done: sets.get(id)?.done ?? 0,
    isAdmitted: admitted.includes(id),
  }
}

function articleRows({ articles, assignments, begun, people }: OpenRound): ArticleRow[] {
  return articles.map(({ id, position, title, language }) => {
    const readers = assignments.filter(({ articleId }) => articleId === id).map(({ annotatorId }) => annotatorId)
    return {
      id,
      position,
      title,
      language,
      readers: people
        .filter((person) => readers.includes(person.id))
        .map(({ id: annotator, pseudonym, name }) => ({
          pseudonym,
          name,
          state: begun.find((set) => set.articleId === id && set.annotatorId === annotator)?.state ?? 'new',
        })),
      others: people.filter((person) => person.isActive && !readers.includes(person.id)),
    }
  })
}

function seedOf(content: object): Pick<ChangeRow, 'seed' | 'readers'> {
  const { seed, readers } = content as { seed?: number; readers?: number }
  return { seed, readers }
}

function momentInWords(moment: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(moment),
  )
}
