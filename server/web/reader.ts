/** How a page is to be read: by what the address says, by what was chosen before, or as usual. */
import { de } from '../words/de.ts'
import { en } from '../words/en.ts'
import type { Words } from '../words/words.ts'
import { readCookies } from './cookies.ts'
import { localPath } from './local-path.ts'
import { type AllSettings, CHOICES, type Settings, settingsIn, USUAL } from './settings.ts'

export type Language = AllSettings['language']

export interface Reader {
  readonly language: Language
  readonly settings: AllSettings
  /** What was chosen of the settings, by whatever means. */
  readonly chosen: Settings
  readonly words: Words
  /** The address of the page. */
  readonly path: string
}

const WORDS: Readonly<Record<Language, Words>> = { de, en }

interface Hints {
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly cookie: string | undefined
  readonly acceptLanguage: string | undefined
  /** What the account has chosen, where somebody is signed in. */
  readonly account?: Settings | undefined
}

/** Holds what was chosen in this browser by somebody who was not signed in. */
export const SETTINGS_COOKIE = 'lesart-reading'

/** What an account has chosen comes before what its browser keeps, and the address before both, for its own page. */
export function readerOf({ path, query, cookie, acceptLanguage, account }: Hints): Reader {
  const chosen = { ...keptSettings(cookie), ...account, ...namedSettings(query) }
  const settings = { ...USUAL, language: preferredLanguage(acceptLanguage), ...chosen }
  return { language: settings.language, settings, chosen, words: WORDS[settings.language], path }
}

/** The settings that an address names: `?lang=de&theme=dark`. */
export function namedSettings(query: Readonly<Record<string, unknown>>): Settings {
  return settingsIn({ language: query.lang, theme: query.theme })
}

/** The settings that a Cookie header holds. */
export function keptSettings(cookie: string | undefined): Settings {
  return settingsIn(Object.fromEntries(new URLSearchParams(readCookies(cookie)[SETTINGS_COOKIE] ?? '')))
}

/** An address without the settings it names: the settings that are chosen there are to count. */
export function withoutSettings(address: string): string {
  const url = new URL(localPath(address), 'http://lesart.invalid')
  for (const name of ['lang', 'theme']) url.searchParams.delete(name)
  return url.pathname + url.search
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
    const known = CHOICES.language.find((one) => one === language)
    if (known) return known
  }
  return wished.some(({ language }) => language.length > 1 && language !== '*') ? 'en' : 'de'
}
