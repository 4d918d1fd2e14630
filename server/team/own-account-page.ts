/** What is shown of one's own account, and before one erases oneself. */
import type { StudyRole } from '../accounts/permissions.ts'
import { NO_WORK, type Work } from '../annotations/work.ts'
import { dayOf } from './team-page.ts'

/** A study that somebody is in, or has annotated in. */
export interface OwnPlace {
  readonly slug: string
  readonly title: string
  readonly roles: readonly StudyRole[]
  readonly pseudonym: string | undefined
  readonly isNamed: boolean
  readonly work: Work
}

export interface OwnAccount {
  readonly places: readonly OwnPlace[]
  /** Sessions beside the one at hand. */
  readonly otherSessions: number
  readonly tokens: readonly { readonly id: string; readonly createdAt: string }[]
}

export interface OwnAccountPage {
  readonly places: readonly OwnPlace[]
  readonly otherSessions: number
  readonly tokens: readonly { readonly id: string; readonly since: string }[]
  /** What is typed into the form of the name. */
  readonly typedName: string
  readonly faults: Readonly<Record<string, string>>
}

export function ownAccountPage(
  { places, otherSessions, tokens }: OwnAccount,
  language: string,
  typedName: string,
  faults: Readonly<Record<string, string>>,
): OwnAccountPage {
  return {
    places,
    otherSessions,
    tokens: tokens.map(({ id, createdAt }) => ({ id, since: dayOf(createdAt, language) })),
    typedName,
    faults,
  }
}

export interface ErasurePage {
  readonly studies: number
  readonly work: Work & { readonly marks: number; readonly questions: number }
  /** What stands against it. */
  readonly isLastOwner: boolean
  readonly managedAlone: readonly { readonly slug: string; readonly title: string }[]
  readonly isWrong: boolean
}

export function workOfAll(works: readonly Work[]): Work {
  return works.reduce(
    (sum, { sets, finished }) => ({ sets: sum.sets + sets, finished: sum.finished + finished }),
    NO_WORK,
  )
}
