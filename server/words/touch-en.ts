/** What stands in the sheet under the thumb, in English. */
import type { touch as germanTouch } from './touch-de.ts'

export const touch: typeof germanTouch = {
  selection: 'Selected passage',
  mark: 'Mark',
  bar: 'Undo and stay',
  edges: 'What the arrows move',
  start: 'Start',
  end: 'End',
  back: { start: 'Start one word back', end: 'End one word back' },
  forward: { start: 'Start one word on', end: 'End one word on' },
  hold: 'Hold: at the other end',
  sentence: 'Sentence',
  meaning: 'What does this mean?',
  quotation: 'Quotation',
  cancel: 'Cancel',
}
