/** Quotations of a text: what stands between quotation marks that belong together, in German, English, French and typewritten manner. */
import type { Utf16Range } from './words.ts'

const CLOSING: Readonly<Record<string, string>> = {
  '„': '“”"',
  '‚': '‘’',
  '“': '”',
  '‘': '’',
  '»': '«',
  '«': '»',
  '›': '‹',
  '‹': '›',
  '"': '"',
}
const MARKS = /[„“”‚‘’»«›‹"]/gu
/** „geht’s“: between letters it is an apostrophe. */
const APOSTROPHE = /^\p{L}[’‘]\p{L}$/u

/** The quotations with their marks, inner ones before the outer one. A mark that nothing closes begins none. */
export function quotations(text: string): Utf16Range[] {
  const found: Utf16Range[] = []
  const open: { index: number; closing: string }[] = []
  /** How many of the open ones a mark could close: nothing is searched for in vain. */
  const closable = new Map<string, number>()
  const count = (closing: string, by: number) => {
    for (const mark of closing) closable.set(mark, (closable.get(mark) ?? 0) + by)
  }
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (APOSTROPHE.test(text.slice(index - 1, index + 2))) continue
    if (closable.get(mark)) {
      const opened = open.findLastIndex(({ closing }) => closing.includes(mark))
      found.push({ startUtf16: open[opened]!.index, endUtf16: index + 1 })
      for (const { closing } of open.splice(opened)) count(closing, -1)
    } else if (mark in CLOSING) {
      open.push({ index, closing: CLOSING[mark]! })
      count(CLOSING[mark]!, 1)
    }
  }
  return found
}
