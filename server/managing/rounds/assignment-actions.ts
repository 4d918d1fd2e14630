/** A round's assignments for who manages its study: a page of them, and adding or taking away a single one. */
import type { Account } from '../../accounts/account.ts'
import type { BegunSet } from '../../annotations/set-counts.ts'
import { countSetsIn, listBegun } from '../../annotations/set-counts-store.ts'
import { openTitles } from '../../articles/titles-actions.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { AssignmentChange } from '../../rounds/assignment.ts'
import {
  addAssignments,
  countAssignments,
  isAssignedTo,
  listAdmitted,
  listAssignments,
  listChanges,
  recordChange,
  removeAssignment,
} from '../../rounds/assignment-store.ts'
import { isAssigned } from '../../rounds/round.ts'
import { listRounds } from '../../rounds/round-store.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import type { Person } from '../../studies/person.ts'
import type { ListWish } from '../../web/list.ts'
import { type RoundOfStudy, roundToManage, trainingRounds } from './round-actions.ts'
import type { OpenRound } from './round-page.ts'

const CHANGES_SHOWN = 10

export async function openRound(parts: Parts, account: Account, at: RoundOfStudy, wish: ListWish): Promise<OpenRound> {
  const { db } = parts.database
  const { study, round } = await roundToManage(db, account, at)
  const { total, hits, ...page } = await openTitles(db, study.id, wish)
  const articles = isAssigned(round) ? page.articles : []
  const ids = articles.map(({ id }) => id)
  return {
    study,
    round,
    training: trainingRounds(await listRounds(db, study.id), round),
    people: await listPeople(db, study.id),
    assigned: await countAssignments(db, round.id),
    sets: await countSetsIn(db, round.id),
    admitted: round.admission ? await listAdmitted(db, round.id) : [],
    total,
    hits,
    wish,
    articles,
    assignments: await listAssignments(db, round.id, ids),
    begun: await listBegun(db, round.id, ids),
    changes: await listChanges(db, round.id, CHANGES_SHOWN),
  }
}

interface OneAssignment extends RoundOfStudy {
  readonly article: string
  /** A pseudonym. */
  readonly annotator: string
}

/** Assigns one article to one person; twice is once. Throws Refusal (not-found). */
export async function addOne(parts: Parts, account: Account, at: OneAssignment): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const person = (await listPeople(db, study.id)).find(({ pseudonym }) => pseudonym === at.annotator)
    const article = await parts.frozen.article(db, at.article)
    if (!person?.isActive || article?.studyId !== study.id || !isAssigned(round)) throw new Refusal('not-found')
    const assignment = { roundId: round.id, articleId: article.id, annotatorId: person.id }
    if (await isAssignedTo(db, assignment)) return
    await recordChange(
      db,
      { roundId: round.id, seen: round.assignmentVersion },
      changeOf(parts, 'add', account, assignment),
    )
    await addAssignments(db, assignment, [article.id])
  })
}

/**
 * Takes one assignment away. What has been begun is taken away only by who says so, and its marks stay in the data.
 * `begun` where that stands against it. Throws Refusal (not-found).
 */
export async function removeOne(
  parts: Parts,
  account: Account,
  at: OneAssignment,
  knowsThatBegun: boolean,
): Promise<'removed' | { readonly begun: BegunSet; readonly person: Person }> {
  return parts.database.transact(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const person = (await listPeople(db, study.id)).find(({ pseudonym }) => pseudonym === at.annotator)
    const article = await parts.frozen.article(db, at.article)
    if (!person || article?.studyId !== study.id) throw new Refusal('not-found')
    const assignment = { roundId: round.id, articleId: article.id, annotatorId: person.id }
    if (!(await isAssignedTo(db, assignment))) return 'removed'
    const begun = (await listBegun(db, round.id, [at.article])).find(({ annotatorId }) => annotatorId === person.id)
    if (begun && !knowsThatBegun) return { begun, person }
    await recordChange(
      db,
      { roundId: round.id, seen: round.assignmentVersion },
      changeOf(parts, 'remove', account, { ...assignment, ...(begun && { begun: begun.id }) }),
    )
    await removeAssignment(db, assignment)
    return 'removed'
  })
}

function changeOf({ clock }: Parts, kind: 'add' | 'remove', { id }: Account, content: object): AssignmentChange {
  return { kind, content, by: id, at: clock.now() }
}
