/** Addresses of the pages on which rounds are managed. */
import type { ListWish } from '../../web/list.ts'

export function roundsPath(slug: string): string {
  return `/studies/${slug}/rounds`
}

export function roundPath(slug: string, round: string): string {
  return `${roundsPath(slug)}/${round}`
}

/** An article in the list of a round's articles, as far as that was searched and turned. */
export function articleInRound(slug: string, round: string, { q, page }: ListWish, article: string): string {
  const query = new URLSearchParams({ ...(q !== '' && { q }), page: String(page) })
  return `${roundPath(slug, round)}?${query}#article-${article}`
}
