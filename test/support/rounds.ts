/** A study with several articles, those who read for it, and a round whose assignments are made over HTTP. */
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { addRevision, addSet } from '../../server/annotations/annotation-store.ts'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { addAnnotator, findAnnotatorOfAccount, findStudy } from '../../server/studies/study-store.ts'
import { type Agent, startApp, type TestApp } from './app.ts'
import { addArticleTo, addPlace, newId, type Place, wordsIn } from './builders.ts'
import type { Cleanup } from './whole-file.ts'

export interface RoundScene {
  readonly app: TestApp
  readonly manager: Agent
  /** By name; all annotate in the study. */
  readonly readers: Readonly<Record<string, Agent>>
  readonly places: readonly Place[]
  readonly slug: string
  /** `/studies/…/rounds/ROUND`. */
  readonly path: string
}

/** @param articles how many the study has; @param names who annotates in it */
export async function roundScene(
  t: Cleanup,
  articles: number,
  names: readonly string[],
  { kind = 'annotation', seeded = false }: { kind?: 'annotation' | 'training'; seeded?: boolean } = {},
): Promise<RoundScene> {
  const app = await startApp(t, { seeded })
  await app.signedIn('Owner')
  const manager = await app.signedIn('Rui')
  const first = await addPlace(app.parts, { kind })
  const places = [first]
  while (places.length < articles) places.push(await addArticleTo(app.parts, first))
  await app.takeIn('Rui', first.article.studyId, 'manager')
  const readers: Record<string, Agent> = {}
  for (const name of names) {
    readers[name] = await app.signedIn(name)
    await app.takeIn(name, first.article.studyId, 'annotator')
  }
  const { slug } = (await findStudy(app.parts.database.db, first.article.studyId))!
  return { app, manager, readers, places, slug, path: `/studies/${slug}/rounds/${first.round}` }
}

/** The pseudonym of somebody who annotates in the study. */
export async function pseudonymOf({ app, places }: RoundScene, name: string): Promise<string> {
  const { db } = app.parts.database
  const account = await findAccountByName(db, name)
  return (await findAnnotatorOfAccount(db, places[0]!.article.studyId, account!.id))!.pseudonym
}

/** Makes a plan and puts it into force. */
export async function assignAll({ manager, path }: RoundScene, wish: object, seen = 0): Promise<void> {
  await manager
    .post(`${path}/plan`)
    .type('form')
    .send({ readers: 2, seed: 7, ...wish, seen })
    .expect(303)
}

/** Names → the ids of the articles that are assigned to them in the scene's round, in the order in which they read. */
export async function assignedIn({ app, places }: RoundScene): Promise<Map<string, string[]>> {
  const rows = await app.parts.database.db
    .selectFrom('assignment')
    .innerJoin('annotator', 'annotator.id', 'assignment.annotator_id')
    .innerJoin('account', 'account.id', 'annotator.account_id')
    .select(['account.name', 'assignment.article_id'])
    .where('assignment.round_id', '=', places[0]!.round)
    .orderBy('assignment.position')
    .execute()
  const found = Map.groupBy(rows, ({ name }) => name)
  return new Map([...found].map(([name, rows]) => [name, rows.map(({ article_id }) => article_id)]))
}

/** Gives articles a reference reading that marks the same words everywhere, in a reference round of their study. */
export async function addReferences(
  { app }: Pick<RoundScene, 'app'>,
  places: readonly Place[],
  note: string,
): Promise<void> {
  const { database, clock } = app.parts
  const [first] = places
  await database.transact(async (db) => {
    const { studyId, codebook } = (await findRound(db, first!.round))!
    const [round, annotator, now] = [newId(), newId(), clock.now()]
    await addRound(db, { id: round, studyId, title: 'Reference', kind: 'reference', codebook }, now)
    await addAnnotator(db, { id: annotator, studyId, kind: 'reference', pseudonym: 'reference' })
    for (const { article } of places) {
      const setId = newId()
      const { start, end } = wordsIn(article, 'ernst')
      await addSet(
        db,
        { id: setId, roundId: round, articleId: article.id, annotatorId: annotator, state: 'finished' },
        now,
      )
      const state = { revision: 1, retracted: false, attributes: {}, parts: [], origin: 'annotator' } as const
      const times = { createdAt: now, changedAt: now }
      await addRevision(
        db,
        { ...state, ...times, id: newId(), start, end, tag: 'framing', note },
        { setId, checksum: 'x' },
      )
    }
  })
}

export const deskOf = ({ round, article }: Place) => `/rounds/${round}/articles/${article.id}`

export const finishing = (agent: Agent, place: Place, found: 'marks' | 'nothing' = 'nothing') =>
  agent.put(`/api/v1${deskOf(place)}/state`).send({ state: 'finished', found })
