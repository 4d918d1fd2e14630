/** The words of studies and their articles, in English. */
import type { studies as german } from './studies-de.ts'

const integer = new Intl.NumberFormat('en')

export const studies: typeof german = {
  title: 'Studies',
  nav: 'This study',
  overview: 'Overview',
  articles: 'Articles',
  import: 'Add articles',
  team: 'Team',
  none: 'There is no study on this server yet.',
  newStudy: 'New study',
  newStudyText: 'It begins with its own copy of the codebook “Reporting, attributing, framing” and a first round.',
  studyTitle: 'Title',
  description: 'Description (optional)',
  language: 'Language of the articles',
  languageHint: 'Holds where an article says nothing else.',
  create: 'Make the study',
  firstRound: 'Round 1',
  questions: 'Questions',
  rounds: 'Rounds',
  allRounds: (rounds) => `All ${integer.format(rounds)} rounds`,
  noRounds: 'No round yet.',
  open: 'open',
  closed: 'closed',
  version: (version) => `version ${integer.format(version)}`,
  kinds: {
    training: 'Training',
    annotation: 'Reading and marking',
    adjudication: 'Adjudication',
    reference: 'Reference reading',
    workshop: 'Workshop',
    demonstration: 'Demonstration',
  },
  takeOut: 'Take it out',
  noArticles: 'There is no article in this study yet.',
  articleCount: (articles) => (articles === 1 ? '1 article' : `${integer.format(articles)} articles`),
  characters: (length) => `${integer.format(length)} characters`,
  length: 'Length',
  sum: 'Checksum (SHA-256)',
  faults: {
    missing: 'Please fill this in.',
    'too-long': 'This is too long.',
    'too-big': 'This is too long.',
    unprintable: 'There are characters in it that cannot be kept.',
  },
}
