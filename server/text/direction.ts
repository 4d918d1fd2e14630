/** Which way a text is read. */

const RIGHT_TO_LEFT =
  /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{Script=Samaritan}|\p{Script=Mandaic}|\p{Script=Adlam}|\p{Script=Hanifi_Rohingya}|\p{Script=Yezidi}/u

/**
 * As its first letter is, like HTML's `dir="auto"` (UAX #9, P2 and P3); left to right where it has none. Said by the
 * server, it need not be found again by the browser for each of thousands of marks that it puts into a paragraph.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)?.[0]
  return letter !== undefined && RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr'
}

/** Whether any letter is read from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** Which way all letters of a text are read; undefined where they are of both ways, or there are none. */
export function onlyDirectionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letters = text.match(/\p{L}/gu) ?? []
  const amount = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length
  if (letters.length === 0 || (amount > 0 && amount < letters.length)) return undefined
  return amount > 0 ? 'rtl' : 'ltr'
}
