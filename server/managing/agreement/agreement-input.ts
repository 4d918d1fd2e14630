/** What may come from outside about a study's agreement. */
import { z } from 'zod'
import { slugParams } from '../../studies/study-input.ts'
import { AGREEMENT_FIGURES } from './agreement.ts'

/** The round, by id, and the passage that is looked at, from 1. */
export const agreementQuery = z.object({
  round: z.string().max(100).catch(''),
  passage: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const agreementPictureParams = slugParams.extend({
  picture: z.enum(AGREEMENT_FIGURES.flatMap((name) => [`${name}.svg`, `${name}.csv`] as const)),
})

export const gammaForm = z.object({ round: z.string().max(100) })
