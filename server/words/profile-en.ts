/** The words of an article's profile, in English. */
import type { profile as germanProfile } from './profile-de.ts'

const integer = new Intl.NumberFormat('en')

export const profile: typeof germanProfile = {
  title: 'How this article speaks',
  back: 'Back to the article',
  nothing: 'Nothing is marked in this reading yet.',
  along: 'Share of the text, paragraph by paragraph',
  alongHint: 'Width: characters, area: share',
  totals: 'Share of the whole text',
  tag: 'Kind',
  share: 'Share',
  covered: 'Covered',
  rules:
    'Each character counts once, for its innermost mark: with “unmarked” these shares make 100%. “Covered” counts each character for every kind that it lies under: where marks stand within each other, that can make more than 100% together. Byline, picture credit, what is repeated and white space do not count.',
  asTable: 'Numbers as a table',
  answered: (answered, marks, isMany) =>
    `${integer.format(answered)} of ${integer.format(marks)} ${marks === 1 ? 'mark' : 'marks'} answered${isMany ? ', several answers a passage possible' : ''}`,
  readings: 'Two readings side by side',
  readingsHint: (share) =>
    `The article from left to right. At ${share} of the characters the kind differs, or only one of the readings has a mark.`,
  kinds: {
    headline: 'Headline',
    teaser: 'Teaser',
    byline: 'Byline',
    caption: 'Caption',
    credit: 'Credit',
    heading: 'Heading',
    paragraph: 'Paragraph',
    'list-item': 'List',
    quote: 'Quote',
    repeat: 'Repeat',
  },
  characters: (amount) => `${integer.format(amount)} char.`,
  sharesName: (title, reading, shares) => `${title}. ${reading}, shares of the text: ${shares}.`,
  readingsName: (mine, theirs, title, share) =>
    `${title}. ${mine} and ${theirs}: at ${share} of the characters something else holds.`,
  passage: 'Passage',
  charactersHead: 'Characters',
  choice: 'Answer',
  marks: 'Marks',
  example: 'Example',
  reading: 'Reading',
  different: 'different',
  svg: 'Picture (SVG)',
  csv: 'Numbers (CSV)',
  files: (name) => `Files: ${name}`,
}
