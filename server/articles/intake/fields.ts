/** Where a file states an article's title, outlet, author, date …: under which names, and in which form. */
import type { ArticleSource } from '../article.ts'
import { collapsed } from './cleaning.ts'
import { type Columns, FIELDS, type Field } from './recognised.ts'

/** Names that are plain enough to be taken for the field unasked, in lower case without marks between their words. */
const NAMES: Readonly<Record<Field, string>> = {
  body: 'body text content fulltext maintext articletext articlebody bodytext volltext artikeltext haupttext inhalt artikel article',
  title: 'title headline titel überschrift ueberschrift schlagzeile articletitle',
  outlet: 'outlet medium publisher newspaper zeitung quelle source sourcename sourcedomain sitename publication',
  author: 'author authors byline autor autorin autoren autorinnen creator',
  url: 'url link address weburl permalink adresse webadresse sourceurl',
  publishedOn:
    'publishedon date published publishedat publicationdate publishdate datepublished datepublish pubdate datum erschienen veröffentlicht',
  licence: 'licence license lizenz rights rechte',
  language: 'language lang sprache',
}

/** Column names → which of them hold what, as far as their names say so; what somebody named goes first. */
export function guessColumns(columns: readonly string[], named: Columns = {}): Columns {
  const plain = columns.map((column) => column.toLowerCase().replace(/[\s_.-]/g, ''))
  const taken = new Set(Object.values(named))
  const found: Partial<Record<Field, string>> = { ...named }
  for (const field of FIELDS) {
    if (found[field] !== undefined) continue
    for (const name of NAMES[field].split(' ')) {
      const column = columns[plain.indexOf(name)]
      if (column === undefined || taken.has(column)) continue
      found[field] = column
      taken.add(column)
      break
    }
  }
  return found
}

/** A date as files have it: of a point in time only the day is kept, anything else stays as it is. */
export function dayOf(date: string): string {
  return /^\d{4}-\d{2}-\d{2}(?=[T ])/.exec(date)?.[0] ?? date
}

/** Values under their fields → source, without what is empty. */
export function sourceOf(values: Readonly<Partial<Record<Field, string | undefined>>>): ArticleSource {
  const source: { -readonly [K in keyof ArticleSource]: ArticleSource[K] } = {}
  for (const field of ['outlet', 'author', 'url', 'publishedOn', 'licence'] as const) {
    const value = collapsed(values[field] ?? '')
      .slice(0, LONGEST_VALUE)
      .trim()
    if (value !== '') source[field] = field === 'publishedOn' ? dayOf(value) : value
  }
  return source
}

const LONGEST_VALUE = 2000

/** A language as a file states it → its BCP 47 tag, or undefined where it is none. */
export function languageOf(stated: string | undefined): string | undefined {
  const tag = (stated ?? '').trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
