/** The questions about the whole article at its end: answered in one press each, kept like marks. */
import { questionsAsked } from '../../../server/annotations/document-answers.ts'
import { type Attribute, type AttributeValue, inLanguage } from '../../../server/codebook/codebook.ts'
import { growingField } from '../cards/card-note.ts'
import { questionField } from '../cards/card-questions.ts'
import type { Desk } from '../desk.ts'
import { element, find } from '../dom.ts'
import type { Answering } from '../saving/answering.ts'

/** A question's field, and the answer that it shows. */
interface Drawn {
  readonly field: HTMLElement
  value: string
}

export function createDocumentForm(desk: Desk, answering: Answering): void {
  const place = document.querySelector<HTMLElement>('[data-document-fields]')
  if (!place) return
  const drawn = new Map<string, Drawn>()
  find('[data-document-save]').hidden = true
  place.classList.remove('mark-form')
  place.replaceChildren()

  /** Only fields whose answer came from elsewhere are made anew: who answers must not lose the place. */
  function draw(): void {
    const { answers } = answering
    const asked = questionsAsked(desk.codebook, answers)
    for (const [id, { field, value }] of drawn) {
      if (asked.some((question) => question.id === id) && value === shown(answers[id])) continue
      field.remove()
      drawn.delete(id)
    }
    for (const [index, question] of asked.entries()) {
      const known = drawn.get(question.id) ?? { field: fieldOf(question, answers[question.id]), value: '' }
      drawn.set(question.id, known)
      known.value = shown(answers[question.id])
      if (place!.children[index] !== known.field) place!.insertBefore(known.field, place!.children[index] ?? null)
    }
  }

  function fieldOf(question: Attribute, value: AttributeValue | undefined): HTMLElement {
    const name = `answer.${question.id}`
    const answer = (given: AttributeValue | undefined) => {
      const known = drawn.get(question.id)
      if (known) known.value = shown(given)
      answering.answer(question.id, given)
    }
    const label = inLanguage(question.label, desk.language)
    const needed = question.required ? ` (${desk.words.documentAnswers.required})` : ''
    const field =
      question.kind === 'text'
        ? growingField(label + needed, name, String(value ?? ''), (text) => answer(text || undefined))
        : questionField(desk, question, value, answer, name)
    field.id = name
    field.querySelector('legend')?.append(element('small', {}, needed))
    return field
  }

  draw()
  answering.onChange(draw)
}

function shown(value: AttributeValue | undefined): string {
  return JSON.stringify(
    value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value,
  )
}
