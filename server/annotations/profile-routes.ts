/** The profile of an article, and its pictures as files. */
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { page, textFile } from '../web/answer.ts'
import type { Reader } from '../web/reader.ts'
import { deskParams } from './annotation-input.ts'
import { openProfile } from './profile-actions.ts'
import type { Speech } from './profile-figures-page.ts'
import { pictureParams, pictureQuery, profileQuery } from './profile-input.ts'
import { type FigureEnding, figureFile, findFigure, profilePage } from './profile-page.ts'

function speechOf({ language, words }: Reader): Speech {
  return { language, words: words.profile, desk: words.desk }
}

export const profileRoutes = [
  route({
    method: 'get',
    path: '/rounds/:round/articles/:article/profile',
    permission: 'read-demonstration',
    params: deskParams,
    query: profileQuery,
    answer: async (parts, { params, query, account, reader }) => {
      const desk = await openProfile(parts, account, params, query)
      return page('annotations/profile', reader.words.profile.title, profilePage(desk, speechOf(reader)))
    },
  }),
  route({
    method: 'get',
    path: '/rounds/:round/articles/:article/profile/:picture',
    permission: 'read-demonstration',
    params: pictureParams,
    query: pictureQuery,
    answer: async (parts, { params, query, account, reader }) => {
      const [name, ending] = params.picture.split('.') as [string, FigureEnding]
      const desk = await openProfile(parts, account, params, query)
      const figure = findFigure(desk, name, query, speechOf(reader))
      if (!figure) throw new Refusal('not-found')
      const { mediaType, text } = figureFile(figure, ending)
      return textFile(`profile-${params.picture}`, mediaType, text)
    },
  }),
]
