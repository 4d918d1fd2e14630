/** Text of any length: its field grows with it, and it is kept while it is typed, after a short rest. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'

/** So long after the last letter a note is kept, in milliseconds. */
const REST = 800

/** The note of a card. */
export function noteField(desk: Desk, annotation: Annotation, keepNote: (note: string) => void): HTMLElement {
  const question = annotation.confidence === 'low' ? desk.words.noteWhereUnsure : desk.words.note
  return growingField(question, 'note', annotation.note ?? '', keepNote)
}

/** Keeps what is typed and has not come to rest yet, as if its field had been left: before anything is drawn anew. */
export function keepTyped(): void {
  for (const area of document.querySelectorAll('textarea[data-typed]')) area.dispatchEvent(new Event('change'))
}

export function growingField(label: string, name: string, text: string, keepText: (text: string) => void): HTMLElement {
  const area = element('textarea', { rows: 1, name, dir: 'auto', maxlength: 10_000 })
  area.value = text
  let kept = area.value
  let rest: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(rest)
    const now = area.value.trim()
    area.removeAttribute('data-typed')
    if (now === kept) return
    kept = now
    keepText(now)
  }
  area.addEventListener('input', () => {
    grow(area)
    area.setAttribute('data-typed', '')
    clearTimeout(rest)
    rest = setTimeout(keep, REST)
  })
  area.addEventListener('focus', () => grow(area))
  area.addEventListener('change', keep)
  return element('label', { class: 'label' }, label, area)
}

/** What `field-sizing` does, for browsers that do not know it. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
