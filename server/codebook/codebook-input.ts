/** What a codebook from outside must look like. Keys come out in the order in which a dataset states them. */
import { z } from 'zod'
import { ATTRIBUTE_KINDS, hasTooManySteps, LINES } from './codebook.ts'

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const key = z.string().min(1).max(10)

/** A text by language, languages in the order of their codes. */
const localised = z
  .record(z.string().regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/), z.string())
  .transform((texts) => Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1))))

const choice = z.object({ id: kebab, label: localised })

const question = z.object({
  id: kebab,
  label: localised,
  kind: z.enum(ATTRIBUTE_KINDS),
  required: z.boolean().optional(),
  asked: z.enum(['desk', 'workshop', 'never']).optional(),
  choices: z
    .array(choice)
    .refine(hasUniqueIds, { params: { reason: 'repeated-id' } })
    .optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  shownWhen: z.object({ attribute: kebab, is: z.array(z.union([z.string(), z.number(), z.boolean()])) }).optional(),
})

const attribute = question.refine(({ min, max }) => !hasTooManySteps(min, max), {
  path: ['max'],
  params: { reason: 'too-many-steps' },
})

const attributes = z.array(attribute).refine(hasUniqueIds, { params: { reason: 'repeated-id' } })

const role = z.object({ id: kebab, label: localised, key: key.optional(), many: z.boolean().optional() })

const tag = z.object({
  id: kebab,
  label: localised,
  definition: localised.optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  line: z.enum(LINES).optional(),
  key: key.optional(),
  retired: z.literal(true).optional(),
  attributes: attributes.optional(),
  roles: z
    .array(role)
    .refine(hasUniqueIds, { params: { reason: 'repeated-id' } })
    .optional(),
})

export const codebookInput = z.object({
  id: z.uuid(),
  version: z.int().min(1),
  title: localised,
  overlap: z.enum(['allowed', 'forbidden']),
  tags: z
    .array(tag)
    .min(1)
    .refine(hasUniqueIds, { params: { reason: 'repeated-id' } }),
  questions: attributes.optional(),
  guidelines: localised.optional(),
})

function hasUniqueIds(items: readonly { id: string }[]): boolean {
  return new Set(items.map(({ id }) => id)).size === items.length
}
