/** What may come from outside about articles. */
import { z } from 'zod'
import { slugParams } from '../studies/study-input.ts'
import { uuid } from '../web/fields.ts'

/** The page of a list: from 1; anything else is the first. */
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)

export const articleParams = z.object({ slug: slugParams.shape.slug, article: uuid })
export const listQuery = z.object({ page: pageNumber.catch(1) })
