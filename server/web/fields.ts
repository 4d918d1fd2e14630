/** Schemas of what every domain takes from outside: text that can be kept, ids, positions. */
import { z } from 'zod'
import { canonical, textFault } from '../text/canonical.ts'

const canBeKept = (text: string) => textFault(canonical(text)) === undefined
const UNPRINTABLE = { params: { reason: 'unprintable' } }

/** Text as people type it → its canonical form. Lone surrogates and control characters are refused. */
export function typedText(longest: number) {
  return exactText(longest).transform(canonical)
}

/** Text that is compared with what is kept, and therefore left as it is. The same is refused. */
export function exactText(longest: number) {
  return z.string().max(longest).refine(canBeKept, UNPRINTABLE)
}

/** One line that people type: without line breaks and doubled spaces, and not empty. */
export function typedLine(longest: number) {
  return typedText(longest * 2)
    .transform((typed) => typed.replace(/\p{White_Space}+/gu, ' ').trim())
    .refine((typed) => typed !== '', { params: { reason: 'missing' } })
    .refine((typed) => typed.length <= longest, { params: { reason: 'too-long' } })
}

/** A BCP 47 tag, such as `de` or `pt-BR`, in its canonical case. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0]!
    } catch {
      context.addIssue({ code: 'custom', message: 'no language', params: { reason: 'invalid-format' } })
      return z.NEVER
    }
  })

/** Objects whose keys are all their own: where `__proto__` is a key, a schema would drop it in silence. */
export const ownKeys = z
  .unknown()
  .refine((value) => typeof value !== 'object' || value === null || !Object.hasOwn(value, '__proto__'), {
    path: ['__proto__'],
    params: { reason: 'unknown-key' },
  })

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
