/** The words of the guide, in English. */
import type { guide as germanGuide, guideBeside as germanGuideBeside } from './guide-de.ts'

export const guide: typeof germanGuide = {
  title: 'Codebook',
  version: (n) => `Version ${n}`,
  tags: 'What is marked',
  guidelines: 'Guidelines',
  key: 'key',
  asks: 'What is asked',
  required: 'needed',
  roles: 'Parts',
  passages: (n) => (n === 1 ? 'One passage in the guidelines' : `${n} passages in the guidelines`),
  aboutArticle: 'Questions about the whole article',
  kinds: {
    'one-of': 'one answer',
    'many-of': 'several answers possible',
    'yes-no': 'yes or no',
    text: 'in your own words',
  },
  scale: (min, max) => `${min} to ${max}`,
}

/** What the desk says about it. */
export const guideBeside: typeof germanGuideBeside = {
  open: 'Codebook',
  what: 'What does it mean?',
  asPage: 'As a page',
  search: 'Search in the codebook',
  found: 'Found: {n}',
  nothing: 'Nothing found.',
}
