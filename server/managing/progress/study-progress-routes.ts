/** A study's progress, and its pictures as files. */
import { type FigureEnding, figureFile } from '../../annotations/profile-page.ts'
import { Refusal } from '../../errors.ts'
import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { page, textFile } from '../../web/answer.ts'
import { openStudyProgress } from './study-progress-actions.ts'
import { progressPictureParams, progressQuery } from './study-progress-input.ts'
import { findProgressFigure, type ProgressFigureName, studyProgressPage } from './study-progress-page.ts'

export const studyProgressRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/progress',
    permission: 'manage-study',
    params: slugParams,
    query: progressQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const { study, data } = await openStudyProgress(parts, account, params.slug)
      const shown = studyProgressPage(study, data, query.person, { language, words: words.progress })
      return page('managing/progress/progress', words.progress.title, shown)
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug/progress/:picture',
    permission: 'manage-study',
    params: progressPictureParams,
    query: progressQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const { data } = await openStudyProgress(parts, account, params.slug)
      const [name, ending] = params.picture.split('.') as [ProgressFigureName, FigureEnding]
      const figure = findProgressFigure(data, name, query.person, { language, words: words.progress })
      if (!figure) throw new Refusal('not-found')
      const { mediaType, text } = figureFile(figure, ending)
      return textFile(`${params.slug}-${name}.${ending}`, mediaType, text)
    },
  }),
]
