/** How somebody wants to read: until its script is loaded, and where it cannot be, the form is sent as forms are. */
import { find } from './dom.ts'
import type { TextPositions } from './text/text-positions.ts'

export function watchAppearance(positions: TextPositions): void {
  const panel = find<HTMLDetailsElement>('[data-appearance]')
  const load = () => void import('./settings.ts').then(({ watchSettings }) => watchSettings(panel, positions))
  if (panel.open) load()
  else panel.addEventListener('toggle', load, { once: true })
}
