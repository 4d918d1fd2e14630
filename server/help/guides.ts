/** The guides that there are. A new one is a name here, its title and its text in the words. */
export const GUIDES = ['annotators', 'researchers', 'instructors'] as const
export type GuideName = (typeof GUIDES)[number]

/** Guides that end with the table of the desk's keys. */
export const WITH_KEYS: readonly GuideName[] = ['annotators']

/** The guide in which lessons can be begun. */
export const WITH_LESSONS: GuideName = 'instructors'

/** How agreement is measured, in English. */
export const MANUAL_PATH = '/help/agreement'

export function helpPath(name: GuideName): string {
  return `/help/${name}`
}
