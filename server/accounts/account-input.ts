/** What may come from outside about accounts. */
import { z } from 'zod'
import { CHOICES } from '../web/settings.ts'
import { foldName, LONGEST_NAME, LONGEST_PASSWORD, SHORTEST_PASSWORD, tidyName } from './account.ts'

const name = z
  .string()
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), { params: { reason: 'unprintable' } })
  .transform(tidyName)
  .refine((text) => foldName(text) !== '', { params: { reason: 'missing' } })
  .refine((text) => [...text].length <= LONGEST_NAME, { params: { reason: 'too-long' } })

const newPassword = z
  .string()
  .refine((text) => text.isWellFormed(), { params: { reason: 'unprintable' } })
  .refine((text) => [...text].length >= SHORTEST_PASSWORD, { params: { reason: 'too-short' } })
  .refine((text) => text.length <= LONGEST_PASSWORD, { params: { reason: 'too-long' } })

/** A name and a password for a new account, or a new password for an old one. */
export const credentialsInput = z.object({ name, password: newPassword })
export type CredentialsInput = z.infer<typeof credentialsInput>

/** The welcome form as it is typed: checked by credentialsInput, so that it can be shown again with what is wrong. */
export const welcomeInput = z.object({ name: z.string(), password: z.string(), token: z.string().max(100) })

/** The address of the welcome page. */
export const welcomeQuery = z.object({ token: z.string().max(100).default('') })

/** The sign-in form. Any password may be tried; `next` is the path to go on to. */
export const signInInput = z.object({
  name: z.string().max(400),
  password: z.string().max(LONGEST_PASSWORD * 4),
  next: z.string().max(2000).optional(),
})

export const signInQuery = z.object({ next: z.string().max(2000).optional() })

/** Handing the device over; the page's script says when nothing waits in this browser any more. */
export const handoverInput = z.object({ emptied: z.literal('yes').optional() })
export const handoverQuery = z.object({ done: z.literal('yes').optional() })

/** The form of settings, whole or in part, and the path to go on to. */
export const settingsInput = z.object({
  language: z.enum(CHOICES.language).optional(),
  theme: z.enum(CHOICES.theme).optional(),
  size: z.enum(CHOICES.size).optional(),
  measure: z.enum(CHOICES.measure).optional(),
  spacing: z.enum(CHOICES.spacing).optional(),
  labels: z.enum(CHOICES.labels).optional(),
  numbers: z.enum(CHOICES.numbers).optional(),
  next: z.string().max(2000).optional(),
})
