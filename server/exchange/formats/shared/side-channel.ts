/** What a format has no place for, beside a mark: one short JSON that other readers take for words. */
import { z } from 'zod'

const position = z.int().min(0)

export const sideChannel = z.object({
  id: z.guid().optional(),
  createdAt: z.iso.datetime({ offset: true }).optional(),
  changedAt: z.iso.datetime({ offset: true }).optional(),
  origin: z.string().min(1).optional(),
  /** Where what the format can say of the span is less than the span. */
  span: z.tuple([position, position]).optional(),
  /** Texts that had to be put on one line, by their name there. */
  texts: z.record(z.string(), z.string()).optional(),
})
export type SideChannel = z.infer<typeof sideChannel>

/** JSON on one line, in ASCII: nothing in it is a line break or a character of another encoding to anybody. */
export function asciiJson(content: unknown): string {
  return JSON.stringify(content).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
