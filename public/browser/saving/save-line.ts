/** The quiet line that says whether everything is saved, and what can be done where it is not. */
import type { Entry, Obstacle, SaveState } from '../../../server/annotations/outbox.ts'
import type { Desk } from '../desk.ts'
import { element, fill } from '../dom.ts'

interface Deeds {
  retry(): void
  showDecisions(): void
}

export interface SaveLine {
  show(state: SaveState, entries: readonly Entry[], obstacle: Obstacle | undefined): void
}

/** Saving is worth a word only when it takes time, in milliseconds. */
const WORTH_A_WORD = 400

export function createSaveLine(line: HTMLElement, desk: Desk, deeds: Deeds): SaveLine {
  const words = desk.words.queue
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown = ''

  function say(sentence: string, action?: { name: string; deed: () => void }): void {
    // What stands there already is not said again.
    if (sentence === shown) return
    shown = sentence
    const button = action && element('button', { type: 'button' }, action.name)
    button?.addEventListener('click', action!.deed)
    line.replaceChildren(element('span', { class: 'save-words' }, sentence), ...(button ? [button] : []))
  }

  return {
    show(state, entries, obstacle) {
      clearTimeout(timer)
      line.dataset.saveState = state
      const retry = { name: words.retry, deed: deeds.retry }
      const n = entries.length
      if (state === 'saved') say(words.saved)
      else if (state === 'saving') timer = setTimeout(() => say(words.saving), WORTH_A_WORD)
      else if (state === 'waiting')
        say(`${words.failed}: ${n === 1 ? words.waitingOne : fill(words.waiting, { n })}`, retry)
      else if (obstacle?.kind === 'server') say(`${words.failed}: ${obstacle.message}`, retry)
      else
        say(`${words.failed}: ${obstacle ? words.signedOut : words.undecided}`, {
          name: words.look,
          deed: deeds.showDecisions,
        })
    },
  }
}
