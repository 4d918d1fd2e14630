/** The form of one section of a draft: a tag, the questions about an article, or the guidelines. */
import { ATTRIBUTE_KINDS, inLanguage, LINES, type Localised } from '../../codebook/codebook.ts'
import {
  type AttributeDraft,
  languagesOf,
  type Section,
  type SectionContent,
  sectionIn,
  type TagDraft,
  withSection,
} from '../../codebook/codebook-draft.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import { type ColourCheck, checkColour, tagsOfOneLine } from '../../codebook/look-checks.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { type ChangeRow, type ChangeWords, changeRows } from './changes-page.ts'
import { draftPath } from './codebook-paths.ts'
import { draftClasses, draftColours, type OpenDraft } from './draft-page.ts'

export interface SectionPage {
  readonly tagStyles: string
  readonly study: OpenStudy
  /** Of the draft, and of the form. */
  readonly draftPath: string
  readonly path: string
  readonly seen: string
  readonly languages: readonly string[]
  /** What stands against the typed state, where somebody else has saved another one. */
  readonly conflict: { readonly by: string; readonly at: string; readonly rows: readonly ChangeRow[] } | undefined
  readonly faults: Readonly<Record<string, string>>
  readonly kinds: readonly string[]
  readonly lines: readonly string[]
  readonly tag: TagSection | undefined
  readonly questions: readonly QuestionRow[]
  readonly guidelines: Localised
}

interface TagSection extends TagDraft {
  readonly name: string
  readonly classes: string
  readonly isPublished: boolean
  readonly checks: readonly ColourCheck[]
  /** Other tags that have the same line. */
  readonly sameLine: readonly string[]
}

export interface QuestionRow extends AttributeDraft {
  /** The beginning of its fields' names. */
  readonly at: string
  readonly name: string
  /** Answers to other questions at which it may be shown. */
  readonly conditions: readonly { readonly value: string; readonly label: string; readonly isChosen: boolean }[]
}

interface Wish {
  readonly section: Section
  /** What tells whether the section is still what the page shows. */
  readonly seen: string
  /** What somebody typed, where it could not be kept. */
  readonly typed?: SectionContent
  readonly words: ChangeWords & { readonly yes: string; readonly no: string }
  readonly language: string
}

export function sectionPage(open: OpenDraft, { section, seen, typed, words, language }: Wish): SectionPage {
  const { study, draft } = open
  const stated = typed ?? sectionIn(draft.content, section)!
  const content = withSection(draft.content, section, stated)
  const tag = section.kind === 'tag' ? (stated as TagDraft) : undefined
  const list = tag ? 'attributes' : 'questions'
  const questions = (tag ? tag.attributes : content.questions) ?? []
  return {
    tagStyles: draftColours(content.tags),
    study,
    draftPath: draftPath(study.slug),
    path: `${draftPath(study.slug)}/${section.kind === 'tag' ? `tags/${section.id}` : section.kind}`,
    seen,
    languages: languagesOf(content),
    conflict: typed && {
      by: open.savedBy,
      at: draft.savedAt,
      rows: changeRows(compareCodebooks(draft.content, content), language, words),
    },
    faults: faultsOf(open, section),
    kinds: ATTRIBUTE_KINDS,
    lines: LINES,
    tag: tag && tagSection(open, tag, content.tags, language),
    questions: questions.map((question, place) =>
      questionRow(question, `${list}.${place}`, questions, language, words),
    ),
    guidelines: content.guidelines ?? {},
  }
}

/** The section's faults, by the names of its fields. */
function faultsOf({ draft, faults }: OpenDraft, section: Section): Record<string, string> {
  if (section.kind !== 'tag') return faults
  const prefix = `tags.${draft.content.tags.findIndex(({ id }) => id === section.id)}.`
  return Object.fromEntries(
    Object.entries(faults).flatMap(([path, reason]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), reason]] : [],
    ),
  )
}

function tagSection({ published }: OpenDraft, tag: TagDraft, tags: readonly TagDraft[], language: string): TagSection {
  const alike = tagsOfOneLine(tags).find((same) => same.some(({ id }) => id === tag.id)) ?? []
  return {
    ...tag,
    name: inLanguage(tag.label, language) || tag.id,
    classes: draftClasses(tag),
    isPublished: published.has(tag.id),
    checks: checkColour(tag.colour),
    sameLine: alike.filter(({ id }) => id !== tag.id).map(({ label }) => inLanguage(label, language)),
  }
}

function questionRow(
  question: AttributeDraft,
  at: string,
  all: readonly AttributeDraft[],
  language: string,
  words: { readonly yes: string; readonly no: string },
): QuestionRow {
  const { shownWhen } = question
  const conditions = all
    .filter((other) => other.id !== '' && other.id !== question.id)
    .flatMap((other) =>
      answersOf(other, language, words).map(({ value, label }) => ({
        value: `${other.id}=${value}`,
        label: `${inLanguage(other.label, language)}: ${label}`,
        isChosen: shownWhen?.attribute === other.id && shownWhen.is.map(String).includes(value),
      })),
    )
  return { ...question, at, name: inLanguage(question.label, language), conditions }
}

function answersOf(
  { kind, choices = [] }: AttributeDraft,
  language: string,
  { yes, no }: { readonly yes: string; readonly no: string },
): { value: string; label: string }[] {
  if (kind === 'yes-no')
    return [...Object.entries({ true: yes, false: no })].map(([value, label]) => ({ value, label }))
  if (kind !== 'one-of' && kind !== 'many-of') return []
  return choices
    .filter(({ id }) => id !== '')
    .map(({ id, label }) => ({ value: id, label: inLanguage(label, language) || id }))
}
