/** What may come from outside about studies. */
import { z } from 'zod'
import { languageTag, typedLine, typedText } from '../web/fields.ts'

const LONGEST_TITLE = 200
const LONGEST_DESCRIPTION = 4000

export const slugParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/) })

/** A new study, as the form and the command line state it. */
export const newStudyInput = z.object({
  title: typedLine(LONGEST_TITLE),
  description: typedText(LONGEST_DESCRIPTION)
    .transform((typed) => typed.trim() || undefined)
    .optional(),
  language: languageTag.optional(),
})
export type NewStudyInput = z.infer<typeof newStudyInput>

/** The form as it is typed: checked by newStudyInput, so that it can be shown again with what is wrong. */
export const newStudyForm = z.object({ title: z.string(), description: z.string(), language: z.string() })
