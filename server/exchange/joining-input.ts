/** What may come from outside about a dataset that is to be taken into a study. */
import { z } from 'zod'
import { LONGEST_KEY } from '../web/fields.ts'

/** More is for the command line. */
export const LARGEST_DATASET = 8_000_000

/**
 * The form comes twice: with a file, to be looked at; then with what was in it, as Base64, and with what becomes of its
 * tags (`tag.ID`) and people (`annotator.NAME`): something of ours, or nothing.
 */
export const joiningForm = z
  .object({
    step: z.enum(['look', 'take']).default('look'),
    move: z.enum(['yes']).optional(),
    name: z.string().max(LONGEST_KEY).optional(),
    content: z
      .base64()
      .max(2 * LARGEST_DATASET)
      .optional(),
  })
  .catchall(z.string().max(LONGEST_KEY))
export type JoiningForm = z.infer<typeof joiningForm>
