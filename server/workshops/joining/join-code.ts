/** The code by which one joins: eight characters that nobody takes for one another, shown in two groups. */

export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
export const CODE_LENGTH = 8

/** A code by which a participant goes on elsewhere is longer, and is typed into the same field. */
export const RECOVERY_LENGTH = 12

/** Random bytes → a code; undefined where there are too few that can be used. */
export function codeFrom(bytes: Uint8Array, length = CODE_LENGTH): string | undefined {
  const size = CODE_ALPHABET.length
  // A byte beyond the last whole multiple would make the first characters more likely.
  const usable = [...bytes].filter((byte) => byte < 256 - (256 % size)).slice(0, length)
  if (usable.length < length) return undefined
  return usable.map((byte) => CODE_ALPHABET[byte % size]).join('')
}

/** `K7FQM3XR` → `K7FQ-M3XR`. */
export function shownCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`
}

/** The same for a longer one: three groups. */
export function shownRecovery(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** What somebody typed → a code: case, spaces and all kinds of dashes do not matter. Undefined where it cannot be one. */
export function typedCode(typed: string, length = CODE_LENGTH): string | undefined {
  const code = typed
    .normalize('NFKC')
    .replace(/[\p{White_Space}\p{Dash_Punctuation}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .toUpperCase()
  return code.length === length && [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : undefined
}
