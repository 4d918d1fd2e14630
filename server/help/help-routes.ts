/** The guides: for everybody, whether signed in or not. */
import { route } from '../route.ts'
import { page } from '../web/answer.ts'
import { GUIDES, helpPath } from './guides.ts'
import { openHelp } from './help-actions.ts'
import { guidePage, helpPage } from './help-page.ts'

export const helpRoutes = [
  route({
    method: 'get',
    path: '/help',
    permission: 'open-doors',
    answer: async (_parts, { reader: { words } }) => page('help/help', words.help.title, helpPage(words.help)),
  }),
  ...GUIDES.map((name) =>
    route({
      method: 'get',
      path: helpPath(name),
      permission: 'open-doors',
      answer: async (_parts, { reader: { words } }) => {
        const text = openHelp(words.help.texts, name)
        const shown = guidePage(name, text, words.help, words.script.keys)
        return page('help/guide', words.help.guides[name].title, shown)
      },
    }),
  ),
]
