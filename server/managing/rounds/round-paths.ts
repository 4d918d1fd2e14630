/** Addresses of the pages on which rounds are managed. */

export function roundsPath(slug: string): string {
  return `/studies/${slug}/rounds`
}

export function roundPath(slug: string, round: string): string {
  return `${roundsPath(slug)}/${round}`
}
