/** A codebook version before it is published: what people have typed so far, with whatever is still wrong with it. */
import {
  ATTRIBUTE_KINDS,
  type Attribute,
  type Choice,
  type Codebook,
  hasTooManySteps,
  LINES,
  type Localised,
  type Tag,
} from './codebook.ts'

/** A question as it is typed. */
export interface AttributeDraft {
  readonly id: string
  readonly label: Localised
  readonly kind: string
  readonly required?: boolean | undefined
  readonly asked?: string | undefined
  readonly choices?: readonly Choice[] | undefined
  readonly min?: number | string | undefined
  readonly max?: number | string | undefined
  readonly shownWhen?: { readonly attribute: string; readonly is: readonly (string | number | boolean)[] } | undefined
}

export interface TagDraft extends Omit<Tag, 'line' | 'attributes'> {
  readonly line?: string | undefined
  readonly attributes?: readonly AttributeDraft[] | undefined
}

/** Every codebook version is one, too. */
export interface DraftContent {
  readonly title: Localised
  readonly overlap: string
  readonly tags: readonly TagDraft[]
  readonly questions?: readonly AttributeDraft[] | undefined
  readonly guidelines?: Localised | undefined
}

/** Files of other programs give a codebook no title: it keeps the one it has. */
export type TakenContent = Omit<DraftContent, 'title'> & Partial<Pick<DraftContent, 'title'>>

/** A study has at most one, which all who manage it work on. */
export interface CodebookDraft {
  readonly studyId: string
  readonly codebookId: string
  /** The published version from which it began. */
  readonly base: number
  readonly content: DraftContent
  /** The account that saved it last. */
  readonly savedBy: string | null
  readonly savedAt: string
}

/** What one form edits. */
export type Section =
  | { readonly kind: 'frame' }
  | { readonly kind: 'tag'; readonly id: string }
  | { readonly kind: 'questions' }
  | { readonly kind: 'guidelines' }

/** What a section holds; undefined where the tag is not there. */
export type SectionContent =
  | Pick<DraftContent, 'title' | 'overlap'>
  | TagDraft
  | Pick<DraftContent, 'questions'>
  | Pick<DraftContent, 'guidelines'>

export function sectionIn(content: DraftContent, section: Section): SectionContent | undefined {
  switch (section.kind) {
    case 'frame':
      return { title: content.title, overlap: content.overlap }
    case 'tag':
      return content.tags.find(({ id }) => id === section.id)
    case 'questions':
      return { questions: content.questions ?? [] }
    case 'guidelines':
      return { guidelines: content.guidelines ?? {} }
  }
}

/** The draft with this section in place of the one that is there. */
export function withSection(content: DraftContent, section: Section, stated: SectionContent): DraftContent {
  if (section.kind !== 'tag') return { ...content, ...stated }
  return { ...content, tags: content.tags.map((tag) => (tag.id === section.id ? (stated as TagDraft) : tag)) }
}

/** The languages in which a codebook speaks: ours, then those that came with it. */
export function languagesOf({ title, tags, guidelines = {} }: DraftContent): string[] {
  const stated = [title, guidelines, ...tags.map(({ label }) => label)].flatMap((text) => Object.keys(text))
  return [...new Set(['de', 'en', ...stated.sort()])]
}

/** A draft as it can be read already: what is no line, no kind and no scale is left out. */
export function asRead(
  { overlap, tags, questions = [], ...content }: DraftContent,
  ref: Pick<Codebook, 'id' | 'version'>,
): Codebook {
  const isForbidden = overlap === 'forbidden'
  return {
    ...content,
    ...ref,
    overlap: isForbidden ? 'forbidden' : 'allowed',
    tags: tags.map(tagAsRead),
    questions: questions.flatMap(questionAsRead),
  }
}

export function tagAsRead({ line, attributes = [], ...tag }: TagDraft): Tag {
  const known = LINES.find((other) => other === line)
  return { ...tag, ...(known && { line: known }), attributes: attributes.flatMap(questionAsRead) }
}

function questionAsRead({ kind, asked, min, max, ...question }: AttributeDraft): Attribute[] {
  const known = ATTRIBUTE_KINDS.find((other) => other === kind)
  const isScale = typeof min === 'number' && typeof max === 'number' && !hasTooManySteps(min, max)
  const scale = isScale ? { min, max } : {}
  const where = asked === 'workshop' || asked === 'never' ? { asked } : {}
  return known ? [{ ...question, ...scale, ...where, kind: known } as Attribute] : []
}
