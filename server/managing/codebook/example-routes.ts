/** Examples for the guidelines, taken from articles. */
import { exampleForm, examplesQuery } from '../../codebook/codebook-draft-input.ts'
import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { page, redirect } from '../../web/answer.ts'
import { draftPath } from './codebook-paths.ts'
import { addExample, openExamples } from './example-actions.ts'
import { examplePage } from './example-page.ts'

const row = { permission: 'manage-study', path: '/studies/:slug/codebook/draft/examples', params: slugParams } as const

export const exampleRoutes = [
  route({
    ...row,
    method: 'get',
    query: examplesQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const open = await openExamples(parts, account, params.slug, query.article)
      return page('managing/codebook/examples', words.codebook.addExample, examplePage(open, language, query))
    },
  }),
  route({
    ...row,
    method: 'post',
    body: exampleForm,
    answer: async (parts, { account, params, body, reader: { language, words } }) => {
      const fault = await addExample(parts, account, params.slug, body)
      if (!fault) return redirect(`${draftPath(params.slug)}/guidelines#preview`)
      const open = await openExamples(parts, account, params.slug, body.article)
      const shown = examplePage(open, language, body, fault)
      return page('managing/codebook/examples', words.codebook.addExample, shown, 422, shown.path)
    },
  }),
]
