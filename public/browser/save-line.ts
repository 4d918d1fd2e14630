/** The quiet line that says whether everything is saved, and what can be done where it is not. */
import type { Desk } from './desk.ts'
import { element } from './dom.ts'
import type { Marking } from './marking.ts'
import type { SaveState, Trouble } from './sender.ts'

/** Saving is worth a word only when it takes time, in milliseconds. */
const WORTH_A_WORD = 400

export function createSaveLine(line: HTMLElement, desk: Desk, marking: () => Pick<Marking, 'retry' | 'discard'>) {
  let timer: ReturnType<typeof setTimeout> | undefined

  addEventListener('beforeunload', (event) => {
    if (line.dataset.saveState !== 'saved') event.preventDefault()
  })

  function words(text: string): HTMLElement {
    return element('span', { class: 'save-words' }, text)
  }

  function button(text: string, press: () => void): HTMLElement {
    const made = element('button', { type: 'button' }, text)
    made.addEventListener('click', press)
    return made
  }

  return (state: SaveState, trouble: Trouble | undefined): void => {
    clearTimeout(timer)
    line.dataset.saveState = state
    if (state === 'saved') line.replaceChildren(words(desk.words.saved))
    else if (state === 'saving') timer = setTimeout(() => line.replaceChildren(words(desk.words.saving)), WORTH_A_WORD)
    else
      line.replaceChildren(
        words(`${desk.words.failed}: ${trouble?.message ?? desk.words.offline}`),
        trouble?.isRefused
          ? button(desk.words.discard, () => marking().discard())
          : button(desk.words.retry, () => marking().retry()),
      )
  }
}
