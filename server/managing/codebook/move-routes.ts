/** Moving a round to another version of its codebook: first what it means, then the deed. */
import { moveForm, moveParams, moveQuery } from '../../codebook/codebook-draft-input.ts'
import { route } from '../../route.ts'
import { type Answer, page, redirect } from '../../web/answer.ts'
import type { Reader } from '../../web/reader.ts'
import { codebookPath } from './codebook-paths.ts'
import { moveTo, type OpenMove, openMove } from './move-actions.ts'
import { movePage } from './move-page.ts'

const row = { permission: 'manage-study', path: '/studies/:slug/codebook/rounds/:round', params: moveParams } as const

function shown(open: OpenMove, { language, words }: Reader, notice?: string): Answer {
  const data = { ...movePage(open, language, words.codebook.change), notice }
  const at = `${data.path}?to=${data.to}`
  return page('managing/codebook/move', words.codebook.move, data, notice === undefined ? 200 : 409, at)
}

export const moveRoutes = [
  route({
    ...row,
    method: 'get',
    query: moveQuery,
    answer: async (parts, { account, params, query, reader }) =>
      shown(await openMove(parts, account, params, query.to), reader),
  }),
  route({
    ...row,
    method: 'post',
    body: moveForm,
    answer: async (parts, { account, params, body, reader }) => {
      const open = await moveTo(parts, account, params, body)
      return open ? shown(open, reader, reader.words.codebook.moveMeanwhile) : redirect(codebookPath(params.slug))
    },
  }),
]
