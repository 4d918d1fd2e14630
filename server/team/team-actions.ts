/** The team of a study, for who manages it. */
import type { Account } from '../accounts/account.ts'
import { listAccounts } from '../accounts/account-store.ts'
import { may } from '../accounts/permissions.ts'
import { countSetsOf } from '../annotations/work-store.ts'
import type { Parts } from '../parts.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { countMembers, listFormerAnnotators, listMembers } from '../studies/team-store.ts'
import { listOpenInvitations } from './invitation-store.ts'
import { MEMBERS_A_PAGE, type Team } from './team-page.ts'

/** Throws Refusal (not-found). */
export async function openTeam(
  parts: Parts,
  account: Account | undefined,
  slug: string,
  { q, page }: { q: string; page: number },
): Promise<Team> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const words = q.trim()
  const members = await listMembers(db, study.id, {
    words,
    from: (page - 1) * MEMBERS_A_PAGE,
    count: MEMBERS_A_PAGE,
  })
  const former = await listFormerAnnotators(db, study.id)
  const annotators = [...members.flatMap(({ annotator }) => annotator ?? []), ...former]
  return {
    study,
    members,
    total: await countMembers(db, study.id, words),
    words,
    page,
    former,
    work: await countSetsOf(
      db,
      annotators.map(({ id }) => id),
    ),
    invitations: await listOpenInvitations(db, study.id, parts.clock.now()),
    owners: (await listAccounts(db)).filter((account) => may(account, 'manage-every-study')).map(({ name }) => name),
  }
}
