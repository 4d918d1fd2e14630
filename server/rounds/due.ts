/** The day by which a round should be read, in words. */

/** `2026-12-03` → `3. Dezember 2026`. */
export function dayInWords(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}
