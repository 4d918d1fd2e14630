/** Schemas of what every domain takes from outside: text that can be kept, ids, positions. */
import { z } from 'zod'
import { canonical, textFault } from '../text/canonical.ts'

/** Text as people type it → its canonical form. Lone surrogates and control characters are refused. */
export function typedText(longest: number) {
  return z
    .string()
    .max(longest)
    .transform(canonical)
    .refine((text) => textFault(text) === undefined, { params: { reason: 'unprintable' } })
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** A UUID of any version, in lower case from here on. */
export const uuid = z.string().regex(UUID).toLowerCase()
/** A UUID of version 7, in lower case from here on. */
export const uuidV7 = z.string().regex(UUID_V7).toLowerCase()
/** Whole numbers from 0. */
export const position = z.int().min(0)
/** Ids of tags, roles, attributes and choices are kebab-case; whether they exist, the codebook says. */
export const LONGEST_KEY = 200
