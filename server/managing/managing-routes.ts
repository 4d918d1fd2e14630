/** Studies as those see them who manage them: the list, a new one, and each one's front page. */

import type { Parts } from '../parts.ts'
import { type Call, route } from '../route.ts'
import { offeredLanguages } from '../studies/languages.ts'
import { newStudyForm, newStudyInput, slugParams } from '../studies/study-input.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { startStudy } from './new-study-actions.ts'
import { listStudiesWithCounts, openStudy } from './study-list-actions.ts'
import { studyPage } from './study-page.ts'

interface TypedStudy {
  readonly title: string
  readonly description: string
  readonly language: string
}

async function studiesPage(
  parts: Parts,
  { reader }: Pick<Call<unknown, unknown, unknown>, 'reader'>,
  typed: TypedStudy,
  faults: Record<string, string>,
): Promise<Answer> {
  const studies = await listStudiesWithCounts(parts)
  const languages = offeredLanguages(reader.language)
  const status = Object.keys(faults).length > 0 ? 422 : 200
  return page('managing/studies', reader.words.studies.title, { studies, languages, typed, faults }, status)
}

export const managingRoutes = [
  route({
    method: 'get',
    path: '/studies',
    permission: 'manage-studies',
    answer: (parts, call) =>
      studiesPage(parts, call, { title: '', description: '', language: call.reader.language }, {}),
  }),
  route({
    method: 'post',
    path: '/studies',
    permission: 'manage-studies',
    body: newStudyForm,
    answer: async (parts, call) => {
      const input = newStudyInput.safeParse(call.body)
      if (!input.success) return studiesPage(parts, call, call.body, reasonsOf(input.error))
      const title = call.reader.words.studies.firstRound
      const study = await parts.database.transact((db) => startStudy(parts, db, input.data, title))
      return redirect(`/studies/${study.slug}`)
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug',
    permission: 'manage-studies',
    params: slugParams,
    answer: async (parts, { account, params, reader }) => {
      const overview = await openStudy(parts, account, params.slug)
      return page('managing/study', overview.study.title, studyPage(overview, reader.language))
    },
  }),
]
