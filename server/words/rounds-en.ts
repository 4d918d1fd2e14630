/** The words of rounds, assignments and admission, in English. */
import type { rounds as german, admission as germanAdmission, comparison as germanComparison } from './rounds-de.ts'

const integer = new Intl.NumberFormat('en')
const articles = (n: number) => (n === 1 ? '1 article' : `${integer.format(n)} articles`)

export const rounds: typeof german = {
  none: 'There is no round in this study yet.',
  everybody: 'for everybody who annotates',
  assigned: 'with assignments',
  due: (day: string) => `due by ${day}`,
  dueRound: (day: string) => `This round should be read by ${day}.`,
  overdue: (day: string) => `was due on ${day}`,
  toAdmission: 'On to admission',
  newRound: 'New round',
  newRoundText:
    'It begins closed: first it is settled who reads what, then it is opened. In training one sees after each article that was handed in where one’s own reading differs from the reference. A reference is made of readings that were handed in: in a round, under “Make a reference, compare with it”.',
  title: 'Title',
  kind: 'Kind',
  codebook: 'Version of the codebook',
  dueOn: 'Due on (optional)',
  dueHint: 'Shown to those who read. Nothing is locked by it.',
  create: 'Make the round',
  openText: 'The round is open: whoever has something to read in it can mark.',
  closedText: 'The round is closed: nobody can mark in it. What has been marked stays.',
  keptText: 'Readings that were made elsewhere are kept here; nobody marks in this round.',
  open: 'Open the round',
  close: 'Close the round',
  terms: 'Due date and admission',
  admission: 'Admitted is',
  noAdmission: 'everybody who annotates, without condition',
  afterTraining: (title: string) => `who reaches the bound in the training “${title}”`,
  percent: 'Bound: F1 against the reference, in percent',
  percentHint: 'F1 of spans, a hit where spans of the same tag overlap, over all training articles handed in.',
  save: 'Save',
  people: 'Who reads',
  nobody: 'Nobody annotates in this study yet.',
  person: 'Person',
  toRead: 'to read',
  begun: 'begun',
  done: 'done',
  admitted: 'admitted',
  notAdmitted: 'not admitted yet',
  admit: 'Admit',
  admitOne: (name: string) => `Admit ${name}`,
  left: 'no longer with us',
  comparison: 'Make a reference, compare with it',
  assignments: 'Assignments',
  unassignedText:
    'Nothing is assigned yet: everybody who annotates reads all articles of the study. From the first plan on, only those read to whom something is assigned.',
  plan: 'Assign articles …',
  planMore: 'Assign more …',
  removeOne: (name: string) => `No longer assign to ${name}`,
  addOne: 'Add:',
  add: 'Assign',
  nobodyReads: 'nobody',
  states: {
    new: 'open',
    'in-progress': 'begun',
    finished: 'handed in',
    skipped: 'skipped',
  },
  changes: 'What became of the assignments',
  change: {
    plan: (seed: string, readers: string) => `Plan with the seed ${seed}, ${readers} per article`,
    add: 'One assignment more',
    remove: 'One assignment less',
  },
  begunTitle: 'Begun already',
  begunText: (name: string) =>
    `${name} has begun this article already. Without the assignment it cannot be gone on with; what has been marked stays in the data.`,
  removeBegun: 'No longer assign it all the same',
  keep: 'Leave it as it is',
  planTitle: 'Assign articles',
  planText: 'This is only a plan. It counts once it is assigned with the button below; what is assigned already stays.',
  readers: 'Readers per article',
  most: 'At most so many articles per person (optional)',
  first: 'From article',
  last: 'To article',
  chosen: 'Who reads',
  apart: 'Never read the same article',
  apartPair: (n: number) => `Pair ${integer.format(n)}`,
  apartAnd: 'and',
  nobodyChosen: '—',
  controls: (n: number) => `Everybody reads the articles with a reference reading (${integer.format(n)})`,
  controlsHint:
    'They stand unrecognised among the others; by them it can be measured how close each reading is to the reference.',
  order: 'Order',
  orders: { study: 'as in the study', shuffled: 'drawn by lot for each person' },
  seed: 'Seed of the lot',
  seedHint: 'The same seed makes the same plan.',
  show: 'Show the plan',
  another: 'Draw again',
  summary: (added: number, count: number) =>
    added === 1
      ? `One new assignment for ${articles(count)}.`
      : `${integer.format(added)} new assignments for ${articles(count)}.`,
  allMet: 'Everything works out.',
  shortage: {
    people: (count: number, missing: number) =>
      `${articles(count)}: there are fewer people than asked for; ${integer.format(missing)} assignments are missing.`,
    most: (count: number, missing: number) =>
      `${articles(count)}: the limit per person is too low; ${integer.format(missing)} assignments are missing.`,
    apart: (count: number, missing: number) =>
      `${articles(count)}: the pairs who do not read together leave too few; ${integer.format(missing)} assignments are missing.`,
  },
  cannot: 'What does not work out',
  perPerson: 'Per person',
  standing: 'so far',
  added: 'new',
  total: 'in all',
  perArticle: 'Per article',
  histogram: (readers: number, count: number) =>
    `${articles(count)} with ${readers === 1 ? 'one person' : `${integer.format(readers)} people`}`,
  together: 'How many articles two people both read',
  wholePlan: 'The plan',
  hasReference: 'reference',
  assign: 'Assign like this',
  nothingToAssign: 'This plan adds nothing.',
  changedMeanwhile:
    'Somebody else has changed the assignments meanwhile. Nothing has been assigned; this is the plan as it would be now.',
  faults: {
    missing: 'Please fill this in.',
    'too-long': 'This is too long.',
    'too-big': 'This is too long.',
    unprintable: 'There are characters in it that cannot be kept.',
    'invalid-value': 'There is no such thing here.',
    unknown: 'There is no such thing here.',
    'no-day': 'This is no day.',
    'no-number': 'This is no whole number.',
    'out-of-range': 'This number does not work here.',
  },
}

export const admission: typeof germanAdmission = {
  title: 'Admission to a round',
  rule: (training: string, bound: number) =>
    `Those mark in this round who come close enough to the reference reading in the training “${training}”: with an F1 of at least ${integer.format(bound)} of 100. Counted are spans that overlap with one of the reference under the same tag.`,
  own: (f1: number, count: number) => `Reached so far: ${integer.format(f1)} of 100, in ${articles(count)}.`,
  nothingYet: 'Nothing that could be compared has been handed in in training yet.',
  reached: 'The bound is reached.',
  begin: 'Begin the round',
  goOn: 'The way there: read more training articles, and look after each of them where the reference reads otherwise, and why.',
  nothingLeft:
    'Nothing is open in training any more. Those who manage the study can assign more training articles, or admit by hand.',
  toTraining: 'To the next training article',
  back: 'To the start page',
}

export const comparison: typeof germanComparison = {
  title: 'Comparison with the reference',
  text: 'F1 of spans against the reference reading, over all articles handed in that have one. A hit is an overlap under the same tag.',
  none: 'No article with a reference reading has been handed in yet.',
  articles: 'articles',
  f1: 'F1',
  noValue: 'neither marked anything',
  reference: 'Reference',
  references: (n, all) =>
    n === 0
      ? 'Under this version of the codebook no article has a reference reading yet.'
      : `Under this version of the codebook ${n === 1 ? '1 article' : `${integer.format(n)} articles`} of ${integer.format(all)} ${n === 1 ? 'has' : 'have'} a reference reading.`,
  referenceText:
    'What somebody has read and handed in becomes the reference, best in a round of its own. Marks, parts, answers and notes are copied; the notes stand beside it later as reasons. The reading stays what it is. The copy belongs to the study, also when the person goes. Where an article has a reference already, the copy takes its place; what held before stays in the history.',
  noAuthors: 'Nothing that could become the reference has been handed in in this round yet.',
  author: 'Whose readings?',
  handedIn: (name, n) => `${name}: ${integer.format(n)} handed in`,
  takeAsReference: 'Take as reference',
}
