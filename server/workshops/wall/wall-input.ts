/** What may come from outside about the wall. */
import { z } from 'zod'
import { LONGEST_KEY, uuid } from '../../web/fields.ts'
import { WALL_ORDERS } from './wall.ts'

/** Of a body, and of a list of questions. */
const place = z.coerce.number().int().min(0).max(100_000_000).optional().catch(undefined)

/** Nothing in the wall's address is an error: what does not fit is as usual. */
export const wallQuery = z.object({
  view: z.string().max(LONGEST_KEY).optional().catch(undefined),
  order: z.enum(WALL_ORDERS).optional().catch(undefined),
  at: place,
  person: uuid.optional().catch(undefined),
  question: place,
})
