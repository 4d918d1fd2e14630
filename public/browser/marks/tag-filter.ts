/** Finding a tag where there are too many to look through: a field in the bar, and behind it the tags that were last given. */
import { folded } from '../../../server/text/search.ts'
import type { Desk } from '../desk.ts'
import { element } from '../dom.ts'

interface Listener {
  /** Somebody begins to write: the selection of the text is the field's now, and is to be kept. */
  entered(): void
  left(): void
  /** Somebody goes back into the text without a tag. */
  cancelled(): void
}

/** @returns leads into the field */
export function addTagFilter(bar: HTMLElement, desk: Desk, listener: Listener): () => void {
  const words = desk.words.keys.findTag
  const field = element('input', {
    ...{ type: 'text', class: 'tag-filter', placeholder: words, 'aria-label': words, enterkeyhint: 'go' },
    ...{ autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', maxlength: 60 },
  })
  const tags = () => [...bar.querySelectorAll<HTMLElement>('[data-tag]')]
  const nameOf = (tag: HTMLElement) => folded(tag.querySelector('.tag-name')?.textContent ?? '')
  bar.prepend(field)

  function filter(): void {
    const wanted = folded(field.value).trim()
    const [first] = tags().filter((tag) => {
      tag.hidden = !nameOf(tag).includes(wanted)
      tag.removeAttribute('data-first')
      return !tag.hidden
    })
    if (wanted !== '') first?.setAttribute('data-first', '')
  }

  function empty(): void {
    field.value = ''
    filter()
  }

  field.addEventListener('input', filter)
  field.addEventListener('focus', listener.entered)
  field.addEventListener('blur', listener.left)
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.key === 'Enter' || event.key === 'Escape')) return
    event.preventDefault()
    if (event.key === 'Enter') bar.querySelector<HTMLElement>('[data-first]')?.click()
    else {
      empty()
      listener.cancelled()
    }
  })
  // What was given last comes first the next time.
  bar.addEventListener('click', ({ target }) => {
    const tag = target instanceof Element ? target.closest('[data-tag]') : null
    if (!tag) return
    empty()
    field.after(tag)
  })
  return () => field.focus({ preventScroll: true })
}
