/** A text as it was decoded → its canonical form, and what that changed. */
import { canonical, textFault } from '../../text/canonical.ts'
import { type TextChanges, Unreadable } from './recognised.ts'

export interface CleanText {
  readonly text: string
  readonly changes: TextChanges
}

const LINE_ENDS = /\r\n?/g
/** Form feeds and the like end a line. */
const BREAKS = /[\v\f\u0085]/g
const CONTROLS = /[^\P{Cc}\n\r\t]/gu
/** These become „ and – where Windows-1252 is read as something else: whoever took them out would take out words. */
const SIGN_OF_ANOTHER_ENCODING = /[\u0080-\u0084\u0086-\u009f]/

const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** Throws Unreadable where there is no canonical form, or where it would hide a wrong encoding. */
export function cleaned(raw: string, line?: number): CleanText {
  if (raw.includes('\0')) throw new Unreadable({ fault: 'binary', line })
  if (SIGN_OF_ANOTHER_ENCODING.test(raw)) throw new Unreadable({ fault: 'wrong-encoding', line })
  const controls = countOf(raw, CONTROLS)
  const printable = raw.replace(BREAKS, '\n').replace(CONTROLS, '')
  const text = canonical(printable)
  if (textFault(text)) throw new Unreadable({ fault: 'lone-surrogate', line })
  const byteOrderMarks = /^\uFEFF*/.exec(printable)![0].length
  return {
    text,
    changes: { byteOrderMarks, lineEnds: countOf(raw, LINE_ENDS), composed: countComposed(raw), controls },
  }
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count++
  return count
}

/** Only lines that change are looked at: segmenting a whole book takes seconds. */
function countComposed(text: string): number {
  let count = 0
  for (const line of text.split('\n'))
    if (line !== line.normalize('NFC'))
      for (const { segment } of graphemes.segment(line)) if (segment !== segment.normalize('NFC')) count++
  return count
}

export const NO_CHANGES: TextChanges = { byteOrderMarks: 0, lineEnds: 0, composed: 0, controls: 0 }

/** Text of a page, where white space means nothing: single spaces, none at the ends. */
export function collapsed(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim()
}
