/** The guides that there are. A new one is a name here, its title and its text in the words. */
export const GUIDES = ['annotators', 'researchers'] as const
export type GuideName = (typeof GUIDES)[number]

/** Guides that end with the table of the desk's keys. */
export const WITH_KEYS: readonly GuideName[] = ['annotators']

export function helpPath(name: GuideName): string {
  return `/help/${name}`
}
