/** What may come from outside about workshops. */
import { z } from 'zod'
import { uuid } from '../web/fields.ts'

export const workshopParams = z.object({ workshop: uuid })
