/** Opening a study's progress, for who manages it: persons are seen by nobody else. */
import type { Account } from '../../accounts/account.ts'
import { countArticles } from '../../articles/article-store.ts'
import type { Tag } from '../../codebook/codebook.ts'
import { listCodebooks } from '../../codebook/codebook-store.ts'
import type { Parts } from '../../parts.ts'
import { listRounds } from '../../rounds/round-store.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { countUntouched } from './article-progress-store.ts'
import type { ProgressData } from './progress-figures-page.ts'
import { isReadByPeople } from './study-progress.ts'
import { listFinishedSets, listPeople, listStandings } from './study-progress-store.ts'

/** Throws Refusal (not-found), also where somebody may not look. */
export async function openStudyProgress(
  { database: { db }, frozen }: Pick<Parts, 'database' | 'frozen'>,
  account: Account | undefined,
  slug: string,
): Promise<{ study: OpenStudy; data: ProgressData }> {
  const study = await studyToManage(db, account, slug)
  const sets = await listFinishedSets(db, study.id)
  const counts = await frozen.markCounts(db, sets)
  const readings = sets.map((set) => ({ ...set, marks: counts.get(set.set)! }))
  const rounds = await listRounds(db, study.id)
  const data = {
    rounds: rounds.filter(isReadByPeople),
    people: await listPeople(db, study.id),
    tags: usedTags(
      (await listCodebooks(db, study.id)).flatMap(({ tags }) => tags),
      new Set(readings.flatMap(({ marks }) => [...marks.keys()])),
    ),
    articles: await countArticles(db, study.id),
    standings: await listStandings(db, study.id),
    untouched: await countUntouched(db, study.id),
    readings,
  }
  return { study, data }
}

/** Each tag that any version has, as its newest version states it: those in use, and retired ones where they have marks. */
function usedTags(all: readonly Tag[], marked: ReadonlySet<string>): Tag[] {
  return [...new Map(all.map((tag) => [tag.id, tag])).values()].filter(({ id, retired }) => !retired || marked.has(id))
}
