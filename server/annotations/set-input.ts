/** What may come from outside about an annotation set as a whole. */
import { z } from 'zod'
import { typedText } from '../web/fields.ts'
import { answerFields } from './answers-input.ts'

const LONGEST_REASON = 2000

const reason = typedText(LONGEST_REASON)
  .transform((text) => text.trim())
  .refine((text) => text !== '', { params: { reason: 'missing' } })

/** What was found in the article: `marks`, or `nothing` to mark in it, which is a finding too. */
const found = z.enum(['marks', 'nothing'])

/** The form that finishes an article. It holds the fields with answers about the article, too. */
export const completionInput = z.object({ found }).catchall(answerFields)
export type CompletionFields = z.infer<typeof completionInput>
/** The form that skips an article. */
export const omissionInput = z.object({ reason })

/** The body of PUT /api/v1/rounds/:round/articles/:article/state. */
export const stateInput = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('finished'), found }),
  z.strictObject({ state: z.literal('skipped'), reason }),
  z.strictObject({ state: z.literal('in-progress') }),
])
export type StateInput = z.infer<typeof stateInput>
