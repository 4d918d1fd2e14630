/** What may come from outside about the rounds of a study and their assignments. */
import { z } from 'zod'
import { NEW_KINDS } from '../../rounds/round.ts'
import { ROUND_ORDERS, ROUND_STATES } from '../../rounds/round-list.ts'
import { typedLine, uuid } from '../../web/fields.ts'
import { choiceField, listFields } from '../../web/list-fields.ts'

const LONGEST_TITLE = 200
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)
const pageNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .catch(1)

export const roundOfStudy = z.object({ slug, round: uuid })
/** The list of rounds: words of their titles, a state, an order, and a page. */
export const roundListQuery = z.object({
  ...listFields,
  state: choiceField(ROUND_STATES),
  order: choiceField(ROUND_ORDERS),
})
/** The articles of a round: words of their titles and texts, and a page. */
export const assignmentsQuery = z.object(listFields)

/** Empty is none; else a day that there is, as YYYY-MM-DD. */
const dueOn = z
  .string()
  .transform((typed) => typed.trim())
  .refine((typed) => typed === '' || isDay(typed), { params: { reason: 'no-day' } })
  .transform((typed) => (typed === '' ? undefined : typed))

function isDay(typed: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return false
  const day = new Date(`${typed}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(typed)
}

/** A whole number as it is typed; what is left empty is undefined. */
function typedCount(least: number, most: number) {
  return z
    .string()
    .transform((typed) => typed.trim())
    .refine((typed) => typed === '' || /^\d{1,9}$/.test(typed), { params: { reason: 'no-number' } })
    .transform((typed) => (typed === '' ? undefined : Number(typed)))
    .refine((number) => number === undefined || (number >= least && number <= most), {
      params: { reason: 'out-of-range' },
    })
}

/** The form for a new round as it is typed: checked by newRoundInput, so that it can be shown again. */
export const newRoundForm = z.object({
  title: z.string(),
  kind: z.string(),
  codebookVersion: z.string(),
  dueOn: z.string().default(''),
})

export const newRoundInput = z.object({
  title: typedLine(LONGEST_TITLE),
  kind: z.enum(NEW_KINDS),
  /** `ID/NUMBER`. */
  codebookVersion: z.string().max(100),
  dueOn,
})

export const termsForm = z.object({
  dueOn: z.string().default(''),
  admission: z.string().default(''),
  percent: z.string().default(''),
})

export const termsInput = z.object({ dueOn, admission: z.union([z.literal(''), uuid]), percent: typedCount(1, 100) })

const several = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(5000)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

/** A plan as it is asked for: people by their pseudonyms, pairs as two lists side by side. */
export const planForm = z.object({
  readers: z.string().max(20).default(''),
  most: z.string().max(20).default(''),
  first: z.string().max(20).default(''),
  last: z.string().max(20).default(''),
  person: several,
  apartOne: several,
  apartOther: several,
  controls: z.string().max(10).default(''),
  order: z.enum(['study', 'shuffled']).catch('study'),
  seed: z.string().max(20).default(''),
  /** Given where another lot is asked for. */
  again: z.string().max(10).optional(),
  page: pageNumber,
})
export type PlanForm = z.infer<typeof planForm>

export const planNumbers = z.object({
  readers: typedCount(1, 1000),
  most: typedCount(1, 1_000_000),
  first: typedCount(1, 10_000_000),
  last: typedCount(1, 10_000_000),
  seed: typedCount(0, 999_999_999),
})

/** The same, with which assignments it was made in sight of. */
export const planSent = planForm.extend({
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

export const assignmentForm = z.object({
  article: uuid,
  /** A pseudonym. */
  annotator: z.string().max(100),
  /** Where in the list of articles it was pressed. */
  ...listFields,
})

export const removalForm = assignmentForm.extend({
  /** Given where somebody knows that it has begun. */
  begun: z.literal('yes').optional(),
})

/** One person of a round, by their pseudonym. */
export const readerOfRound = roundOfStudy.extend({ annotator: z.string().max(100) })
export const feedbackForm = z.object({ feedback: z.enum(['on', 'off']) })

export const admissionForm = z.object({ annotator: z.string().max(100) })

/** Whose readings become the reference, by their pseudonym. */
export const referenceForm = z.object({ annotator: z.string().max(100) })
