/** Opening who is where in a round of a study, for who manages it. */
import type { Account } from '../../accounts/account.ts'
import type { TitledArticle } from '../../articles/article.ts'
import { listTitles } from '../../articles/article-store.ts'
import { openTitles } from '../../articles/titles-actions.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { isAssigned, type Round } from '../../rounds/round.ts'
import { listRounds } from '../../rounds/round-store.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import type { ListWish } from '../../web/list.ts'
import { type OpenArticleProgress, type States, statesOf, usualRound } from './article-progress.ts'
import { listPlaces, listReaders } from './article-progress-store.ts'
import { isReadByPeople } from './study-progress.ts'
import { listPeople } from './study-progress-store.ts'

export interface ArticleProgressWish extends ListWish {
  /** The id of a round; anything else is the usual one. */
  readonly round: string
}

type Looking = Pick<Parts, 'database'>

/** A page of it. Throws Refusal (not-found), also where somebody may not look. */
export async function openArticleProgress(
  { database: { db } }: Looking,
  account: Account | undefined,
  slug: string,
  wish: ArticleProgressWish,
): Promise<OpenArticleProgress> {
  const study = await studyToManage(db, account, slug)
  const rounds = (await listRounds(db, study.id)).filter(isReadByPeople)
  const round = roundAsked(rounds, wish.round)
  const page = await openTitles(db, study.id, wish)
  const ids = page.articles.map(({ id }) => id)
  return { study, rounds, round, ...page, states: await statesIn(db, study.id, round, ids), wish }
}

/** All of it in one round. Throws Refusal (not-found). */
export async function wholeArticleProgress(
  { database: { db } }: Looking,
  account: Account | undefined,
  slug: string,
  asked: string,
): Promise<{ round: Round; articles: readonly TitledArticle[]; states: States }> {
  const study = await studyToManage(db, account, slug)
  const round = roundAsked((await listRounds(db, study.id)).filter(isReadByPeople), asked)
  if (!round) throw new Refusal('not-found')
  const articles = await listTitles(db, study.id, { from: 0, count: Number.MAX_SAFE_INTEGER })
  return { round, articles, states: await statesIn(db, study.id, round) }
}

function roundAsked(rounds: readonly Round[], asked: string): Round | undefined {
  return rounds.find(({ id }) => id === asked) ?? usualRound(rounds)
}

/** Those who read are the same on every page of the list: its columns stay. */
async function statesIn(
  db: Db,
  studyId: string,
  round: Round | undefined,
  articles?: readonly string[],
): Promise<States> {
  if (!round) return statesOf([], [], false)
  const isForAll = !isAssigned(round)
  const readers = await listReaders(db, round.id)
  const people = (await listPeople(db, studyId)).filter(({ id, isActive }) => readers.has(id) || (isForAll && isActive))
  return statesOf(await listPlaces(db, round.id, articles), people, isForAll)
}
