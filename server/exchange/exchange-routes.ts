/** Downloads of datasets: the whole study for who manages it, everybody's own readings for themselves. */
import { may } from '../accounts/permissions.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { findStudy } from '../studies/study-store.ts'
import { datasetParams } from './exchange-input.ts'
import { streamDataset } from './export-actions.ts'
import { findFormat } from './formats/index.ts'

export const exchangeRoutes = [
  route({
    method: 'get',
    path: '/studies/:study/datasets/:format',
    permission: 'download-own-readings',
    params: datasetParams,
    answer: async (parts, { params, account }) => {
      const study = await findStudy(parts.database.db, params.study)
      const format = findFormat(params.format)
      if (!study || !format || !account) throw new Refusal('not-found')
      const whose = may(account, 'download-studies') ? 'everybody' : { account: account.id }
      return {
        kind: 'file',
        name: `${study.slug}.${format.extension}`,
        mediaType: format.mediaType,
        chunks: streamDataset(parts, study, whose, format),
      }
    },
  }),
]
