/** Passages that are spoken of: the one that the address names, `#at-120-180`, and those that one has asked about. */
import { passageOf } from '../../../server/rounds/desk-path.ts'
import { paint } from '../marks/part-highlights.ts'
import type { Reading } from '../saving/reading.ts'
import type { TextPositions } from './text-positions.ts'

/** Brings the passage that the address names into sight, now and whenever the address changes. */
export function followPassages(positions: TextPositions, reading: Reading): void {
  const list = document.querySelector('[data-questions]')

  function draw(): void {
    const links = list?.querySelectorAll('a') ?? []
    paint(
      'asked',
      positions,
      [...links].map(({ hash }) => passageOf(hash)).filter((span) => span !== undefined),
    )
    const named = passageOf(location.hash)
    paint('passage', positions, named ? [named] : [])
  }

  function show(): void {
    draw()
    const named = passageOf(location.hash)
    const range = named && positions.rangeOf(named)
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  addEventListener('hashchange', show)
  // Marks that are drawn anew take the words with them.
  reading.onChange(draw)
  if (list) new MutationObserver(draw).observe(list, { childList: true })
  show()
}
