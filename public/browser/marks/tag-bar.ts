/** The bar with the tags, and with the roles of the open mark: it stands under the end of the selection and never covers it. */
import { inLanguage, type Role } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { choosableTags, type Desk } from '../desk.ts'
import { element } from '../dom.ts'

export interface TagBar {
  showAt(range: Range): void
  hide(): void
}

/** Space between the selection and the bar, in pixels. */
const GAP = 10

interface Choosing {
  tag(id: string): void
  role(id: string): void
  stay(): void
  /** The roles that the selected words can be given now. */
  roles(): readonly Role[]
}

export function createTagBar(bar: HTMLElement, desk: Desk, choosing: Choosing): TagBar {
  const roleButtons = element('span', { class: 'roles' })
  const stay = element(
    'button',
    { type: 'button', 'data-stay': true, 'aria-pressed': 'false' },
    desk.words.staying.button,
  )
  stay.addEventListener('click', choosing.stay)
  bar.append(
    ...choosableTags(desk).map((tag) => {
      const label = element('span', { class: `tag-name ${tagClasses(tag)}` }, inLanguage(tag.label, desk.language))
      return element(
        'button',
        { type: 'button', 'data-tag': tag.id, 'data-explains': tag.id },
        tag.key ? element('kbd', {}, tag.key) : undefined,
        label,
      )
    }),
    roleButtons,
    stay,
  )
  // The selection must not go when a button is pressed.
  bar.addEventListener('mousedown', (event) => event.target instanceof HTMLInputElement || event.preventDefault())
  bar.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button') : null
    if (button?.dataset.tag) choosing.tag(button.dataset.tag)
    else if (button?.dataset.role) choosing.role(button.dataset.role)
  })

  function roleButton({ id, key, label }: Role): HTMLElement {
    const name = element('span', { class: `part-${id}` }, inLanguage(label, desk.language))
    const shownKey = key ? element('kbd', {}, key.toUpperCase()) : undefined
    return element('button', { type: 'button', 'data-role': id }, shownKey, name)
  }

  return {
    showAt(range) {
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 0)
      const last = rects.at(-1)
      const first = rects[0]
      if (!last || !first) return
      bar.hidden = false
      roleButtons.replaceChildren(...choosing.roles().map(roleButton))
      const { width, height } = bar.getBoundingClientRect()
      const isAbove = last.bottom + GAP + height > innerHeight && first.top - GAP - height > 0
      const left = Math.max(8, Math.min(last.right - width / 2, document.documentElement.clientWidth - width - 8))
      bar.toggleAttribute('data-above', isAbove)
      bar.style.setProperty('--left', `${left + scrollX}px`)
      const top = isAbove ? first.top - GAP - height : last.bottom + GAP
      bar.style.setProperty('--top', `${top + scrollY}px`)
      bar.style.setProperty('--point', `${Math.max(12, Math.min(width - 12, last.right - left))}px`)
    },
    hide() {
      bar.hidden = true
    },
  }
}
