/** The team of a study, for who manages it. */
import type { Account } from '../accounts/account.ts'
import { listAccounts } from '../accounts/account-store.ts'
import { may } from '../accounts/permissions.ts'
import { countSetsOf } from '../annotations/work-store.ts'
import type { Parts } from '../parts.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { countMembers, listFormerAnnotators, listMembers } from '../studies/team-store.ts'
import { type ListWish, ROWS_A_PAGE, rowsBefore } from '../web/list.ts'
import { listOpenInvitations } from './invitation-store.ts'
import type { Team } from './team-page.ts'

/** Throws Refusal (not-found). */
export async function openTeam(
  parts: Parts,
  account: Account | undefined,
  slug: string,
  wish: ListWish,
): Promise<Team> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const members = await listMembers(db, study.id, {
    words: wish.q,
    from: rowsBefore(wish),
    count: ROWS_A_PAGE,
  })
  const former = await listFormerAnnotators(db, study.id)
  const annotators = [...members.flatMap(({ annotator }) => annotator ?? []), ...former]
  return {
    study,
    members,
    total: await countMembers(db, study.id, ''),
    hits: await countMembers(db, study.id, wish.q),
    wish,
    former,
    work: await countSetsOf(
      db,
      annotators.map(({ id }) => id),
    ),
    invitations: await listOpenInvitations(db, study.id, parts.clock.now()),
    owners: (await listAccounts(db)).filter((account) => may(account, 'manage-every-study')).map(({ name }) => name),
  }
}
