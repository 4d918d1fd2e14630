/** The words by which a text is found in a list: folded, so that case and accents do not count. */
import { folded } from './search.ts'

/** Scripts that put no space between words: there each sign stands for itself. */
const SIGN = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'
const WORD = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}\\p{M}])+`, 'gu')
/** What is longer is no word that anybody types. */
const LONGEST = 60

/** All words of a text in order, each as often as it stands there. */
export function wordKeys(text: string): string[] {
  return (folded(text).match(WORD) ?? []).map((word) => word.slice(0, LONGEST))
}

/** What is asked for of a word: this one, or all that begin so. */
export interface WordQuery {
  readonly word: string
  readonly isPrefix: boolean
}

const SHORTEST_PREFIX = 3
const MOST_WORDS = 8

/** What somebody typed → the words that must all be there. One or two letters begin too many words: they are a whole one. */
export function wordQueries(typed: string): WordQuery[] {
  const words = [...new Set(wordKeys(typed))].slice(0, MOST_WORDS)
  return words.map((word) => ({ word, isPrefix: lettersOf(word).length >= SHORTEST_PREFIX }))
}

/**
 * The shortest beginning by which a word is found, as a key of its own: it begins too many words to look at each.
 */
export function beginningOf(word: string): string | undefined {
  const letters = lettersOf(word)
  return letters.length < SHORTEST_PREFIX ? undefined : keyOf(letters.slice(0, SHORTEST_PREFIX))
}

/** The key of a beginning that is no longer than the shortest. */
export function shortBeginning(typed: string): string | undefined {
  const letters = lettersOf(typed)
  return letters.length === SHORTEST_PREFIX ? keyOf(letters) : undefined
}

function keyOf(letters: readonly string[]): string {
  return `${letters.join('')}*`
}

function lettersOf(word: string): string[] {
  return [...word]
}
