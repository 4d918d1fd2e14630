/** Keys of the desk. Letters and digits act only while the text has the focus; what is typed elsewhere is text. */
import { choosableTags, type Desk } from './desk.ts'

interface KeyDeeds {
  tag(id: string): void
  retract(): void
  leave(): void
}

export function watchKeys(article: HTMLElement, desk: Desk, deeds: KeyDeeds): void {
  article.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const tag = choosableTags(desk).find(({ key }) => key?.toLowerCase() === event.key.toLowerCase())
    if (tag) deeds.tag(tag.id)
    else if (event.key === 'Delete') deeds.retract()
    else return
    event.preventDefault()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') deeds.leave()
  })
}
