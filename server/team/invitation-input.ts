/** What may come from outside about invitations. */
import { z } from 'zod'
import { STUDY_ROLES } from '../accounts/permissions.ts'
import { typedText, uuid, uuidV7 } from '../web/fields.ts'
import { DAYS_OFFERED, MOST_USES } from './invitation.ts'

const LONGEST_NOTE = 200

export const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,100}$/) })
export const invitationParams = z.object({ slug: z.string().regex(/^[a-z0-9-]{1,80}$/), invitation: uuid })

/** A new invitation. The id is made with the page, so that a form that is sent twice makes one. */
export const invitationInput = z.object({
  id: uuidV7,
  role: z.enum(STUDY_ROLES),
  uses: z.coerce.number().int().min(1).max(MOST_USES),
  days: z.coerce.number().refine((days) => (DAYS_OFFERED as readonly number[]).includes(days)),
  note: typedText(LONGEST_NOTE).transform((typed) => typed.replace(/\p{White_Space}+/gu, ' ').trim() || undefined),
})
export type InvitationInput = z.infer<typeof invitationInput>

/** The form as it is typed: checked by invitationInput, so that it can be shown again with what is wrong. */
export const invitationForm = z.object({
  id: uuidV7,
  role: z.string(),
  uses: z.string(),
  days: z.string(),
  note: z.string(),
})
export type TypedInvitation = z.infer<typeof invitationForm>

/** Who is invited and has no account makes one: checked by credentialsInput. */
export const newcomerForm = z.object({ name: z.string(), password: z.string() })
