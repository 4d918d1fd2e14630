/** Studies with what is in them, and one as it stands. */
import type { Account } from '../accounts/account.ts'
import { rightsIn, rolesFor } from '../accounts/permissions.ts'
import { countAnnotationsOfStudy } from '../annotations/annotation-counts-store.ts'
import type { Progress } from '../annotations/progress.ts'
import { listProgress } from '../annotations/progress-store.ts'
import { countArticles } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import { countQuestions } from '../questions/question-store.ts'
import { countListedRounds, listRoundsOf } from '../rounds/round-list-store.ts'
import { listRounds } from '../rounds/round-store.ts'
import { accessTo, studyFor } from '../studies/study-actions.ts'
import { listStudies } from '../studies/study-store.ts'
import { listStudiesOf } from '../studies/team-store.ts'
import type { ListedStudy, OwnStudy } from './study-list-page.ts'
import type { StudyOverview } from './study-page.ts'

export async function listStudiesWithCounts({ database: { db } }: Pick<Parts, 'database'>): Promise<ListedStudy[]> {
  const listed: ListedStudy[] = []
  for (const { id, slug, title } of await listStudies(db)) {
    const articles = await countArticles(db, id)
    listed.push({ id, slug, title, articles, annotations: await countAnnotationsOfStudy(db, id) })
  }
  return listed
}

/** The studies that somebody may see. */
export async function listOwnStudies(parts: Pick<Parts, 'database'>, account: Account): Promise<OwnStudy[]> {
  const own: OwnStudy[] = []
  for (const study of await listStudiesWithCounts(parts)) {
    const rights = rightsIn(await accessTo(parts.database.db, account, study.id))
    if (rights.includes('see-study')) own.push({ ...study, rights })
  }
  return own
}

const ALL_ROUNDS = { q: '', state: 'any' } as const
const ROUNDS_SHOWN = 10

/** A study for who is in it. Throws Refusal (not-found). */
export async function openStudy(parts: Parts, account: Account | undefined, slug: string): Promise<StudyOverview> {
  const { db } = parts.database
  const study = await studyFor(db, account, 'see-study', { slug })
  const rounds = await listRoundsOf(db, study.id, { ...ALL_ROUNDS, order: 'newest', from: 0, count: ROUNDS_SHOWN })
  const withCodebooks = rounds.map(async (round) => ({
    round,
    codebook: await parts.frozen.codebook(db, round.codebook),
  }))
  return {
    study,
    articles: await countArticles(db, study.id),
    annotations: await countAnnotationsOfStudy(db, study.id),
    questions: study.rights.includes('answer-questions') ? (await countQuestions(db)).get(study.id) : undefined,
    queue: account ? await queueIn(db, account, study.id) : [],
    today: parts.clock.now().slice(0, 10),
    roundCount: await countListedRounds(db, study.id, ALL_ROUNDS),
    rounds: await Promise.all(withCodebooks),
  }
}

/** The open rounds of a study in which somebody who annotates there has something to read. */
async function queueIn(db: Db, account: Account, studyId: string): Promise<Progress[]> {
  const annotates = await listStudiesOf(db, account.id, rolesFor('mark-rounds'))
  if (!annotates.includes(studyId)) return []
  const own = new Set((await listRounds(db, studyId)).map(({ id }) => id))
  return (await listProgress(db, account.id, { studies: [studyId] })).filter(({ round }) => own.has(round))
}
