/** What may come from outside about rounds. */
import { z } from 'zod'
import { uuid } from '../web/fields.ts'

export const roundParams = z.object({ round: uuid })
