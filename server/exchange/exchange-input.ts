/** What may come from outside about datasets. */
import { z } from 'zod'
import { uuid } from '../web/fields.ts'
import { FORMATS } from './formats/index.ts'

export const datasetParams = z.object({ study: uuid, format: z.enum(FORMATS.map(({ id }) => id)) })
