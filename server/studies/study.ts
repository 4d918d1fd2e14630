/** A study: articles, a codebook, rounds, and the annotators who read for it. */
import type { StudyDeed } from '../accounts/permissions.ts'

export const ANNOTATOR_KINDS = ['account', 'participant', 'visitor', 'program', 'reference'] as const
export type AnnotatorKind = (typeof ANNOTATOR_KINDS)[number]

export interface Study {
  readonly id: string
  /** ASCII, unique in the instance: the study's name in addresses and file names. */
  readonly slug: string
  readonly title: string
  readonly description?: string | undefined
  readonly language?: string | undefined
}

/** A study as somebody sees it, with what they may do in it. */
export interface OpenStudy extends Study {
  readonly rights: readonly StudyDeed[]
}

/** Who annotates. Annotation sets belong to annotators, not to accounts. */
export interface Annotator {
  readonly id: string
  readonly studyId: string
  readonly kind: AnnotatorKind
  readonly accountId?: string | undefined
  /** `a1`, `a2`, … in the order of joining: the name under which readings leave the study. */
  readonly pseudonym: string
  readonly name?: string | undefined
}

/** The next free pseudonym of a study; visitors have `v1`, `v2`, …, so that they take no number from anybody. */
export function nextPseudonym(taken: readonly string[], letter: 'a' | 'v' = 'a'): string {
  const numbers = taken.map((pseudonym) => {
    const [, found, number] = /^([av])(\d{1,9})$/.exec(pseudonym) ?? []
    return found === letter ? Number(number) : 0
  })
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

/** Title → slug: ASCII letters and digits with hyphens between them; umlauts are written out. Unique among those taken. */
export function newSlug(title: string, taken: readonly string[], fallback = 'study'): string {
  const base =
    title
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter] ?? '')
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')
      .slice(0, 60)
      .replace(/-$/, '') || fallback
  let slug = base
  for (let number = 2; taken.includes(slug); number++) slug = `${base}-${number}`
  return slug
}
