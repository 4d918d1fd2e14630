/** What may come from outside about one's own account. */
import { z } from 'zod'
import { LONGEST_PASSWORD } from '../accounts/account.ts'

const anyPassword = z.string().max(LONGEST_PASSWORD * 4)

/** The forms as they are typed: checked by credentialsInput, so that they can be shown again with what is wrong. */
export const nameForm = z.object({ name: z.string().max(400) })
export const passwordForm = z.object({ current: anyPassword, password: z.string() })

export const apiTokenParams = z.object({ token: z.string().regex(/^[0-9a-f]{12}$/) })

/** The form that erases oneself. */
export const erasureForm = z.object({ readings: z.enum(['removed', 'kept']), current: anyPassword })
