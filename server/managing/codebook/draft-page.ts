/** The draft's front page: what holds for the whole codebook, its tags, what it changes, and what keeps it from being published. */
import { inLanguage, type Localised } from '../../codebook/codebook.ts'
import {
  type CodebookDraft,
  type DraftContent,
  languagesOf,
  type SectionContent,
  type TagDraft,
  tagAsRead,
  withSection,
} from '../../codebook/codebook-draft.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import { tagsOfOneLine } from '../../codebook/look-checks.ts'
import { tagClasses } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { type ChangeRow, type ChangeWords, changeRows } from './changes-page.ts'
import { draftPath } from './codebook-paths.ts'

export interface OpenDraft {
  readonly study: OpenStudy
  readonly draft: CodebookDraft
  readonly newest: { readonly version: number } & DraftContent
  readonly published: ReadonlySet<string>
  readonly faults: Readonly<Record<string, string>>
  readonly savedBy: string
  readonly unmarked: readonly { readonly id: string; readonly title: string }[]
  readonly seen: string
}

export interface DraftPage {
  readonly tagStyles: string
  readonly study: OpenStudy
  readonly path: string
  /** Of the whole draft, and of what this page's own form edits. */
  readonly seen: string
  readonly frameSeen: string
  /** What stands against what was typed, where somebody else has saved another state. */
  readonly conflict: { readonly rows: readonly ChangeRow[] } | undefined
  readonly languages: readonly string[]
  readonly title: Localised
  readonly overlap: string
  readonly faults: Readonly<Record<string, string>>
  readonly tags: readonly TagRow[]
  readonly sameLine: readonly string[]
  readonly questions: number
  readonly savedBy: string
  readonly savedAt: string
  readonly nextVersion: number
  readonly newestVersion: number
  /** Rounds that can go over to the new version at once. */
  readonly unmarked: readonly { readonly id: string; readonly title: string }[]
  readonly changes: readonly ChangeRow[]
  readonly faulty: {
    readonly frame: number
    readonly questions: number
    readonly guidelines: number
    readonly all: number
  }
}

interface TagRow {
  readonly id: string
  readonly label: string
  readonly classes: string
  readonly key: string | undefined
  readonly isRetired: boolean
  readonly faults: number
}

/**
 * @param frameSeen what tells whether the frame is still what the page shows
 * @param typed what somebody typed about the frame, where it could not be kept
 */
export function draftPage(
  { study, draft, newest, faults, savedBy, unmarked, seen }: OpenDraft,
  frameSeen: string,
  language: string,
  words: ChangeWords,
  typed?: SectionContent,
): DraftPage {
  const { content } = draft
  const shown = typed ? withSection(content, { kind: 'frame' }, typed) : content
  const count = (prefix: RegExp) => Object.keys(faults).filter((path) => prefix.test(path)).length
  return {
    tagStyles: draftColours(content.tags),
    study,
    path: draftPath(study.slug),
    ...{ seen, frameSeen, faults, savedBy, savedAt: draft.savedAt },
    languages: languagesOf(content),
    title: shown.title,
    overlap: shown.overlap,
    conflict: typed && { rows: changeRows(compareCodebooks(content, shown), language, words) },
    tags: content.tags.map((tag, place) => ({
      id: tag.id,
      label: inLanguage(tag.label, language),
      classes: draftClasses(tag),
      key: tag.key,
      isRetired: tag.retired === true,
      faults: count(new RegExp(`^tags\\.${place}\\.`)),
    })),
    sameLine: tagsOfOneLine(content.tags).map((tags) =>
      tags.map(({ label }) => inLanguage(label, language)).join(', '),
    ),
    questions: content.questions?.length ?? 0,
    nextVersion: newest.version + 1,
    newestVersion: newest.version,
    unmarked: unmarked.map(({ id, title }) => ({ id, title })),
    changes: changeRows(compareCodebooks(newest, content), language, words),
    faulty: {
      frame: count(/^(title|overlap|tags$)/),
      questions: count(/^questions/),
      guidelines: count(/^guidelines/),
      all: Object.keys(faults).length,
    },
  }
}

/** A draft may hold a line or a colour that is none: then it looks as if it had none. */
export function draftClasses(tag: TagDraft): string {
  return tagClasses(tagAsRead(tag))
}

export function draftColours(tags: readonly TagDraft[]): string {
  return tagColours({ tags: tags.map(tagAsRead) })
}
