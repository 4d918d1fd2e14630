/** Addresses of a workshop. */

/** The instructor's console. */
export function consolePath(workshop: string): string {
  return `/workshops/${workshop}`
}

/** The page for the wall. */
export function projectorPath(workshop: string): string {
  return `${consolePath(workshop)}/projector`
}

/** The report to print. */
export function reportPath(workshop: string): string {
  return `${consolePath(workshop)}/report`
}

/** A participant's desk. */
export function participantPath(workshop: string): string {
  return `${consolePath(workshop)}/desk`
}

/** Where participants see who they are. */
export function ownPath(workshop: string): string {
  return `${consolePath(workshop)}/own`
}
