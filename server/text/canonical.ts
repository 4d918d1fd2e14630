/** The canonical form of a text: made once, before an article is frozen, and checked on everything that is kept. */

/** Why a text cannot be kept as it is. */
export type TextFault = 'lone-surrogate' | 'control-character' | 'not-canonical'

/** Unicode's White_Space property, as a regular expression class. */
export const WHITE_SPACE = /\p{White_Space}/u

/**
 * C0, DEL and C1. The last ones are what „ and – of Windows-1252 become where a file is read in the wrong encoding;
 * refused, they are noticed.
 */
const CONTROL_CHARACTER = /[^\P{Cc}\n\t]/u

/**
 * Text → its canonical form: no BOM at the beginning, LF line ends, NFC. Idempotent.
 * What has no canonical form (a lone surrogate, a control character but LF and TAB) is left in: see textFault.
 */
export function canonical(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/**
 * The reason why a text cannot be kept, or undefined where it can. What holds of a text holds of its slices: so U+FEFF
 * is no fault here, a quote may begin with one that stands inside the body.
 */
export function textFault(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'lone-surrogate'
  if (CONTROL_CHARACTER.test(text)) return 'control-character'
  if (text !== text.normalize('NFC')) return 'not-canonical'
  return undefined
}
