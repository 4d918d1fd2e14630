/** Studies as those see them who manage them: the list, a new one, and each one's front page. */
import type { Account } from '../accounts/account.ts'
import type { Parts } from '../parts.ts'
import { route } from '../route.ts'
import { offeredLanguages } from '../studies/languages.ts'
import { join } from '../studies/study-actions.ts'
import { newStudyForm, newStudyInput, slugParams } from '../studies/study-input.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import type { Reader } from '../web/reader.ts'
import { reasonsOf } from '../web/reasons.ts'
import { startStudy } from './new-study-actions.ts'
import { listOwnStudies, openStudy } from './study-list-actions.ts'
import { studyPage } from './study-page.ts'

interface TypedStudy {
  readonly title: string
  readonly description: string
  readonly language: string
}

async function studiesPage(
  parts: Parts,
  { account, reader }: { account: Account; reader: Reader },
  typed: TypedStudy,
  faults: Record<string, string>,
): Promise<Answer> {
  const studies = await listOwnStudies(parts, account)
  const languages = offeredLanguages(reader.language)
  const status = Object.keys(faults).length > 0 ? 422 : 200
  return page('managing/studies', reader.words.studies.title, { studies, languages, typed, faults }, status)
}

export const managingRoutes = [
  route({
    method: 'get',
    path: '/studies',
    permission: 'make-studies',
    answer: (parts, { account, reader }) =>
      studiesPage(parts, { account: account, reader }, { title: '', description: '', language: reader.language }, {}),
  }),
  route({
    method: 'post',
    path: '/studies',
    permission: 'make-studies',
    body: newStudyForm,
    answer: async (parts, { body, reader, ...call }) => {
      const account = call.account
      const input = newStudyInput.safeParse(body)
      if (!input.success) return studiesPage(parts, { account, reader }, body, reasonsOf(input.error))
      const title = reader.words.studies.firstRound
      const study = await parts.database.transact(async (db) => {
        const made = await startStudy(parts, db, input.data, title)
        await join(parts, db, account, made.id, ['manager', 'annotator'])
        return made
      })
      return redirect(`/studies/${study.slug}`)
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug',
    permission: 'see-study',
    params: slugParams,
    answer: async (parts, { account, params, reader }) => {
      const overview = await openStudy(parts, account, params.slug)
      return page('managing/study', overview.study.title, studyPage(overview, reader.language))
    },
  }),
]
