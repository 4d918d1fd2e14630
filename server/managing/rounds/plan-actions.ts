/** Planning who reads what: looked at as often as one likes, then put into force whole. */
import type { Account } from '../../accounts/account.ts'
import { listReferences } from '../../annotations/reference-store.ts'
import { listTitles } from '../../articles/article-store.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { assign } from '../../rounds/assigning.ts'
import { addAssignments, listAssignments, recordChange } from '../../rounds/assignment-store.ts'
import { MARKED_AT_THE_DESK } from '../../rounds/round.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import type { Person } from '../../studies/person.ts'
import { reasonsOf } from '../../web/reasons.ts'
import type { OpenPlan, PlanWish } from './plan-page.ts'
import { type RoundOfStudy, roundToManage } from './round-actions.ts'
import { type PlanForm, planNumbers } from './round-input.ts'

const MOST_ARTICLES = 1_000_000

/** Makes a plan and changes nothing. Throws Refusal (not-found). */
export async function openPlan(parts: Parts, account: Account, at: RoundOfStudy, form: PlanForm): Promise<OpenPlan> {
  return planIn(parts, parts.database.db, account, at, form)
}

/**
 * Makes the plan again and puts it into force, if the assignments still are as they were when it was looked at.
 * Throws Refusal: not-found, stale, or invalid.
 */
export async function applyPlan(
  parts: Parts,
  account: Account,
  at: RoundOfStudy,
  form: PlanForm & { readonly seen: number },
): Promise<void> {
  await parts.database.transact(async (db) => {
    const { round, wish, plan, faults } = await planIn(parts, db, account, at, form)
    if (Object.keys(faults).length > 0) throw new Refusal('invalid', faults)
    const change = { kind: 'plan', content: wish, by: account.id, at: parts.clock.now() } as const
    if (!(await recordChange(db, { roundId: round.id, seen: form.seen }, change))) throw new Refusal('stale')
    for (const [annotatorId, articles] of plan.queues)
      await addAssignments(db, { roundId: round.id, annotatorId }, articles)
  })
}

async function planIn(parts: Parts, db: Db, account: Account, at: RoundOfStudy, form: PlanForm): Promise<OpenPlan> {
  const { study, round } = await roundToManage(db, account, at)
  if (!MARKED_AT_THE_DESK.includes(round.kind) || ['demonstration', 'workshop'].includes(round.kind))
    throw new Refusal('not-found')
  const people = (await listPeople(db, study.id)).filter(({ isActive }) => isActive)
  const articles = await listTitles(db, study.id, { from: 0, count: MOST_ARTICLES })
  const references = new Set((await listReferences(db, round)).keys())
  const standing = new Map<string, string[]>()
  const load = new Map<string, number>()
  for (const { articleId, annotatorId } of await listAssignments(db, round.id)) {
    standing.set(articleId, [...(standing.get(articleId) ?? []), annotatorId])
    load.set(annotatorId, (load.get(annotatorId) ?? 0) + 1)
  }
  const { wish, faults } = wishOf(form, people, articles.at(-1)?.position ?? 0, parts.clock.newId())
  const meant = articles.filter(({ position }) => position >= wish.first && position <= wish.last)
  const plan = assign({
    ...wish,
    articles: meant.map(({ id }) => ({
      id,
      readers: standing.get(id) ?? [],
      isControl: wish.controls && references.has(id),
    })),
    people: wish.people.map((id) => ({ id, load: load.get(id) ?? 0 })),
  })
  return { study, round, people, articles: meant, standing, references, wish, plan, faults }
}

const USUAL_READERS = 3
const SEEDS = 1_000_000

/** What was typed → a wish; what does not fit is named, and as usual in the wish. */
function wishOf(
  form: PlanForm,
  people: readonly Person[],
  lastPlace: number,
  chance: string,
): { wish: PlanWish; faults: Record<string, string> } {
  const numbers = planNumbers.safeParse(form)
  const given = numbers.success ? numbers.data : undefined
  const idOf = (pseudonym: string | undefined) => people.find((person) => person.pseudonym === pseudonym)?.id
  const chosen = people.filter(({ pseudonym }) => form.person.length === 0 || form.person.includes(pseudonym))
  const apart = form.apartOne.flatMap((one, index): [string, string][] => {
    const [a, b] = [idOf(one), idOf(form.apartOther[index])]
    return a === undefined || b === undefined || a === b ? [] : [[a, b]]
  })
  const wish = {
    readers: given?.readers ?? Math.min(USUAL_READERS, Math.max(chosen.length, 1)),
    most: given?.most,
    first: given?.first ?? 1,
    last: given?.last ?? lastPlace,
    people: chosen.map(({ id }) => id),
    apart,
    controls: form.controls !== '',
    order: form.order,
    seed: (form.again === undefined ? given?.seed : undefined) ?? Number.parseInt(chance.slice(-8), 16) % SEEDS,
  }
  return { wish, faults: numbers.success ? {} : reasonsOf(numbers.error) }
}
