/** The guide: a codebook version as people read it, each tag with what the guidelines say about it. */
import { type Codebook, inLanguage, type Tag } from './codebook.ts'

/** A paragraph of the guidelines, or an entry of a list in them. */
export interface Passage {
  /** Markup made by the program: safe to show. */
  readonly html: string
  readonly text: string
}

/** What stands under one heading of the guidelines. */
export interface Section {
  /** Undefined for what stands before the first heading. */
  readonly heading: string | undefined
  /** 1 for the guidelines' own top level. */
  readonly level: number
  /** Markup made by the program, without the heading. */
  readonly html: string
  readonly passages: readonly Passage[]
}

export interface TagGuide {
  readonly tag: Tag
  /** Sections that are headed by the tag's name, which is left out: they belong to it alone. */
  readonly sections: readonly Section[]
  /** What the other sections say about it. */
  readonly passages: readonly Passage[]
}

export interface Guide {
  /** Without retired tags. */
  readonly tags: readonly TagGuide[]
  /** The guidelines but for what stands with the tags. */
  readonly sections: readonly Section[]
}

/**
 * Sorts the guidelines to the tags. A heading that is a tag's label or id begins what belongs to that tag, with its
 * examples and counter-examples, up to the next heading of its level; what names a tag elsewhere is listed with it too.
 */
export function guideOf(codebook: Codebook, guidelines: readonly Section[], language: string): Guide {
  const tags = codebook.tags.filter(({ retired }) => !retired)
  const owners = ownersOf(tags, guidelines, language)
  const shared = guidelines.filter((_, index) => owners[index] === undefined)
  return {
    tags: tags.map((tag) => ({
      tag,
      sections: guidelines
        .filter((_, index) => owners[index] === tag)
        .map((section) =>
          isTitleOf(tag, section.heading ?? '', language) ? { ...section, heading: undefined } : section,
        ),
      passages: shared.flatMap(({ passages }) => passages.filter(({ text }) => names(tag, language).test(text))),
    })),
    sections: shared,
  }
}

/** The tag to which each section belongs. */
function ownersOf(tags: readonly Tag[], sections: readonly Section[], language: string): (Tag | undefined)[] {
  let current: { readonly tag: Tag; readonly level: number } | undefined
  return sections.map(({ heading = '', level }) => {
    if (current && level <= current.level) current = undefined
    const tag = tags.find((tag) => isTitleOf(tag, heading, language))
    if (tag) current = { tag, level }
    return current?.tag
  })
}

function isTitleOf({ id, label }: Tag, heading: string, language: string): boolean {
  const names = [id, inLanguage(label, language)].map((name) => name.trim().toLowerCase())
  return names.includes(heading.trim().toLowerCase())
}

/** Finds where a text names a tag, by its label or by its id, as a whole word. */
export function names({ id, label }: Pick<Tag, 'id' | 'label'>, language: string): RegExp {
  const either = [inLanguage(label, language), id].map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${either.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}
