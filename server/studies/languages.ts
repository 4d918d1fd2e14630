/** The languages that a form offers for a text. What is chosen is a BCP 47 tag; articles may come in any other. */

const OFFERED =
  'ar bg bs ca cs da de el en es et fa fi fr he hr hu is it ja ko lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk zh'

export interface OfferedLanguage {
  readonly tag: string
  readonly name: string
}

/** The languages by their names in the reader's own; one that is there already is always among them. */
export function offeredLanguages(reader: string, present?: string): OfferedLanguage[] {
  const tags = OFFERED.split(' ')
  if (present !== undefined && !tags.includes(present)) tags.push(present)
  const compare = new Intl.Collator(reader).compare
  return tags.map((tag) => ({ tag, name: languageName(reader, tag) })).sort((a, b) => compare(a.name, b.name))
}

/** A language's name in the reader's own; what has none keeps its tag. */
export function languageName(reader: string, tag: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
