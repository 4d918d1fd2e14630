/** The words of two readings beside each other and of where they part, in English. */
import type { differences as germanDifferences } from './differences-de.ts'

export const differences: typeof germanDifferences = {
  heading: 'Where the readings part',
  none: 'Both readings mark the same words in the same way.',
  mine: 'My reading',
  notMarked: 'not marked so',
  place: 'Difference {n} of {total}',
  one: '1 difference',
  total: '{total} differences',
  next: 'Next difference',
  previous: 'Previous difference',
  last: 'No further difference',
  first: 'No difference before this one',
  side: '{tag} “{quote}”',
  kinds: {
    'other-tag': 'Another kind of mark',
    'other-bounds': 'Other bounds',
    'only-mine': 'Only in my reading',
    'only-theirs': 'Only in the other reading',
  },
}
