/** The canonical form of a text: made once, before an article is frozen, and checked on everything that is kept. */

/** Why a text cannot be kept as it is. */
export type TextFault = 'lone-surrogate' | 'control-character' | 'not-canonical'

/** Unicode's White_Space property, as a regular expression class. */
export const WHITE_SPACE = /\p{White_Space}/u

/**
 * Text → its canonical form: no BOM, LF line ends, NFC. Idempotent.
 * What has no canonical form (a lone surrogate, a control character but LF and TAB) is left in: see textFault.
 */
export function canonical(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
}

/** The reason why a text is not canonical, or undefined where it is. */
export function textFault(text: string): TextFault | undefined {
  if (!text.isWellFormed()) return 'lone-surrogate'
  if (hasControlCharacter(text)) return 'control-character'
  if (text !== canonical(text)) return 'not-canonical'
  return undefined
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x20 && unit !== 0x0a && unit !== 0x09) return true
    if (unit === 0x7f) return true
  }
  return false
}
