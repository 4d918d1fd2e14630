/** The words of a study's progress, in English. */
import type { progress as german } from './progress-de.ts'

const integer = new Intl.NumberFormat('en')

export const progress: typeof german = {
  title: 'Progress',
  lead: 'Who has come how far, and how marking develops. Only who manages the study sees this. Readings of people in training and reading rounds are counted.',
  nothing: 'Nobody has begun to mark yet.',
  perArticle: 'List articles by their state',
  byArticle: 'Who is where: articles and people',
  of: (done, readers) => `${integer.format(done)} of ${integer.format(readers)}`,
  notTheirs: 'not assigned',
  standings: 'Who has read what',
  rates: 'Marks per 1,000 words',
  others: 'Beside the others of the same articles',
  course: 'In the course of the articles',
  hints: {
    standings: 'Articles by person and round.',
    rates: 'Over all finished readings of a person; words of the text that can be marked.',
    others:
      'Only articles that somebody else has finished in the same round too: their own marks divided by the mean of the others’, both added up over these articles. 1.0 means as many. What lies outside ¼ and 4 stands at the edge. Who lies far away marks otherwise, not necessarily worse; with few articles this scatters widely.',
    course: 'The finished articles in the order in which they were handed in: each tag’s share of the marks.',
  },
  show: 'Show',
  courseOf: (person) => `In the course of the articles: ${person}`,
  person: 'Person',
  round: 'Round',
  article: 'Article',
  articles: 'Articles',
  words: 'Words',
  marks: 'Marks',
  finished: 'finished',
  skipped: 'skipped',
  inProgress: 'in progress',
  open: 'open',
  activeTime: 'active time',
  notMeasured: 'not measured',
  minutes: (minutes) => `${integer.format(minutes)} min.`,
  doneOf: (done, articles) => `${integer.format(done)} of ${integer.format(articles)} done`,
  finishedAt: 'handed in',
  times: (ratio) => `${ratio}×`,
  unknown: '—',
}
