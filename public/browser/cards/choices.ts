/** Fields of a card: a group of answers, one press each, and a line of text. */
import { element } from '../dom.ts'

export interface Option {
  readonly value: string
  readonly label: Node | string
}

interface Group {
  readonly question: string
  readonly name: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  /** Several answers may stand together. */
  readonly isMany?: boolean
  /** One answer must stand: pressing it again does not take it back. */
  readonly isFixed?: boolean
  /** The question is not shown, only said. */
  readonly isUnseen?: boolean
  /** Question and answers stand on one line. */
  readonly isInline?: boolean
}

/**
 * A group of answers; where one is chosen, pressing it again takes it back. While the focus is in the group, the digits
 * press its answers.
 */
export function choices(group: Group, answer: (chosen: string[]) => void): HTMLElement {
  const { question, name, options, chosen, isMany = false, isFixed = false, isUnseen = false, isInline = false } = group
  const inputs = options.map(({ value }) => {
    const input = element('input', { type: isMany ? 'checkbox' : 'radio', name, value })
    input.checked = chosen.includes(value)
    return input
  })
  const given = () => inputs.filter((input) => input.checked).map((input) => input.value)
  /** What stood before the press: a click comes before the change that it makes. */
  let standing = given()
  function settle(): void {
    standing = given()
    answer(standing)
  }
  for (const input of inputs) {
    input.addEventListener('change', settle)
    input.addEventListener('click', () => {
      if (isMany || isFixed || !standing.includes(input.value)) return
      input.checked = false
      settle()
    })
  }
  const labels = options.map(({ label }, index) => element('label', { class: 'choice' }, inputs[index], label))
  const isTags = options.some(({ label }) => typeof label !== 'string')
  const field = element(
    'fieldset',
    { class: isTags ? 'tags-choice' : isInline ? 'inline-choice' : undefined },
    element('legend', { class: isUnseen ? 'unseen' : undefined }, question),
    element('div', { class: 'choices' }, ...labels),
  )
  field.addEventListener('keydown', (event) => {
    const input = /^[1-9]$/.test(event.key) ? inputs[Number(event.key) - 1] : undefined
    if (!input || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    input.focus()
    input.click()
  })
  return field
}

/** A line of text, answered when it is left. */
export function textField(label: string, name: string, value: string, answer: (text: string) => void): HTMLElement {
  const input = element('input', { type: 'text', name, value, dir: 'auto' })
  input.addEventListener('change', () => answer(input.value.trim()))
  return element('label', { class: 'label' }, label, input)
}
