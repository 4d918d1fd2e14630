/** A codebook version: the tags, attributes and roles with which a round reads. Published versions never change. */

/** A text by language code, such as `{ "de": …, "en": … }`. */
export type Localised = Readonly<Record<string, string>>

export const ATTRIBUTE_KINDS = ['one-of', 'many-of', 'yes-no', 'scale', 'text'] as const
export const LINES = ['solid', 'double', 'wavy', 'dotted', 'dashed'] as const

export interface Choice {
  readonly id: string
  readonly label: Localised
}

/** A question about an annotation, or about a whole article. */
export interface Attribute {
  readonly id: string
  readonly label: Localised
  readonly kind: (typeof ATTRIBUTE_KINDS)[number]
  readonly required?: boolean | undefined
  /** Where it is asked: at the desk (the default), there and in workshops, or never. */
  readonly asked?: 'desk' | 'workshop' | 'never' | undefined
  readonly choices?: readonly Choice[] | undefined
  /** The ends of a scale, whole numbers. */
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly shownWhen?: { readonly attribute: string; readonly is: readonly (string | number | boolean)[] } | undefined
}

/** Every step of a scale is a choice on the page: a number that counts something is no scale. */
const MOST_STEPS = 1_000

export function hasTooManySteps(min = 1, max = 5): boolean {
  return max - min > MOST_STEPS
}

/** What a part of an annotation can be: for an attribution source, cue, content. */
export interface Role {
  readonly id: string
  readonly label: Localised
  readonly key?: string | undefined
  readonly many?: boolean | undefined
}

export interface Tag {
  readonly id: string
  readonly label: Localised
  readonly definition?: Localised | undefined
  readonly colour?: string | undefined
  readonly line?: (typeof LINES)[number] | undefined
  readonly key?: string | undefined
  readonly retired?: true | undefined
  readonly attributes?: readonly Attribute[] | undefined
  readonly roles?: readonly Role[] | undefined
}

export interface Codebook {
  readonly id: string
  readonly version: number
  readonly title: Localised
  readonly overlap: 'allowed' | 'forbidden'
  readonly tags: readonly Tag[]
  readonly questions?: readonly Attribute[] | undefined
  readonly guidelines?: Localised | undefined
}

export type AttributeValue = string | number | boolean | readonly string[]

/** Attribute id → answer, in the codebook's order. */
export type Answers = Readonly<Record<string, AttributeValue>>

/** The text in the language asked for, else in German, else in whichever there is. */
export function inLanguage(text: Localised, language: string): string {
  return text[language] ?? text.de ?? Object.values(text)[0] ?? ''
}

/** The language in which that text is. */
export function languageOf(text: Localised, language: string): string {
  return [language, 'de'].find((code) => text[code] !== undefined) ?? Object.keys(text)[0] ?? language
}

export function findTag(codebook: Codebook, id: string): Tag | undefined {
  return codebook.tags.find((tag) => tag.id === id)
}
