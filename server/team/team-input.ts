/** What may come from outside about the members of a study. */
import { z } from 'zod'
import { STUDY_ROLES } from '../accounts/permissions.ts'
import { uuid } from '../web/fields.ts'
import { listFields } from '../web/list-fields.ts'

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)

export const memberParams = z.object({ slug, member: uuid })

/** The list of members: words to look for, and a page. */
export const teamQuery = z.object(listFields)

const ticked = z.literal('on').optional()

/** The form of roles: a box for each. */
export const rolesForm = z
  .object({ manager: ticked, annotator: ticked, adjudicator: ticked, reader: ticked })
  .transform((boxes) => STUDY_ROLES.filter((role) => boxes[role] === 'on'))

/** Whether somebody's name leaves the study beside their pseudonym. */
export const namingForm = z.object({ named: ticked })
