/** What the page of a study's rounds shows: the list, and the form for a new one. */
import { type Codebook, inLanguage } from '../../codebook/codebook.ts'
import { dayInWords } from '../../rounds/due.ts'
import { isAssigned, MARKED_AT_THE_DESK, NEW_KINDS, type Round } from '../../rounds/round.ts'
import { ROUND_ORDERS, ROUND_STATES, type RoundWish } from '../../rounds/round-list.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { listChoice, type ShownList, shownList } from '../../web/list.ts'
import { roundPath } from './round-paths.ts'

export interface OpenRounds {
  readonly study: OpenStudy
  /** Those of this page. */
  readonly rounds: readonly Round[]
  /** Rounds there are, and rounds that the wish leaves. */
  readonly total: number
  readonly hits: number
  readonly wish: RoundWish
  /** Published versions, the newest last. */
  readonly codebooks: readonly Codebook[]
}

export interface RoundListWords {
  readonly order: string
  readonly orders: Readonly<Record<string, string>>
  readonly state: string
  readonly states: Readonly<Record<string, string>>
}

/** The form for a new round, as it is typed. */
export interface NewRoundForm {
  readonly title: string
  readonly kind: string
  readonly codebookVersion: string
  readonly dueOn: string
}

interface RoundRow {
  readonly title: string
  readonly kind: Round['kind']
  readonly path: string
  readonly isOpen: boolean
  readonly isAssigned: boolean
  /** Whether readings are made in it, and not elsewhere. */
  readonly isMarked: boolean
  readonly due: string | undefined
  readonly codebook: string
  readonly version: number
}

export interface RoundsPage {
  readonly study: OpenStudy
  readonly rounds: readonly RoundRow[]
  readonly list: ShownList
  readonly kinds: readonly Round['kind'][]
  readonly codebooks: readonly { readonly value: string; readonly title: string; readonly version: number }[]
  readonly typed: NewRoundForm
  readonly faults: Readonly<Record<string, string>>
}

export const NOTHING_TYPED: NewRoundForm = { title: '', kind: 'annotation', codebookVersion: '', dueOn: '' }

export function roundsPage(
  { study, rounds, total, hits, wish, codebooks }: OpenRounds,
  { language, words }: { readonly language: string; readonly words: RoundListWords },
  typed: NewRoundForm,
  faults: Readonly<Record<string, string>>,
): RoundsPage {
  const newest = codebooks.at(-1)
  const choices = [
    listChoice('state', words.state, wish.state, ROUND_STATES, words.states),
    listChoice('order', words.order, wish.order, ROUND_ORDERS, words.orders),
  ]
  return {
    study,
    rounds: rounds.map((round) => rowOf(study, round, codebooks, language)),
    list: shownList(wish, choices, { total, hits, narrowing: ['state'] }),
    kinds: NEW_KINDS,
    codebooks: codebooks.map(({ id, version, title }) => ({
      value: `${id}/${version}`,
      title: inLanguage(title, language),
      version,
    })),
    typed:
      typed.codebookVersion === '' && newest ? { ...typed, codebookVersion: `${newest.id}/${newest.version}` } : typed,
    faults,
  }
}

function rowOf(study: OpenStudy, round: Round, codebooks: readonly Codebook[], language: string): RoundRow {
  const codebook = codebooks.find(({ id, version }) => id === round.codebook.id && version === round.codebook.version)
  return {
    title: round.title,
    kind: round.kind,
    path: roundPath(study.slug, round.id),
    isOpen: round.closedAt === undefined,
    isAssigned: isAssigned(round),
    isMarked: MARKED_AT_THE_DESK.includes(round.kind),
    due: round.dueOn && dayInWords(round.dueOn, language),
    codebook: codebook ? inLanguage(codebook.title, language) : '',
    version: round.codebook.version,
  }
}
