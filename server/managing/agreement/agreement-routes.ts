/** A round's agreement: the page, its pictures and numbers as files, and the measurement that takes long. */
import { type FigureEnding, figureFile } from '../../annotations/profile-page.ts'
import { Refusal } from '../../errors.ts'
import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { CSV_MEDIA_TYPE, csvRow } from '../../text/csv-row.ts'
import { page, redirect, textFile } from '../../web/answer.ts'
import type { AgreementFigureName } from './agreement.ts'
import { changeGamma, openAgreement } from './agreement-actions.ts'
import { agreementFigure } from './agreement-figures-page.ts'
import { agreementPictureParams, agreementQuery, gammaForm } from './agreement-input.ts'
import { agreementPage } from './agreement-page.ts'
import { exactResults } from './measures-figure-page.ts'

export const agreementRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/agreement',
    permission: 'manage-study',
    params: slugParams,
    query: agreementQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const open = await openAgreement(parts, account, params.slug, query)
      const speech = { language, words: words.agreement, edges: words.script.walking }
      return page('managing/agreement/agreement', words.agreement.title, agreementPage(open, speech))
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug/agreement/results.csv',
    permission: 'manage-study',
    params: slugParams,
    query: agreementQuery,
    answer: async (parts, { account, params, query }) => {
      const { measured, gamma } = await openAgreement(parts, account, params.slug, query)
      if (!measured) throw new Refusal('not-found')
      const results = [...measured.findings.results, ...(gamma?.kind === 'done' ? gamma.results : [])]
      return textFile(`${params.slug}-agreement.csv`, CSV_MEDIA_TYPE, exactResults(results).map(csvRow).join(''))
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug/agreement/:picture',
    permission: 'manage-study',
    params: agreementPictureParams,
    query: agreementQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const { measured, codebook } = await openAgreement(parts, account, params.slug, query)
      const [name, ending] = params.picture.split('.') as [AgreementFigureName, FigureEnding]
      const figure =
        measured && codebook && agreementFigure({ measured, codebook }, name, { language, words: words.agreement })
      if (!figure) throw new Refusal('not-found')
      const { mediaType, text } = figureFile(figure, ending)
      return textFile(`${params.slug}-${name}.${ending}`, mediaType, text)
    },
  }),
  ...(['begin', 'stop'] as const).map((deed) =>
    route({
      method: 'post',
      path: `/studies/:slug/agreement/gamma/${deed}`,
      permission: 'manage-study',
      params: slugParams,
      body: gammaForm,
      answer: async (parts, { account, params, body }) => {
        await changeGamma(parts, account, params.slug, body.round, deed)
        return redirect(`/studies/${params.slug}/agreement?${new URLSearchParams({ round: body.round })}#gamma`)
      },
    }),
  ),
]
