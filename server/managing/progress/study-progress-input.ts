/** What may come from outside about a study's progress. */
import { z } from 'zod'
import { slugParams } from '../../studies/study-input.ts'
import { listFields } from '../../web/list-fields.ts'

/** The person whose readings are looked at one after the other, by their pseudonym. */
export const progressQuery = z.object({ person: z.string().max(200).catch('') })

/** Who is where: words of articles, a round, and a page. */
export const articleProgressQuery = z.object({ ...listFields, round: z.string().max(100).catch('') })

const FIGURES = ['standings', 'rates', 'course', 'others'] as const

export const progressPictureParams = slugParams.extend({
  picture: z.enum(FIGURES.flatMap((name) => [`${name}.svg`, `${name}.csv`] as const)),
})
