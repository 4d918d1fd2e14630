/** The codebook of a study: its versions, each as it is read, and what changed between two. */
import { inLanguage } from '../../codebook/codebook.ts'
import { changesQuery, versionFileParams, versionParams } from '../../codebook/codebook-draft-input.ts'
import { codebookJson, codebookMarkdown } from '../../codebook/codebook-file.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import { guideText } from '../../rounds/guide-page.ts'
import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { page, textFile } from '../../web/answer.ts'
import { changeRows } from './changes-page.ts'
import { openCodebooks, openVersion } from './codebook-actions.ts'
import { codebookPage } from './codebook-page.ts'
import { codebookPath } from './codebook-paths.ts'

const seeing = { permission: 'see-study' } as const
const version = '/studies/:slug/codebook/versions/:codebook/:number'

export const codebookRoutes = [
  route({
    ...seeing,
    method: 'get',
    path: '/studies/:slug/codebook',
    params: slugParams,
    answer: async (parts, { account, params, reader }) => {
      const open = await openCodebooks(parts, account, params.slug)
      return page('managing/codebook/codebook', reader.words.codebook.title, codebookPage(open, reader.language))
    },
  }),
  route({
    ...seeing,
    method: 'get',
    path: version,
    params: versionParams,
    answer: async (parts, { account, params, reader: { language, words } }) => {
      const open = await openVersion(parts, account, params, language)
      const title = inLanguage(open.codebook.title, language) || words.guide.title
      const back = { path: codebookPath(params.slug), draft: false }
      return page('managing/codebook/version', title, {
        study: open.study,
        back,
        ...guideText(open, language, words),
      })
    },
  }),
  route({
    ...seeing,
    method: 'get',
    path: `${version}/file/:ending`,
    params: versionFileParams,
    answer: async (parts, { account, params, reader: { language } }) => {
      const { study, codebook } = await openVersion(parts, account, params, language)
      const isJson = params.ending === 'json'
      return textFile(
        `${study.slug}-codebook-${codebook.version}.${params.ending}`,
        isJson ? 'application/json' : 'text/markdown; charset=utf-8',
        isJson ? codebookJson(codebook) : codebookMarkdown(codebook, language),
      )
    },
  }),
  route({
    ...seeing,
    method: 'get',
    path: `${version}/changes`,
    params: versionParams,
    query: changesQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const from = await openVersion(parts, account, { ...params, number: query.from ?? params.number - 1 }, language)
      const to = await openVersion(parts, account, params, language)
      const changes = changeRows(compareCodebooks(from.codebook, to.codebook), language, words.codebook.change)
      const title = words.codebook.comparison(from.codebook.version, to.codebook.version)
      return page('managing/codebook/comparison', title, { study: to.study, changes })
    },
  }),
]
