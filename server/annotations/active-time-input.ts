/** What a page says about the time somebody was active on it. */
import { z } from 'zod'
import { uuid } from '../web/fields.ts'

const A_DAY = 86_400

/** The body of PUT /api/v1/visits/:id: all seconds of this visit so far, so that a sum that is sent twice counts once. */
export const visitInput = z.strictObject({ round: uuid, article: uuid, seconds: z.int().min(0).max(A_DAY) })
export type VisitInput = z.infer<typeof visitInput>
