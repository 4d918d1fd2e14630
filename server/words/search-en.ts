/** The words of searching in an article, in English. */
import type { search as german } from './search-de.ts'

export const search: typeof german = {
  open: 'Search in the article',
  close: 'End the search',
  next: 'Next place',
  previous: 'Previous place',
  place: '{n} of {total}',
  none: 'not found',
}
