/** What may come from outside about trying the demonstration. */
import { z } from 'zod'

/** Nothing is erased without a tick beside it. */
export const endForm = z.object({ sure: z.literal('on') })
