/** The words of lists, in English. */
import type { lists as german } from './lists-de.ts'

const integer = new Intl.NumberFormat('en')

export const lists: typeof german = {
  show: 'Search',
  all: 'Show all',
  hits: (hits, total) => (hits === 0 ? 'Nothing found.' : `${integer.format(hits)} of ${integer.format(total)}`),
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page, pages) => `Page ${integer.format(page)} of ${integer.format(pages)}`,
  articles: {
    search: 'Search titles, outlets and texts',
    searchHint: 'Beginnings of words from three letters on; case and accents do not count.',
    order: 'Order',
    orders: { place: 'as in the study', title: 'by title', outlet: 'by outlet', words: 'longest first' },
    state: 'State',
    states: { any: 'all', untouched: 'not begun', 'in-progress': 'in progress', done: 'all readings finished' },
    words: (words) => (words === 1 ? '1 word' : `${integer.format(words)} words`),
    read: (begun, done) =>
      begun === 0 ? 'not read yet' : `${integer.format(done)} of ${integer.format(begun)} readings finished`,
    unentered: (articles) =>
      `${integer.format(articles)} articles are still being prepared for searching and are missing from the list so long.`,
  },
  rounds: {
    search: 'Search in the titles of rounds',
    count: (rounds) => (rounds === 1 ? '1 round' : `${integer.format(rounds)} rounds`),
    state: 'State',
    states: { any: 'all', open: 'open', closed: 'closed' },
    order: 'Order',
    orders: { place: 'as they were made', newest: 'newest first', due: 'by due date' },
  },
}
