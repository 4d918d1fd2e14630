/** Marking by forms: what their fields may hold, and the action that they mean. */
import { z } from 'zod'
import { type Codebook, findTag } from '../codebook/codebook.ts'
import { LONGEST_KEY, typedText, uuid, uuidV7 } from '../web/fields.ts'
import { CONFIDENCES, type Judgement, type Part } from './annotation.ts'
import { LONGEST_NOTE, LONGEST_QUOTE } from './annotation-input.ts'
import { answersIn } from './answers-input.ts'

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const one = z.string().max(LONGEST_KEY)
/** Browsers send the ends of lines as CRLF; the body has LF. */
const quote = typedText(LONGEST_QUOTE)

const ids = { action: uuidV7, base: number }
const place = { start: number, end: number, quote }

/** The form that tags a sentence. */
export const sentenceForm = z.object({ action: uuidV7, annotation: uuid, ...place, tag: one })

/** The form that takes a mark back. */
export const retractionForm = z.object(ids)

/** The form that states a mark anew; answers stand in fields named `attribute.ID`. */
export const markForm = z
  .object({
    ...ids,
    ...place,
    parts: z.string().max(LONGEST_QUOTE),
    tag: one,
    confidence: one.optional(),
    secondTag: one.optional(),
    note: typedText(LONGEST_NOTE),
  })
  .catchall(z.union([z.string().max(LONGEST_NOTE), z.array(one).max(LONGEST_KEY)]))
export type MarkFields = z.infer<typeof markForm>

export const markParams = z.object({ round: uuid, article: uuid, annotation: uuid })

/** What the fields say about a mark: answers and parts that its tag does not know are left out. */
export function judgementIn(codebook: Codebook, form: MarkFields): Judgement & { quote: string } {
  const tag = findTag(codebook, form.tag)
  const roles = new Set(tag?.roles?.map(({ id }) => id))
  const { start, end, secondTag, note } = form
  const confidence = CONFIDENCES.find((value) => value === form.confidence)
  return {
    start,
    end,
    quote: form.quote,
    tag: form.tag,
    attributes: answersIn(tag?.attributes ?? [], form, 'attribute'),
    parts: partsIn(form.parts).filter(({ role }) => roles.has(role)),
    ...(confidence && { confidence }),
    ...(secondTag && secondTag !== form.tag && { secondTag }),
    ...(note.trim() !== '' && { note }),
  }
}

/** The parts as the page handed them out, with their quotes; what is no such list is none. */
function partsIn(text: string): (Part & { quote: string })[] {
  try {
    const parts: unknown = JSON.parse(text)
    return Array.isArray(parts) ? parts.filter((part) => typeof part === 'object' && part !== null) : []
  } catch {
    return []
  }
}
