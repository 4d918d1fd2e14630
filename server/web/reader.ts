/** How a page is to be read: language and theme, from the address, from what was chosen before, or from the browser. */
import { de } from '../words/de.ts'
import { en } from '../words/en.ts'
import type { Words } from '../words/words.ts'

export const LANGUAGES = ['de', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Reader {
  readonly language: Language
  /** Undefined: as the system has it. */
  readonly theme: Theme | undefined
  readonly words: Words
  /** The address of the page without language and theme, to which the switches add theirs. */
  readonly path: string
}

const WORDS: Readonly<Record<Language, Words>> = { de, en }

interface Hints {
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly cookies: Readonly<Record<string, string>>
  readonly acceptLanguage: string | undefined
}

export const LANGUAGE_COOKIE = 'lesart-language'
export const THEME_COOKIE = 'lesart-theme'

export function readerOf({ path, query, cookies, acceptLanguage }: Hints): Reader {
  const language =
    oneOf(LANGUAGES, query.lang) ?? oneOf(LANGUAGES, cookies[LANGUAGE_COOKIE]) ?? preferredLanguage(acceptLanguage)
  const theme = oneOf(THEMES, query.theme) ?? oneOf(THEMES, cookies[THEME_COOKIE])
  return { language, theme, words: WORDS[language], path }
}

export function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value)
}

/** Accept-Language (RFC 9110, § 12.5.4) → the first of our languages in the reader's order; German where there is none. */
function preferredLanguage(header = ''): Language {
  const wished = header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { language: tag.split('-')[0]!.toLowerCase(), quality: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wished) {
    const known = oneOf(LANGUAGES, language)
    if (known) return known
  }
  return wished.some(({ language }) => language.length > 1 && language !== '*') ? 'en' : 'de'
}
