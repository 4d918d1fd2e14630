/** What may come from outside about articles. */
import { z } from 'zod'

/** The page of a list: from 1; anything else is the first. */
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

export const listQuery = z.object({ page: pageNumber.catch(1) })
