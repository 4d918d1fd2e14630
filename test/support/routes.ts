/** The table of routes as a test walks it: every row with an address that leads somewhere. */
import { seed } from '../../db/seed.ts'
import { listArticleIds } from '../../server/articles/article-store.ts'
import type { Parts } from '../../server/parts.ts'
import { listDemonstrations } from '../../server/rounds/round-store.ts'
import type { Route } from '../../server/route.ts'
import { ROUTES } from '../../server/routes.ts'
import { findStudy } from '../../server/studies/study-store.ts'
import { newId } from './builders.ts'

/** `get /rounds/:round/articles/:article`. */
export function nameOf(row: Route): string {
  return `${row.method} ${row.path}`
}

/** Values for the parameters in the paths of the table. */
export type Params = Readonly<Record<string, string>>

/** Parameters that lead to the demonstration. Seeds it where it is missing. */
export async function demonstrationParams(parts: Parts): Promise<Params> {
  await seed(parts)
  const [round] = await listDemonstrations(parts.database.db)
  const [article] = await listArticleIds(parts.database.db, round!.studyId)
  const study = await findStudy(parts.database.db, round!.studyId)
  return {
    round: round!.id,
    article: article!,
    study: round!.studyId,
    slug: study!.slug,
    format: 'lesart',
    id: newId(),
    annotation: newId(),
    annotator: 'a1',
    question: newId(),
    file: newId(),
    draft: newId(),
    picture: 'shares.csv',
    codebook: round!.codebook.id,
    number: String(round!.codebook.version),
    tag: 'framing',
    ending: 'json',
    member: newId(),
    invitation: newId(),
    token: 'x'.repeat(43),
    workshop: newId(),
    participant: newId(),
  }
}

/** A row's path with its parameters filled in. */
export function addressOf(row: Pick<Route, 'path'>, params: Params): string {
  return row.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`no value for :${name} in ${row.path}`)
    return value
  })
}

export const READING_ROUTES = ROUTES.filter((row) => row.method === 'get')
export const UNSAFE_ROUTES = ROUTES.filter((row) => row.method !== 'get')
