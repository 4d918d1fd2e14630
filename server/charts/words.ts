/** Words in pictures, whose width nobody measures: it is estimated, rather too wide than too narrow. */
import { INK, QUIET_INK } from './look.ts'
import { round, type Shape, shape } from './svg.ts'

const WIDTH_OF_A_LETTER = 0.58

/** How wide words are at most, roughly; the signs of Chinese, Japanese and Korean are twice as wide, marks on letters nothing. */
export function widthOf(words: string, size: number): number {
  let letters = 0
  for (const character of words)
    if (!/\p{M}/u.test(character)) letters += /[\u1100-\uffdc\u{1f000}-\u{3fffd}]/u.test(character) ? 2 : 1
  return letters * WIDTH_OF_A_LETTER * size
}

/** Words that fit in so much room, with the sign for what is left out. */
export function fitted(words: string, size: number, room: number): string {
  if (widthOf(words, size) <= room) return words
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(words)) {
    if (widthOf(`${kept}${segment}…`, size) > room) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}

interface Setting {
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isBold?: boolean
  readonly isQuiet?: boolean
}

/** Words with their baseline at y. */
export function label(x: number, y: number, words: string, { size, anchor, isBold, isQuiet }: Setting): Shape {
  return shape(
    'text',
    {
      ...(isQuiet && { class: 'quiet' }),
      ...{ x: round(x), y: round(y), 'font-size': size, fill: isQuiet ? QUIET_INK : INK },
      ...(anchor && { 'text-anchor': anchor }),
      ...(isBold && { 'font-weight': 600 }),
    },
    words,
  )
}
