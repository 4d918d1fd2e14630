/** The doors, and the sign of life. */
import { route } from '../route.ts'
import { json, page } from '../web/answer.ts'
import { openHome } from './home-actions.ts'
import { homePage } from './home-page.ts'

export const homeRoutes = [
  route({
    method: 'get',
    path: '/',
    permission: 'open-doors',
    answer: async (parts, { account, reader }) =>
      page(
        'home/home',
        reader.words.home.title,
        homePage(
          await openHome(parts, account?.role === 'guest' ? undefined : account),
          reader.language,
          reader.words.script.walking,
        ),
      ),
  }),
  route({ method: 'get', path: '/healthz', permission: 'open-doors', answer: async () => json(200, { status: 'ok' }) }),
]
