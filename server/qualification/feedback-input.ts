/** What may come from outside about comparing one's readings with the reference. */
import { z } from 'zod'
import { listFields } from '../web/list-fields.ts'

export const feedbackQuery = z.object({ page: listFields.page })
