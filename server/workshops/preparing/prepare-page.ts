/** The page on which a workshop is prepared, and the workshops that somebody has led. */

import { SMALLEST_GROUP, USUAL_SETTINGS, type Workshop, type WorkshopLanguage } from '../workshop.ts'
import { consolePath } from '../workshop-paths.ts'
import type { PrepareForm } from './prepare-form.ts'

/** An article that can be read in a workshop. */
export interface OfferedArticle {
  readonly id: string
  readonly title: string
  readonly study: string
  readonly hasReference: boolean
}

export interface PreparePage {
  readonly articles: readonly OfferedArticle[]
  readonly typed: PrepareForm
  readonly faults: Readonly<Record<string, string>>
  readonly workshops: readonly ListedWorkshop[]
}

interface ListedWorkshop {
  readonly title: string
  readonly path: string
  readonly copyPath: string
  readonly phase: Workshop['phase']
  readonly day: string
  readonly isEmptied: boolean
}

export function preparePage(
  { articles, workshops }: { articles: readonly OfferedArticle[]; workshops: readonly Workshop[] },
  typed: PrepareForm,
  language: string,
  faults: Readonly<Record<string, string>> = {},
): PreparePage {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return {
    articles,
    typed,
    faults,
    workshops: workshops.map((workshop) => ({
      title: workshop.title,
      path: consolePath(workshop.id),
      copyPath: `/workshops?from=${workshop.id}#prepare`,
      phase: workshop.phase,
      day: day.format(new Date(workshop.madeAt)),
      isEmptied: workshop.emptiedAt !== undefined,
    })),
  }
}

/** The form as it begins: as usual, or like an earlier workshop. */
export function beginningForm(language: WorkshopLanguage, like: Workshop | undefined, firstArticle = ''): PrepareForm {
  const settings = like?.settings ?? { ...USUAL_SETTINGS, language, phases: ['neighbours', 'reference'] }
  const tick = (isTicked: boolean) => (isTicked ? ('on' as const) : undefined)
  return {
    title: like?.title ?? '',
    chosen: like?.articleId ?? firstArticle,
    text: '',
    language: settings.language,
    reporting: tick(settings.tags.includes('reporting')),
    attribution: tick(settings.tags.includes('attribution')),
    framing: tick(settings.tags.includes('framing')),
    neighbours: tick(settings.phases.includes('neighbours')),
    'second-marking': tick(settings.phases.includes('second-marking')),
    reference: tick(settings.phases.includes('reference')),
    questions: settings.questions.join('\n'),
    minutes: settings.minutes === undefined ? '' : String(settings.minutes),
    'shows-single': tick(settings.showsSingle),
    adults: tick(settings.smallestGroup < SMALLEST_GROUP),
    most: String(settings.mostParticipants),
    days: String(settings.daysKept),
  }
}
