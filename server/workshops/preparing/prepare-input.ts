/** What may come from outside when a workshop is prepared. */
import { z } from 'zod'
import { typedLine, typedText, uuid } from '../../web/fields.ts'
import {
  MOST_DAYS,
  MOST_PARTICIPANTS,
  MOST_QUESTIONS,
  OPTIONAL_PHASES,
  SMALLEST_GROUP,
  WORKSHOP_LANGUAGES,
  WORKSHOP_TAGS,
  type WorkshopSettings,
} from '../workshop.ts'
import { LESSON_ARTICLES, LESSONS } from './lessons.ts'

const LONGEST_TITLE = 200
const LONGEST_TEXT = 100_000
const LONGEST_QUESTION = 500

const ticked = z.literal('on').optional()
const digits = z.string().max(10)

export const prepareForm = z.object({
  title: z.string().max(1000),
  chosen: z.string().max(100),
  text: z.string().max(LONGEST_TEXT * 2),
  language: z.string().max(10),
  reporting: ticked,
  attribution: ticked,
  framing: ticked,
  neighbours: ticked,
  'second-marking': ticked,
  reference: ticked,
  questions: z.string().max(20_000),
  minutes: digits,
  'shows-single': ticked,
  adults: ticked,
  most: digits,
  days: digits,
})

export const prepareQuery = z.object({ from: uuid.optional().catch(undefined) })

function number(least: number, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most, { params: { reason: 'out-of-range' } })
}

export interface Prepared {
  readonly title: string
  readonly source: { readonly article: string } | { readonly text: string }
  readonly settings: WorkshopSettings
}

export const prepareInput = prepareForm
  .extend({
    title: typedLine(LONGEST_TITLE),
    text: typedText(LONGEST_TEXT),
    language: z.enum(WORKSHOP_LANGUAGES),
    questions: typedText(20_000),
    minutes: z.union([z.literal('').transform(() => undefined), number(1, 180)]),
    most: number(1, MOST_PARTICIPANTS),
    days: number(1, MOST_DAYS),
  })
  .refine(({ chosen, text }) => chosen !== '' || text.trim() !== '', {
    path: ['text'],
    params: { reason: 'missing' },
  })
  .refine((form) => WORKSHOP_TAGS.some((tag) => form[tag] === 'on'), { path: ['tags'], params: { reason: 'missing' } })
  .refine(({ questions }) => linesOf(questions).length <= MOST_QUESTIONS, {
    path: ['questions'],
    params: { reason: 'too-many' },
  })
  .refine(({ questions }) => linesOf(questions).every((line) => line.length <= LONGEST_QUESTION), {
    path: ['questions'],
    params: { reason: 'too-long' },
  })
  .transform(
    (form): Prepared => ({
      title: form.title,
      // What is pasted was meant: a choice above it may be left over.
      source: form.text.trim() === '' ? { article: form.chosen } : { text: form.text },
      settings: {
        language: form.language,
        tags: WORKSHOP_TAGS.filter((tag) => form[tag] === 'on'),
        phases: OPTIONAL_PHASES.filter((phase) => form[phase] === 'on'),
        questions: linesOf(form.questions),
        ...(form.minutes !== undefined && { minutes: form.minutes }),
        showsSingle: form['shows-single'] === 'on',
        smallestGroup: form.adults === 'on' ? 1 : SMALLEST_GROUP,
        mostParticipants: form.most,
        daysKept: form.days,
      },
    }),
  )

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Which lesson is begun, on which of its articles. */
export const lessonForm = z.object({ lesson: z.enum(LESSONS), on: z.enum(LESSON_ARTICLES) })
