/** The note of a card: it grows with its text and is kept while it is typed, after a short rest. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'

/** So long after the last letter a note is kept, in milliseconds. */
const REST = 800

export function noteField(desk: Desk, annotation: Annotation, keepNote: (note: string) => void): HTMLElement {
  const area = element('textarea', { rows: 1, name: 'note', dir: 'auto', maxlength: 10_000 })
  area.value = annotation.note ?? ''
  let kept = area.value
  let rest: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(rest)
    const note = area.value.trim()
    if (note === kept) return
    kept = note
    keepNote(note)
  }
  area.addEventListener('input', () => {
    grow(area)
    clearTimeout(rest)
    rest = setTimeout(keep, REST)
  })
  area.addEventListener('focus', () => grow(area))
  area.addEventListener('change', keep)
  const question = annotation.confidence === 'low' ? desk.words.noteWhereUnsure : desk.words.note
  return element('label', { class: 'label' }, question, area)
}

/** What `field-sizing` does, for browsers that do not know it. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
