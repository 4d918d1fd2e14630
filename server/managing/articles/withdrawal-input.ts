/** What may come from outside about withdrawing an article. */
import { z } from 'zod'
import { typedText } from '../../web/fields.ts'

const LONGEST_REASON = 500

export const withdrawalForm = z.object({
  /** What of the article was seen when the form was made. */
  seen: z.string().regex(/^[0-9a-f]{64}$/),
  /** Given where somebody knows that readings go. */
  known: z.literal('yes').optional(),
  reason: typedText(LONGEST_REASON)
    .transform((typed) => typed.trim())
    .default(''),
})
export type WithdrawalForm = z.infer<typeof withdrawalForm>
