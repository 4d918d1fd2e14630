/** The page of a study's progress: four pictures with their tables and files. */
import type { Figure } from '../../annotations/profile-figures-page.ts'
import { inPage } from '../../charts/svg.ts'
import { inLanguage, type Tag } from '../../codebook/codebook.ts'
import { tagClasses } from '../../codebook/tag-look.ts'
import { tagColours } from '../../codebook/tag-styles.ts'
import type { OpenStudy } from '../../studies/study.ts'
import {
  courseFigure,
  othersFigure,
  type ProgressData,
  type ProgressSpeech,
  personName,
  ratesFigure,
  standingsFigure,
} from './progress-figures-page.ts'

export type ProgressFigureName = 'standings' | 'rates' | 'course' | 'others'

export interface StudyProgressPage {
  readonly tagStyles: string
  readonly study: OpenStudy
  readonly hasBegun: boolean
  readonly hasReadings: boolean
  readonly people: readonly { readonly id: string; readonly label: string; readonly isShown: boolean }[]
  readonly tags: readonly { readonly label: string; readonly classes: string }[]
  readonly figures: readonly (Pick<Figure, 'head' | 'rows'> & {
    readonly name: ProgressFigureName
    readonly html: string
    readonly svg: string
    readonly csv: string
  })[]
}

export function studyProgressPage(
  study: OpenStudy,
  data: ProgressData,
  asked: string,
  speech: ProgressSpeech,
): StudyProgressPage {
  const person = shownPerson(data, asked)
  const names: ProgressFigureName[] = ['standings', 'rates', 'others', 'course']
  const figures = names.flatMap((name) => {
    const figure = findProgressFigure(data, name, asked, speech)
    if (!figure || figure.rows.length === 0) return []
    const query = name === 'course' && person ? `?${new URLSearchParams({ person: person.pseudonym })}` : ''
    const address = (ending: string) => `/studies/${study.slug}/progress/${name}.${ending}${query}`
    const { head, rows, picture } = figure
    return [{ name, head, rows, html: inPage(picture), svg: address('svg'), csv: address('csv') }]
  })
  const finished = new Set(data.readings.map(({ annotator }) => annotator))
  return {
    tagStyles: tagColours({ tags: data.tags }),
    study,
    hasBegun: data.standings.length > 0,
    hasReadings: data.readings.length > 0,
    people: data.people
      .filter(({ id }) => finished.has(id))
      .map((one) => ({ id: one.pseudonym, label: personName(one), isShown: one.id === person?.id })),
    tags: data.tags.map((tag: Tag) => ({ label: inLanguage(tag.label, speech.language), classes: tagClasses(tag) })),
    figures,
  }
}

/** Who was asked for, or the first who has finished anything. */
function shownPerson({ people, readings }: ProgressData, asked: string) {
  const finished = new Set(readings.map(({ annotator }) => annotator))
  const candidates = people.filter(({ id }) => finished.has(id))
  return candidates.find(({ pseudonym }) => pseudonym === asked) ?? candidates[0]
}

/** A figure of the page by its name; undefined where there is nothing to show yet. */
export function findProgressFigure(
  data: ProgressData,
  name: ProgressFigureName,
  asked: string,
  speech: ProgressSpeech,
): Figure | undefined {
  if (name === 'standings') return standingsFigure(data, speech)
  if (name === 'rates') return ratesFigure(data, speech)
  if (name === 'others') return othersFigure(data, speech)
  const person = shownPerson(data, asked)
  return person && courseFigure(data, person, speech)
}
