/** The shape of the interface's words: as the German ones are, so that a missing translation does not compile. */
import type { de } from './de.ts'

export type Words = typeof de
