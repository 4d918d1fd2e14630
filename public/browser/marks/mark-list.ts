/** All marks as a list: each entry leads to its mark, and the list opens at the mark from which somebody comes. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { findTag } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { type Desk, shortQuote, tagLabel } from '../desk.ts'
import { element } from '../dom.ts'
import type { Reading } from '../saving/reading.ts'

interface Surroundings {
  /** The mark from which somebody comes. */
  current(): string | undefined
  goTo(id: string): void
}

export interface MarkList {
  open(): void
}

export function createMarkList(desk: Desk, reading: Reading, { current, goTo }: Surroundings): MarkList {
  const { keys, walking } = desk.words
  const list = element('ol')
  const close = element('button', { type: 'button', class: 'secondary' }, desk.words.close)
  const dialog = element(
    'dialog',
    { class: 'keys mark-list', 'aria-labelledby': 'mark-list-title' },
    element('h2', { id: 'mark-list-title' }, keys.commands.list),
    list,
    element('div', { class: 'keys-foot' }, close),
  )
  document.body.append(dialog)
  close.addEventListener('click', () => dialog.close())

  list.addEventListener('click', ({ target }) => {
    const entry = target instanceof Element ? target.closest('li')?.querySelector<HTMLElement>('[data-mark]') : null
    if (!entry?.dataset.mark) return
    dialog.close()
    goTo(entry.dataset.mark)
  })
  list.addEventListener('keydown', (event) => {
    const entries = [...list.querySelectorAll('button')]
    const at = entries.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    entries[to]?.focus()
  })

  function entryOf(annotation: Annotation): HTMLElement {
    const { id, tag } = annotation
    const name = element('span', { class: `tag-name ${tagClasses(findTag(desk.codebook, tag))}` }, tagLabel(desk, tag))
    const quote = element('q', { lang: desk.article.language, dir: 'auto' }, shortQuote(desk, annotation))
    return element('li', {}, element('button', { type: 'button', 'data-mark': id }, name, ' ', quote))
  }

  function open(): void {
    const marks = reading.list()
    list.replaceChildren(...(marks.length > 0 ? marks.map(entryOf) : [element('li', {}, walking.noMarks)]))
    dialog.showModal()
    list.querySelector<HTMLElement>(`[data-mark="${CSS.escape(current() ?? '')}"]`)?.focus()
  }

  return { open }
}
