/** What may come from outside about a dataset that is to be taken into a study. */
import { z } from 'zod'
import { LONGEST_KEY, uuid } from '../web/fields.ts'
import { OFFSET_UNITS } from './format.ts'

/** More is for the command line. */
export const LARGEST_DATASET = 8_000_000

/**
 * The form comes twice: with files, to be looked at; then with what was in them, as Base64, and with what becomes of
 * their tags (`tag.ID`), roles (`role.ID`) and people (`annotator.NAME`): something of ours, or nothing. `new`: it
 * becomes a study of its own.
 */
export const joiningForm = z
  .object({
    step: z.enum(['look', 'take', 'new']).default('look'),
    move: z.enum(['yes']).optional(),
    name: z.string().max(LONGEST_KEY).optional(),
    encoding: z.string().max(LONGEST_KEY).optional(),
    offsets: z.preprocess((typed) => typed || undefined, z.enum(OFFSET_UNITS).optional()),
    content: z
      .base64()
      .max(2 * LARGEST_DATASET)
      .optional(),
    /** The study that is to be made: its title, and the id that makes the form one act. */
    title: z.string().max(LONGEST_KEY).optional(),
    newStudy: uuid.optional(),
  })
  .catchall(z.string().max(LONGEST_KEY))
export type JoiningForm = z.infer<typeof joiningForm>
