/** Finding words in a text, whatever their case, their accents, and the shape of quotation marks and hyphens. */
import { type Block, isCoded } from './blocks.ts'
import type { IndexedText } from './code-points.ts'
import type { Span } from './span.ts'

export interface TextSearch {
  /** The places where a query stands, in order, none over another and none over the bounds of a block. */
  find(query: string): Span[]
}

/** Folds the coded text once; each search is then one walk over it. */
export function searchIn(body: IndexedText, blocks: readonly Block[]): TextSearch {
  const texts = blocks.filter(isCoded).map(({ start, end }) => foldText(body.slice(start, end), start))
  return {
    find(query) {
      const wanted = foldText(query, 0).text.trim()
      return wanted === '' ? [] : texts.flatMap((text) => placesIn(text, wanted))
    },
  }
}

/** A text as searches compare it. */
export function folded(text: string): string {
  return foldText(text, 0).text
}

/** A text as it is compared. Its characters may be more or fewer than those they stand for: „ß“ is „ss“. */
interface FoldedText {
  readonly text: string
  /** UTF-16 index → the code point for which it stands, and where the next one begins that is seen. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

function placesIn({ text, starts, ends }: FoldedText, wanted: string): Span[] {
  const places: Span[] = []
  for (let index = text.indexOf(wanted); index !== -1; index = text.indexOf(wanted, index + 1)) {
    const place = { start: starts[index]!, end: ends[index + wanted.length - 1]! }
    if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place)
  }
  return places
}

function foldText(original: string, from: number): FoldedText {
  let text = ''
  // Asked of the text itself, it would be put together anew at every space: a minute for a megabyte.
  let endsWithSpace = false
  const starts: number[] = []
  const ends: number[] = []
  let position = from
  for (const character of original) {
    const folded = foldCharacter(character)
    const isSpaceAgain = folded === ' ' && endsWithSpace
    if (folded === '' || isSpaceAgain) extend(ends, position)
    else {
      text += folded
      endsWithSpace = folded.endsWith(' ')
      for (let unit = 0; unit < folded.length; unit++) {
        starts.push(position)
        ends.push(position + 1)
      }
    }
    position += 1
  }
  return { text, starts, ends }
}

/** What has no character of its own belongs to the one before it. */
function extend(ends: number[], position: number): void {
  for (let unit = ends.length - 1; unit >= 0 && ends[unit] === position; unit--) ends[unit] = position + 1
}

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const folded = known.get(character) ?? newFold(character)
  known.set(character, folded)
  return folded
}

/** As in Unicode's NFKC_Casefold, and without accents. */
function newFold(character: string): string {
  const plain = character.normalize('NFKD').replace(DROPPED, '').normalize('NFKC')
  const small = plain.toLowerCase().toUpperCase().toLowerCase()
  return small.replace(SPACE, ' ').replace(DOUBLE_QUOTE, '"').replace(SINGLE_QUOTE, "'").replace(DASH, '-')
}

/** Accents, Hebrew and Arabic points, and what cannot be seen; but not the marks that make another Japanese letter. */
const DROPPED = /(?![\u3099\u309a])(?=\p{M})\p{Script=Inherited}|[\u0591-\u05c7]|\p{Default_Ignorable_Code_Point}/gu
const SPACE = /\p{White_Space}/gu
const DOUBLE_QUOTE = /[„“”«»‟]/gu
const SINGLE_QUOTE = /[‚‘’‹›‛]/gu
const DASH = /[‐‑‒–—−]/gu
