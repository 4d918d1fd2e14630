/** The words of workshops, in English. */
import type { Words } from './words.ts'

export const workshops: Words['workshops'] = {
  demonstrationTitle: 'Workshop to try out',
  roundTitles: { first: 'Reading and marking', second: 'Marking again', reference: 'Reference' },
  phases: {
    lobby: 'Arriving',
    marking: 'Marking, each alone',
    neighbours: 'Comparing in pairs',
    together: 'Looking together',
    'second-marking': 'Marking again',
    reference: 'Comparing with the reference',
    ended: 'End',
  },
}
