/** What may come from outside about the profile of an article, and which of its pictures is taken along. */
import { z } from 'zod'
import { LONGEST_KEY } from '../web/fields.ts'
import { deskParams, deskQuery } from './annotation-input.ts'

/** As at the desk; where no reading is named, a visitor sees the reference. */
export const profileQuery = deskQuery.extend({ reading: deskQuery.shape.reading.removeDefault().optional() })
export type ProfileQuery = z.infer<typeof profileQuery>

const id = z.string().max(LONGEST_KEY)

export const pictureParams = deskParams.extend({
  picture: z.enum(['shares.svg', 'shares.csv', 'readings.svg', 'readings.csv', 'answers.svg', 'answers.csv']),
})
/** The answers are those to a question about a tag. */
export const pictureQuery = profileQuery.extend({ tag: id.optional(), question: id.optional() })
