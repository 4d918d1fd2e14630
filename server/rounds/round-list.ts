/** What can be asked of a list of rounds. */
import { wordKeys, wordQueries } from '../text/word-keys.ts'

export const ROUND_ORDERS = ['place', 'newest', 'due'] as const
export type RoundOrder = (typeof ROUND_ORDERS)[number]

export const ROUND_STATES = ['any', 'open', 'closed'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export interface RoundWish {
  /** Words as somebody typed them. */
  readonly q: string
  readonly order: RoundOrder
  readonly state: RoundState
  /** From 1. */
  readonly page: number
}

/** Whether a title holds all the words that somebody typed, or words that begin so. */
export function hasWords(title: string, typed: string): boolean {
  const words = wordKeys(title)
  return wordQueries(typed).every(({ word, isPrefix }) =>
    words.some((other) => (isPrefix ? other.startsWith(word) : other === word)),
  )
}
