/** The desk, and the one address for every act of marking. */
import { Refusal } from '../errors.ts'
import { admissionPath, workshopOfRoundPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { json, page, redirect } from '../web/answer.ts'
import { quoted } from './annotation.ts'
import { act } from './annotation-actions.ts'
import { actionInput, actionParams, deskParams, deskQuery } from './annotation-input.ts'
import { deskPage } from './annotation-page.ts'
import { openDesk } from './desk-actions.ts'

/** Who has to be let into the round first is shown how. */
function whereToBeLetIn(error: unknown): string {
  const round = error instanceof Refusal && error.details?.admission
  if (typeof round !== 'string') throw error
  return admissionPath(round)
}

export const annotationRoutes = [
  route({
    method: 'get',
    path: '/rounds/:round/articles/:article',
    permission: 'read-demonstration',
    params: deskParams,
    query: deskQuery,
    answer: async (parts, { params, query, account, reader }) => {
      const desk = await openDesk(parts, account, params, query.reading, query.beside).catch(whereToBeLetIn)
      if (typeof desk === 'string') return redirect(desk)
      if (desk.round.kind === 'workshop' && !desk.managesStudy) return redirect(workshopOfRoundPath(desk.round.id))
      const { desk: words, script } = reader.words
      const { walking, yes, no } = script
      const shown = deskPage(desk, reader.language, { ...words, ...walking, yes, no })
      return page('annotations/annotate', desk.article.title, shown)
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/rounds/:round/articles/:article/reading',
    permission: 'mark-demonstration',
    params: deskParams,
    answer: async (parts, { params, account }) => {
      const { article, annotations, answers } = await openDesk(parts, account, params, 'own')
      return json(200, { annotations: annotations.map((annotation) => quoted(annotation, article.body)), answers })
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/actions/:id',
    permission: 'mark-demonstration',
    params: actionParams,
    body: actionInput,
    answer: async (parts, { params, body, account }) => {
      const { created, annotation } = await act(parts, account, params.id, body)
      return json(created ? 201 : 200, { annotation })
    },
  }),
]
