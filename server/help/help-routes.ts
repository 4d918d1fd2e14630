/** The guides: for everybody, whether signed in or not. */
import { route } from '../route.ts'
import { page } from '../web/answer.ts'
import { GUIDES, helpPath, MANUAL_PATH } from './guides.ts'
import { openHelp, openManual } from './help-actions.ts'
import { guidePage, helpPage, manualPage } from './help-page.ts'

export const helpRoutes = [
  route({
    method: 'get',
    path: '/help',
    permission: 'open-doors',
    answer: async (_parts, { reader: { words } }) => page('help/help', words.help.title, helpPage(words.help)),
  }),
  route({
    method: 'get',
    path: MANUAL_PATH,
    permission: 'open-doors',
    answer: async (_parts, { reader: { words } }) =>
      page('help/manual', words.help.manual.title, manualPage(await openManual())),
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
