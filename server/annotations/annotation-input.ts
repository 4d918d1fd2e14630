/** What may come from outside about marking: one action, in the shape of its kind. */
import { z } from 'zod'
import { exactText, LONGEST_KEY, ownKeys, position, typedText, uuid, uuidV7 } from '../web/fields.ts'
import { CONFIDENCES } from './annotation.ts'

export const LONGEST_NOTE = 10_000
export const LONGEST_QUOTE = 200_000
const MOST_PARTS = 200

const id = z.string().max(LONGEST_KEY)
const quote = exactText(LONGEST_QUOTE)

/** One answer to a question. */
export const answer = z.union([typedText(LONGEST_NOTE), z.number(), z.boolean(), z.array(id).max(200)])
const part = z.strictObject({ role: id, start: position, end: position, quote })

const target = { round: uuid, article: uuid, annotation: uuid }
const content = {
  start: position,
  end: position,
  quote,
  tag: id,
  attributes: ownKeys.pipe(z.record(id, answer)).optional(),
  parts: z.array(part).max(MOST_PARTS).optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  secondTag: id.optional(),
  note: typedText(LONGEST_NOTE).optional(),
}
const revision = z.int().min(1)

/** The body of PUT /api/v1/actions/:id. */
export const actionInput = z.discriminatedUnion('kind', [
  z.strictObject({ ...target, kind: z.literal('make'), base: z.literal(0), ...content }),
  z.strictObject({ ...target, kind: z.literal('revise'), base: revision, ...content }),
  z.strictObject({ ...target, kind: z.literal('retract'), base: revision }),
  z.strictObject({ ...target, kind: z.literal('restore'), base: revision }),
])
export type ActionInput = z.infer<typeof actionInput>
export type JudgingAction = Extract<ActionInput, { tag: string }>

export const actionParams = z.object({ id: uuidV7 })

export const deskParams = z.object({ round: uuid, article: uuid })
/** `reading=reference` shows the reference reading in place of one's own, `beside` it or somebody's set beside it. */
export const deskQuery = z.object({
  reading: z.enum(['own', 'reference']).default('own'),
  beside: z.union([z.literal('reference'), uuid]).optional(),
})
