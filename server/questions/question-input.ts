/** What may come from outside about questions and answers. */
import { z } from 'zod'
import { slugParams } from '../studies/study-input.ts'
import { position, typedText, uuid, uuidV7 } from '../web/fields.ts'

const LONGEST_TEXT = 4000
const LONGEST_QUOTE = 200_000

const text = typedText(LONGEST_TEXT)
  .transform((typed) => typed.trim())
  .refine((typed) => typed !== '', { params: { reason: 'missing' } })
const quote = typedText(LONGEST_QUOTE)
const place = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

export const questionId = z.object({ id: uuidV7 })
export const questionRound = z.object({ round: uuid })
export const questionPlace = z.object({ round: uuid, article: uuid })

/** The body of PUT /api/v1/questions/:id; without `passage` it is about the whole article. */
export const questionInput = z.strictObject({
  round: uuid,
  article: uuid,
  text,
  passage: z.strictObject({ start: position, end: position, quote }).optional(),
})
export type QuestionInput = z.infer<typeof questionInput>

/** The form that asks: with the passage that the page was opened for, or with none. */
export const questionForm = z.object({
  id: uuidV7,
  text,
  start: place.optional(),
  end: place.optional(),
  quote: quote.optional(),
})

/** The address of the page on which one asks by a form: `start` and `end` name a passage. */
export const questionQuery = z.object({
  start: place.optional().catch(undefined),
  end: place.optional().catch(undefined),
})

export const answerParams = slugParams.extend({ question: uuid })
/** The form that answers. */
export const answerForm = z.object({ id: uuidV7, text })
