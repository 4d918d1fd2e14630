/** Schemas of what the address of a list says. Nothing in it is an error: what does not fit is as usual. */
import { z } from 'zod'

const LONGEST_QUERY = 200

/** The fields that every list has. */
export const listFields = {
  q: z
    .string()
    .transform((typed) =>
      typed
        .toWellFormed()
        .replace(/\p{White_Space}+/gu, ' ')
        .trim()
        .slice(0, LONGEST_QUERY),
    )
    .catch(''),
  page: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .catch(1),
}

/** A choice of a list; the first value is the usual one. */
export function choiceField<const V extends readonly [string, ...string[]]>(values: V) {
  return z.enum(values).catch(values[0] as never)
}
