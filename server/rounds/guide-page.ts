/** What the guide shows: tags with their definitions, questions and roles, and the guidelines. */
import { type Attribute, type Codebook, inLanguage, languageOf, type Role } from '../codebook/codebook.ts'
import type { Guide, Passage, Section, TagGuide } from '../codebook/guide.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { type EdgeWords, tagStyles } from '../codebook/tag-styles.ts'
import type { Study } from '../studies/study.ts'
import type { Round } from './round.ts'

export interface OpenGuide {
  readonly study: Study
  readonly round: Round
  readonly codebook: Codebook
  readonly guide: Guide
}

interface Words {
  readonly kinds: Readonly<Record<Exclude<Attribute['kind'], 'scale'>, string>>
  readonly scale: (min: number, max: number) => string
}

interface PageWords {
  readonly guide: Words
  readonly script: { readonly walking: EdgeWords }
}

interface QuestionRow {
  readonly label: string
  /** How it is answered. */
  readonly kind: string
  readonly isRequired: boolean
  readonly choices: readonly string[]
}

interface SectionRow extends Section {
  /** 3 to 6, as in `h3`. */
  readonly rank: number
}

interface TagRow {
  readonly id: string
  readonly label: string
  readonly classes: string
  readonly key: string | undefined
  readonly definition: string
  readonly questions: readonly QuestionRow[]
  readonly roles: readonly { readonly id: string; readonly label: string; readonly key: string | undefined }[]
  readonly sections: readonly SectionRow[]
  readonly passages: readonly Passage[]
}

/** A codebook version as people read it. */
export interface GuideText {
  /** For the head of the page. */
  readonly tagStyles: string
  readonly version: number
  /** The language of the codebook's own words, as far as they are there in the reader's. */
  readonly codebookLanguage: string
  readonly tags: readonly TagRow[]
  readonly questions: readonly QuestionRow[]
  readonly sections: readonly SectionRow[]
}

export interface GuidePage extends GuideText {
  readonly study: string
  readonly round: string
}

export function guidePage({ study, round, ...open }: OpenGuide, language: string, words: PageWords): GuidePage {
  return { study: study.title, round: round.title, ...guideText(open, language, words) }
}

export function guideText(
  { codebook, guide }: Pick<OpenGuide, 'codebook' | 'guide'>,
  language: string,
  words: PageWords,
): GuideText {
  return {
    // As at the desk, which reads this page and allows no other style in it.
    tagStyles: tagStyles(codebook, language, words.script.walking),
    version: codebook.version,
    codebookLanguage: languageOf(codebook.guidelines ?? codebook.title, language),
    tags: guide.tags.map((tag) => tagRow(tag, language, words.guide)),
    questions: questionRows(codebook.questions, language, words.guide),
    sections: guide.sections.map(sectionRow),
  }
}

function tagRow({ tag, sections, passages }: TagGuide, language: string, words: Words): TagRow {
  return {
    id: tag.id,
    label: inLanguage(tag.label, language),
    classes: tagClasses(tag),
    key: tag.key,
    definition: inLanguage(tag.definition ?? {}, language),
    questions: questionRows(tag.attributes, language, words),
    roles: (tag.roles ?? []).map(({ id, label, key }: Role) => ({ id, label: inLanguage(label, language), key })),
    sections: sections.map(sectionRow),
    passages,
  }
}

/** Questions that are never asked are none of the reader's business. */
function questionRows(questions: readonly Attribute[] = [], language: string, words: Words): QuestionRow[] {
  return questions
    .filter(({ asked }) => asked !== 'never')
    .map(({ label, kind, required, choices = [], min = 1, max = 5 }) => ({
      label: inLanguage(label, language),
      kind: kind === 'scale' ? words.scale(min, max) : words.kinds[kind],
      isRequired: required === true,
      choices: choices.map((choice) => inLanguage(choice.label, language)),
    }))
}

function sectionRow(section: Section): SectionRow {
  return { ...section, rank: Math.min(6, section.level + 2) }
}
