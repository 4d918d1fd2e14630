/** What is listed of studies. */
import type { StudyDeed } from '../accounts/permissions.ts'

export interface ListedStudy {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly articles: number
  readonly annotations: number
}

/** A study in the list of somebody who is in it, or who may manage every study. */
export interface OwnStudy extends ListedStudy {
  readonly rights: readonly StudyDeed[]
}
