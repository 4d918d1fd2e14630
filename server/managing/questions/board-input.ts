/** What may come from outside about making an example of a question. */
import { z } from 'zod'
import { EXAMPLE_KINDS } from '../../codebook/examples.ts'
import { uuid } from '../../web/fields.ts'

/** The form of a question with an answer: which answer, for which tag, and what the passage is an example of. */
export const asExampleForm = z.object({ answer: uuid, tag: z.string().max(200), kind: z.enum(EXAMPLE_KINDS) })
