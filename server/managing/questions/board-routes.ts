/** The questions of a study: answered on a page of theirs, and taken into the guidelines as examples. */
import { answer } from '../../questions/question-actions.ts'
import { answerForm, answerParams } from '../../questions/question-input.ts'
import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { page, redirect } from '../../web/answer.ts'
import { guidelinesAt } from '../codebook/codebook-paths.ts'
import { openBoard, takeAsExample } from './board-actions.ts'
import { asExampleForm } from './board-input.ts'
import { boardPage } from './board-page.ts'

const path = '/studies/:slug/questions'

export const boardRoutes = [
  route({
    method: 'get',
    path,
    permission: 'answer-questions',
    params: slugParams,
    answer: async (parts, { account, params, reader: { language, words } }) => {
      const shown = boardPage(await openBoard(parts, account, params.slug), language, parts.clock.newId)
      return page('managing/questions/questions', words.questions.title, shown)
    },
  }),
  route({
    method: 'post',
    path: `${path}/:question/answers`,
    permission: 'answer-questions',
    params: answerParams,
    body: answerForm,
    answer: async (parts, { account, params, body }) => {
      await answer(parts, account, params, body)
      return redirect(`/studies/${params.slug}/questions#question-${params.question}`)
    },
  }),
  route({
    method: 'post',
    path: `${path}/:question/example`,
    permission: 'manage-study',
    params: answerParams,
    body: asExampleForm,
    answer: async (parts, { account, params: { slug, question }, body, reader: { language, words } }) => {
      const example = await takeAsExample(parts, account, slug, { ...body, question }, language)
      if (example) return redirect(guidelinesAt(slug, example.quote))
      const notice = words.questions.exampleGone
      const shown = boardPage(await openBoard(parts, account, slug), language, parts.clock.newId, notice)
      return page('managing/questions/questions', words.questions.title, shown, 409, shown.path)
    },
  }),
]
