/** Datasets out: the page on which one is chosen, the download, and all revisions as a table. */
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { slugParams } from '../studies/study-input.ts'
import { CSV_MEDIA_TYPE } from '../text/csv-row.ts'
import { page } from '../web/answer.ts'
import { datasetParams, datasetQuery, exportQuery } from './exchange-input.ts'
import { fileBeside, openDownload, streamDataset } from './export-actions.ts'
import { exportPage } from './export-page.ts'
import { fileNameOf, openExport } from './export-view-actions.ts'
import { findFormat } from './formats/index.ts'
import { openRevisions, streamRevisions } from './revision-actions.ts'

export const exchangeRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/export',
    permission: 'download-own-readings',
    params: slugParams,
    query: exportQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const wanted = { ...query, slug: params.slug, format: findFormat(query.format)! }
      const view = await openExport(parts, account, wanted)
      return page('exchange/export', reader.words.exchange.title, exportPage(view, reader.language))
    },
  }),
  route({
    method: 'get',
    path: '/studies/:study/datasets/:format',
    permission: 'mark-demonstration',
    params: datasetParams,
    query: datasetQuery,
    answer: async (parts, { params, query, account }) => {
      const format = findFormat(params.format)
      if (!format) throw new Refusal('not-found')
      const { study, whose } = await openDownload(parts.database.db, account, params.study)
      return {
        kind: 'file',
        name: fileNameOf(study.slug, format),
        mediaType: format.files === 'one' ? format.mediaType : 'application/zip',
        chunks: streamDataset(parts, { study, whose, ...query }, format),
      }
    },
  }),
  route({
    method: 'get',
    path: '/studies/:study/datasets/:format/beside',
    permission: 'download-own-readings',
    params: datasetParams,
    answer: async (parts, { params, account }) => {
      const format = findFormat(params.format)
      if (!format) throw new Refusal('not-found')
      const { path, content } = await fileBeside(parts, account, params.study, format)
      return {
        kind: 'file',
        name: path,
        mediaType: 'application/xml; charset=utf-8',
        chunks: new Blob([content]).stream(),
      }
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug/revisions.csv',
    permission: 'download-study',
    params: slugParams,
    answer: async (parts, { params, account }) => {
      const study = await openRevisions(parts, account, params.slug)
      return {
        kind: 'file',
        name: `${study.slug}.revisions.csv`,
        mediaType: CSV_MEDIA_TYPE,
        chunks: streamRevisions(parts, study),
      }
    },
  }),
]
