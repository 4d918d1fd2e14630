/** Opening the desk at a passage: the end of the address names it, `#at-120-180`. */
import { passageOf } from '../../server/rounds/desk-path.ts'
import type { TextPositions } from './text-positions.ts'

/** Brings the passage that the address names into sight, now and whenever the address changes. */
export function followPassage(positions: TextPositions): void {
  function show(): void {
    const span = passageOf(location.hash)
    const range = span && positions.rangeOf(span)
    CSS.highlights?.delete('passage')
    if (!range) return
    CSS.highlights?.set('passage', new Highlight(range))
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' })
  }

  addEventListener('hashchange', show)
  show()
}
