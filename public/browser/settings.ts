/** Changing how one reads, at once: the place in the text stays where it is, and what stands beside it moves along. */
import { type Settings, settingsIn, USUAL } from '../../server/web/settings.ts'
import { find } from './dom.ts'
import { PATIENCE } from './saving/request.ts'
import { wordOnTop } from './text/line-walking.ts'
import type { TextPositions } from './text/text-positions.ts'

export function watchSettings(panel: HTMLDetailsElement, positions: TextPositions): void {
  const form = find<HTMLFormElement>('[data-settings]', panel)
  const kept = find('[data-not-kept]', form)
  const keptWords = kept.textContent
  /** What the server has not taken yet. */
  let waiting: Settings = {}
  form.setAttribute('data-at-once', '')

  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    const change = settingsIn({ [target.name]: target.value })
    stayingInPlace(positions, () => apply(change))
    waiting = { ...waiting, ...change }
    void keep()
  })
  addEventListener('online', () => void keep())

  async function keep(): Promise<void> {
    const sent = waiting
    if (Object.keys(sent).length === 0) return
    const isKept = await isStored(form, sent)
    kept.textContent = isKept ? keptWords : (kept.dataset.notKept ?? '')
    if (!isKept) return
    // What was chosen meanwhile goes on its own.
    if (waiting === sent) waiting = {}
    // Words come from the server; the browser keeps the place.
    if (sent.language) location.reload()
  }

  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.open) return
    event.preventDefault()
    panel.open = false
    find('summary', panel).focus()
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !panel.contains(target)) panel.open = false
  })
}

function apply({ language: _, ...looks }: Settings): void {
  for (const [name, value] of Object.entries(looks))
    if (value === USUAL[name as keyof typeof USUAL]) delete document.documentElement.dataset[name]
    else document.documentElement.dataset[name] = value
}

/** Whether the server has it now. Nobody is sent elsewhere by it. */
async function isStored(form: HTMLFormElement, settings: Settings): Promise<boolean> {
  const { account } = form.dataset
  try {
    const { type } = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(settings),
      headers: account === undefined ? {} : { 'Lesart-Account': account },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return type === 'opaqueredirect'
  } catch {
    return false
  }
}

/** Does something that moves the text; the words on top of the window stay there. */
function stayingInPlace(positions: TextPositions, change: () => void): void {
  const position = wordOnTop(positions)
  const top = () =>
    position === undefined
      ? 0
      : (positions.rangeOf({ start: position, end: position + 1 })?.getBoundingClientRect().top ?? 0)
  const before = top()
  change()
  scrollBy({ top: top() - before, behavior: 'instant' })
  // Whatever stands beside the text goes by the window's size.
  dispatchEvent(new Event('resize'))
}
