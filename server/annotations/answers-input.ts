/** What may come from outside about the codebook's questions on a whole article. */
import { z } from 'zod'
import { orderedAnswers } from '../codebook/answers.ts'
import type { Answers, Attribute, AttributeValue } from '../codebook/codebook.ts'
import { LONGEST_KEY, ownKeys, position, typedText, uuid } from '../web/fields.ts'
import { answer, LONGEST_NOTE } from './annotation-input.ts'

/** The body of PUT /api/v1/answers/:id: all answers anew. `base` is the revision seen, 0 where there was none. */
export const answersInput = z.strictObject({
  round: uuid,
  article: uuid,
  base: position,
  answers: ownKeys.pipe(z.record(z.string().max(LONGEST_KEY), answer)),
})
export type AnswersInput = z.infer<typeof answersInput>

/** Fields of a form with answers, which are named by a prefix and the question's id. */
export const answerFields = z.union([typedText(LONGEST_NOTE), z.array(z.string().max(LONGEST_KEY)).max(LONGEST_KEY)])

/** The form that answers. */
export const answersForm = z.object({ base: z.string().regex(/^\d{1,9}$/) }).catchall(answerFields)

/** What the fields of a form answer; fields of other questions are left out. */
export function answersIn(
  questions: readonly Attribute[],
  form: Readonly<Record<string, unknown>>,
  prefix: string,
): Answers {
  const answers: Record<string, AttributeValue> = {}
  for (const { id, kind } of questions) {
    const value = form[`${prefix}.${id}`] as string | string[] | undefined
    if (value === undefined || value === '') continue
    const [first = ''] = [value].flat()
    if (kind === 'many-of') answers[id] = [value].flat()
    else if (kind === 'yes-no') answers[id] = first === 'true'
    else if (kind === 'scale') answers[id] = Number(first)
    else answers[id] = first
  }
  return orderedAnswers(questions, answers)
}
