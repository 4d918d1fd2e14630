/** Downloads of datasets: the whole study for who manages it, everybody's own readings for themselves. */
import type { Account } from '../accounts/account.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { datasetParams } from './exchange-input.ts'
import { openDownload, streamDataset } from './export-actions.ts'
import type { Format } from './format.ts'
import { findFormat } from './formats/index.ts'

function signedIn(account: Account | undefined): Account {
  if (!account) throw new Refusal('sign-in')
  return account
}

function named(slug: string, { id, files, extension, mediaType }: Format) {
  if (files === 'one') return { name: `${slug}.${extension}`, mediaType }
  return { name: `${slug}.${id}.zip`, mediaType: 'application/zip' }
}

export const exchangeRoutes = [
  route({
    method: 'get',
    path: '/studies/:study/datasets/:format',
    permission: 'download-own-readings',
    params: datasetParams,
    answer: async (parts, { params, account }) => {
      const format = findFormat(params.format)
      if (!format) throw new Refusal('not-found')
      const { study, whose } = await openDownload(parts.database.db, signedIn(account), params.study)
      return {
        kind: 'file',
        ...named(study.slug, format),
        chunks: streamDataset(parts, study, whose, format),
      }
    },
  }),
]
