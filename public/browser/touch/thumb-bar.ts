/** What a thumb needs at any time, at the foot of a narrow screen: undo, how saving goes, and staying with a tag. */
import type { Desk } from '../desk.ts'
import { element, find } from '../dom.ts'

export interface ThumbBar {
  readonly root: HTMLElement
  /** Takes the buttons from where they stand on wide screens, or gives them back. */
  show(isHere: boolean): void
}

export function createThumbBar(desk: Desk): ThumbBar {
  const root = element('div', { class: 'thumb-bar', role: 'group', 'aria-label': desk.words.touch.bar })
  const moved = desk.mayMark ? ['[data-turns]', '[data-save-state]', '[data-stay]'].map((one) => find(one)) : []
  const homes = moved.map((one) => {
    const home = document.createComment('')
    one.before(home)
    return home
  })
  return {
    root,
    show(isHere) {
      root.hidden = !isHere || moved.length === 0
      if (isHere) root.append(...moved)
      else for (const [index, one] of moved.entries()) homes[index]!.after(one)
    },
  }
}
