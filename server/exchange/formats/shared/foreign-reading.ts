/** What a file of another format states about one reading of one text, before it is known where in a study it belongs. */

import type { Block } from '../../../text/blocks.ts'
import type { Utf16Range } from '../../../text/words.ts'
import type { Move } from '../../anchoring.ts'

export interface ForeignReading {
  /** The text as it stands in the file. All ranges are UTF-16 indexes into it. */
  readonly text: string
  readonly marks: readonly ForeignMark[]
  readonly blocks?: readonly ForeignBlock[] | undefined
  /** What the file itself says about the article, where it says something. */
  readonly article?: ForeignArticle | undefined
  /** Who read it, by the file's own words. */
  readonly annotator?: string | undefined
  readonly remarks: readonly ForeignRemark[]
  /** The file in which lines count, where it is not the one with the text. */
  readonly file?: string | undefined
}

export interface ForeignArticle {
  readonly title?: string | undefined
  readonly language?: string | undefined
  readonly url?: string | undefined
}

export interface ForeignBlock extends Utf16Range {
  readonly kind: Block['kind']
}

/** Names of tags, attributes and roles are those of the file. */
export interface ForeignMark extends Utf16Range {
  readonly line: number
  readonly tag: string
  /** Several answers where a name was there several times. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>
  readonly parts: readonly ForeignPart[]
  readonly confidence?: string | undefined
  readonly secondTag?: string | undefined
  readonly note?: string | undefined
  /** What only a file of ours says. */
  readonly id?: string | undefined
  readonly origin?: string | undefined
  readonly createdAt?: string | undefined
  readonly changedAt?: string | undefined
}

export interface ForeignPart extends Utf16Range {
  readonly line: number
  readonly role: string
}

/** Something that was left out or changed while reading. */
export interface ForeignRemark {
  readonly line: number
  readonly message: string
  readonly move?: Move | undefined
}
