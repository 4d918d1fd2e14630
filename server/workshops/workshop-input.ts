/** What may come from outside about workshops. */
import { z } from 'zod'
import { uuid } from '../web/fields.ts'
import { PARTICIPANT_DEEDS, PHASES } from './workshop.ts'

export const workshopParams = z.object({ workshop: uuid })
export const participantParams = z.object({ workshop: uuid, participant: uuid })

const LONGEST_TYPED = 100

/** Why a phone leads back to joining: it says so there. */
const LEFT = ['removed', 'gone'] as const
export type Left = (typeof LEFT)[number]

export const joinQuery = z.object({
  code: z.string().max(LONGEST_TYPED).default(''),
  left: z.enum(LEFT).optional().catch(undefined),
})
export const joinForm = z.object({ code: z.string().max(LONGEST_TYPED) })

/** From where to where: a press that comes twice moves once. */
export const phaseForm = z.object({ from: z.enum(PHASES), to: z.enum(PHASES) })

const LONGEST_TIMER = 180
export const timerForm = z.object({
  minutes: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .refine((minutes) => minutes <= LONGEST_TIMER),
})

export const lockForm = z.object({ locked: z.enum(['yes', 'no']) })
export const participationForm = z.object({ deed: z.enum(PARTICIPANT_DEEDS) })
/** Nothing is erased without a tick beside it. */
export const eraseOwnForm = z.object({ sure: z.literal('on') })
export const emptyingForm = z.object({ sure: z.literal('on'), what: z.enum(['remove', 'anonymise']) })
