/** A block of a text → what can be talked about: its sentences, long ones cut where a dash, a colon or a comma parts them. */
import type { Block } from './blocks.ts'
import type { IndexedText } from './code-points.ts'
import { quotations } from './quotations.ts'
import { sentences } from './sentences.ts'
import type { Span } from './span.ts'
import { spansIn } from './spans-in.ts'
import { trimRange, type Utf16Range } from './words.ts'

/** Shorter ones say too little alone, in UTF-16 code units. */
const SHORTEST = 30
const SEPARATOR = /[,;:–—](?=\p{White_Space})/gu
const PUNCTUATION = /[.,:;–—!?…]/u

/** In order; they do not overlap, and leave nothing between them but white space and punctuation. */
export function clausesOf(body: IndexedText, block: Block): Span[] {
  return spansIn(body, block, (text) => {
    const quoted = quotations(text)
    return sentences(text)
      .flatMap((sentence) => cut(text, sentence, quoted))
      .map((range) => withoutEnd(text, range))
  })
}

function cut(text: string, sentence: Utf16Range, quoted: readonly Utf16Range[]): Utf16Range[] {
  const clauses: Utf16Range[] = []
  let { startUtf16 } = sentence
  for (const { index } of text.slice(startUtf16, sentence.endUtf16).matchAll(SEPARATOR)) {
    const endUtf16 = sentence.startUtf16 + index + 1
    const isQuoted = quoted.some((quotation) => quotation.startUtf16 < endUtf16 && endUtf16 < quotation.endUtf16)
    if (isQuoted || endUtf16 - startUtf16 < SHORTEST || sentence.endUtf16 - endUtf16 < SHORTEST) continue
    clauses.push({ startUtf16, endUtf16 })
    startUtf16 = endUtf16
  }
  return [...clauses, { startUtf16, endUtf16: sentence.endUtf16 }]
}

/** Without the punctuation at its end, as long as anything else is left. */
function withoutEnd(text: string, range: Utf16Range): Utf16Range {
  const whole = trimRange(text, range)
  let { startUtf16, endUtf16 } = whole
  while (startUtf16 < endUtf16 && PUNCTUATION.test(text[endUtf16 - 1]!))
    ({ startUtf16, endUtf16 } = trimRange(text, { startUtf16, endUtf16: endUtf16 - 1 }))
  return startUtf16 < endUtf16 ? { startUtf16, endUtf16 } : whole
}
