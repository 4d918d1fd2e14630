/** What may come from outside about datasets. */
import { z } from 'zod'
import { SET_STATES } from '../annotations/annotation-set.ts'
import { LONGEST_KEY, uuid } from '../web/fields.ts'
import { FORMATS } from './formats/index.ts'
import type { Selection } from './selection.ts'

const format = z.enum(FORMATS.map(({ id }) => id))

export const datasetParams = z.object({ study: uuid, format })

/** A field that may stand there once, several times, or not at all, which narrows nothing. */
function several<V>(value: z.ZodType<V, string>) {
  return z
    .union([value.transform((one) => [one]), z.array(value).max(500)])
    .transform((values) => [...new Set(values)])
    .optional()
}

const name = z.string().max(LONGEST_KEY)

const selection = {
  round: several(uuid),
  annotator: several(name),
  tag: several(name),
  state: several(z.enum(SET_STATES)),
}

const fields = z.object(selection)

export const datasetQuery = fields.transform((typed) => ({ selection: selectionOf(typed) }))

export const exportQuery = fields
  .extend({ format: format.catch('lesart').default('lesart') })
  .transform(({ format, ...typed }) => ({ selection: selectionOf(typed), format }))

function selectionOf({ round, annotator, tag, state }: z.infer<typeof fields>): Selection {
  return { rounds: round, annotators: annotator, tags: tag, states: state }
}
