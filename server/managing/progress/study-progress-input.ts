/** What may come from outside about a study's progress. */
import { z } from 'zod'
import { slugParams } from '../../studies/study-input.ts'

/** The person whose readings are looked at one after the other, by their pseudonym. */
export const progressQuery = z.object({ person: z.string().max(200).catch('') })

export const progressPictureParams = slugParams.extend({
  picture: z
    .string()
    .regex(/^(standings|rates|course|others)\.(svg|csv)$/)
    .transform((name) => name.split('.') as ['standings' | 'rates' | 'course' | 'others', 'svg' | 'csv']),
})
