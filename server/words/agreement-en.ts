/** The words of a round's agreement, in English. */
import type { agreement as german } from './agreement-de.ts'
import { profile } from './profile-en.ts'

const integer = new Intl.NumberFormat('en')
const counted = (number: number, one: string, many: string) => `${integer.format(number)} ${number === 1 ? one : many}`

export const agreement: typeof german = {
  title: 'Agreement',
  lead: (articles, people, marks) =>
    `${counted(articles, 'article', 'articles')}, ${counted(people, 'person', 'people')}, ${counted(marks, 'mark', 'marks')}. Finished readings count; people go by their pseudonyms.`,
  noRound: 'This study has no round yet in which articles are read.',
  nothing: 'No article of this round has been finished yet.',
  onlyOne: 'No article has been finished by two people yet: there is nothing to compare.',
  round: 'Round',
  show: 'Show',
  hints: {
    measures:
      'The dot is the value, the line its 95 % interval over articles. The two thin lines stand at 0.667 and 0.8, Krippendorff’s advice for tentative and for firm conclusions; they are no grades.',
    pairs: 'Nominal α of each pair, and the articles that both have read. The stronger the colour, the more alike.',
    causes: 'Shares of all characters that two have read differently.',
    confusions:
      'Where somebody has set the tag beside the bar: as what the others have marked the same characters. The number is the share at which both have the same one.',
    people:
      'Mean α of a person with all others. Who stands far to the left reads differently; that may be the more careful reading.',
    articles: 'Nominal α of one article alone. Of a single article it varies a lot: a reason to look, not a judgement.',
    course:
      'α nominal in windows of articles that follow one another, with 95 % intervals. An article stands where the middle one of its readings was finished. Neighbouring windows share articles; compare windows that share none. A rise is no proof of learning: other articles or other people may be the reason, too.',
    places:
      'Nominal α within a part of the articles; chance is what was marked in that part. Share: how much of the text that was read it makes up. Small parts vary a lot.',
  },
  allAsCsv: 'All numbers as CSV',
  measures: 'How alike are the readings?',
  characters: 'Character by character: nominal α',
  unitizing: 'Finding passages, then naming them: the uα family',
  spans: 'Mark by mark: F1, mean of the pairs',
  allTags: 'All tags and “nothing”',
  finding: 'Finding, |uα',
  naming: 'Naming, cuα',
  f1: { exact: 'same bounds and tag', dice: 'half shared (Dice)', overlap: 'any overlap' },
  value: 'Value',
  perTag: (values) => `(k)uα, per tag, where both have marked something: ${values}.`,
  perTagOf: (tag, value, coverage) => `${tag} ${value} with ${coverage} coverage`,
  gamma: {
    title: 'γ: bounds and tags at once',
    hint: 'Looks for the best alignment of all marks and compares it with texts that are marked as if by chance. This may take minutes, and runs beside everything else.',
    begin: 'Measure γ',
    stop: 'Stop',
    waiting: 'Waits until another measurement is done.',
    running: (done, of) => (of === 0 ? 'Measuring.' : `${integer.format(done)} of ${integer.format(of)} alignments.`),
    left: (seconds) =>
      `About ${seconds < 120 ? counted(seconds, 'second', 'seconds') : counted(Math.round(seconds / 60), 'minute', 'minutes')} left.`,
    parameters: ({ alpha, beta, deltaEmpty, precision, sampler, seed, samples, isPairwise }) =>
      `α = ${alpha}, β = ${beta}, Δ∅ = ${deltaEmpty}, ${samples ? `${samples} samples` : 'samples'} (${sampler}) with seed ${seed} for a precision of ${precision}${isPairwise ? ', as the mean over pairs' : ''}`,
    measuredWith: (parameters) => `Measured with ${parameters}.`,
    again: 'Reload',
    failed: 'The measurement broke off: it needed too much memory. Fewer people or articles at a time help.',
    own: 'A measure with a zero of its own, not to be compared with α.',
  },
  pairs: 'Who reads like whom?',
  sharedArticles: (articles) => counted(articles, 'article', 'articles'),
  causes: 'Why two part where they do',
  missed: 'missed',
  boundary: 'other bounds',
  label: 'other tag',
  confusions: 'What some call this and others that',
  none: 'nothing',
  people: 'Who reads otherwise than the others?',
  articles: 'Article by article',
  places: 'Where in an article are readings alike?',
  course: 'From the beginning to the end of the work',
  window: 'articles in their order',
  readFrom: 'read from',
  readTo: 'read until',
  articleNumber: (number: number) => `article ${integer.format(number)}`,
  courseWindows: (size: number, articles: number) =>
    `Each window holds ${integer.format(size)} of ${integer.format(articles)} articles that two or more have read.`,
  courseTooFew: (articles: number, fewest: number) =>
    `A course can be shown once ${integer.format(fewest)} articles have been finished here by two or more; so far there ${articles === 1 ? 'is one' : `are ${integer.format(articles)}`}.`,
  courseLeftOut: (articles: number) =>
    articles === 1
      ? 'One article is missing: when its readings were finished is not known, for instance because they are imported.'
      : `${integer.format(articles)} articles are missing: when their readings were finished is not known, for instance because they are imported.`,
  byKind: 'By kind of paragraph',
  byQuarter: 'From beginning to end',
  blockKinds: profile.kinds,
  quarter: (number) => `${['First', 'Second', 'Third', 'Fourth'][number - 1]} quarter`,
  person: 'Person',
  article: 'Article',
  pair: 'Pair',
  pairCount: 'Pairs',
  tag: 'Tag',
  measure: 'Measure',
  low: 'from',
  high: 'to',
  counted: 'n',
  share: 'Share',
  why: 'why no value',
  reasons: {
    'one-annotator': 'fewer than two people',
    'nothing-shared': 'no two have read the same',
    'nothing-marked': 'nobody marked anything',
    'no-variation': 'no variation in the marks: chance explains everything',
    'no-gaps': 'nothing is unmarked',
    'one-tag': 'where marks meet there is one tag only',
    'no-overlap': 'no marks meet',
    'missing-values': 'not all have the same number of values',
    'whole-numbers-needed': 'positions are no whole numbers',
    'no-matches': 'nothing matches',
    'too-large': 'too many alignments are possible',
  },
  passages: 'Where the readings part',
  passageOf: (number, of) => `Passage ${integer.format(number)} of ${integer.format(of)}, by disagreement × length`,
  previous: 'Previous passage',
  next: 'Next passage',
  previousKey: 'Key P, while the passages have the focus',
  nextKey: 'Key N, while the passages have the focus',
  toPlace: 'To the article',
  different: 'different',
  readings: (count) => (count === 2 ? 'two readings' : `${integer.format(count)} readings`),
  differing: (characters) => counted(characters, 'character', 'characters'),
  nothingMarked: 'nothing marked',
  noPassages: 'Nowhere do two read differently.',
  hidden: (passages) =>
    passages === 1
      ? 'One passage is not shown: it stands in an article that you have still to read in this round.'
      : `${integer.format(passages)} passages are not shown: they stand in articles that you have still to read in this round.`,
  explained: 'What the numbers say',
  cited: (works: string) => `Cite: ${works}`,
  explanations: [
    [
      'α (Krippendorff)',
      'How much less often two contradict each other than if all had spread their tags by chance: 1 means never, 0 as often as by chance. Here character by character; where marks lie over one another the innermost counts, and each tag alone is held against everything else. For pairs, people, articles, parts of articles and the course it is the same measure, over less text.',
      'Krippendorff’s advice: firm conclusions from 0.8, tentative ones from 0.667. For interpretations of running text, published values mostly lie below, see further down.',
    ],
    [
      '|uα and cuα',
      'Part two questions: have the others marked anything at the same place (|uα)? And where both have: the same tag (cuα)? (k)uα asks the second question of one tag; beside it stands on which part of what is marked it rests.',
      'Trained people on German newspapers from 1840 to 1919: |uα 0.71, cuα 0.84. A high (k)uα with little coverage says little.',
    ],
    [
      'γ (Mathet)',
      'Aligns whole marks with each other, nested ones too, and weighs shifted bounds against other tags. Unlike α it does not depend on how long the marks are.',
      'Has a zero of its own and no limits; compare it only with γ under the same weights.',
    ],
    [
      'F1',
      'Which share of the marks has a counterpart under the same tag with the other person: with the same bounds, half in common (Dice: twice what is common by both lengths, at least 0.5), or with any overlap. Easy to read, but nothing is taken off for chance.',
      'Contents of attributions, trained: 0.69–0.72 with the same bounds, 0.82–0.83 with Dice.',
    ],
    [
      'Intervals',
      'Articles are drawn anew 2,000 times (bootstrap, seed 1): the middle 95 % of the values are the interval, corrected for bias and skew from ten articles on (BCa). P is the share of draws below the mark.',
      'An interval becomes narrow with more articles, not with longer ones: on newspapers it reached from 0.40 to 0.88 with five, from 0.56 to 0.80 with twenty.',
    ],
    [
      'Causes and confusions',
      'Characters counted over all pairs, with nothing taken off for chance: missed, where the other person marked nothing with this tag that touches the place; other bounds, where they let it end elsewhere; another tag, where both have marked.',
      'Shares of what differs: they say what to work on, not how much there is of it.',
    ],
    [
      'In the CSV only: Fleiss’ κ, AC1, share of what is alike; answers and parts',
      'κ and AC1 take chance off otherwise than α; the share of what is alike takes nothing off. Answers are compared where two marks match, source, cue and content like marks.',
      'As a check on α, not as the headline; AC1 holds where a tag is rare.',
    ],
  ],
  field: 'What is reached in this field',
  fieldHint: 'Values from published work, to be held beside.',
  fieldHead: ['Task', 'Measure', 'Value'],
  fieldRows: [
    ['biased sentences, crowd / experts (BABE)', 'α', '0.21 / 0.39–0.40'],
    ['biased words, experts (BABE)', 'α per word', '0.27–0.32'],
    ['source, cue and content of attributions, trained (PolNeAR)', 'α per token', '0.75'],
    [
      'reported speech in newspapers 1840–1919: all / direct / indirect / reported',
      'α per token',
      '0.69 / 0.88 / 0.70 / 0.49',
    ],
    ['the same: same bounds / Dice ≥ 0.5 / overlap', 'F1', '0.51 / 0.64 / 0.77'],
  ],
  methods: 'Methods paragraph',
  methodsHint: 'Made from the settings of this page, to be taken over.',
  settings: (samples, seed, threshold) =>
    `Settings: unit character, the innermost mark counts, intervals from ${samples} draws of articles with seed ${seed}, Dice threshold ${threshold}.`,
  command: 'The same numbers on the command line',
  commandHint: 'From the whole dataset of the study in the format lesart:',
  toExport: 'To the export',
  methodsText: {
    basis: ({ articles, people, marks, others }) =>
      `Agreement was measured on ${counted(articles, 'article', 'articles')} with ${counted(marks, 'mark', 'marks')} by ${counted(people, 'person', 'people')}, each article finished by at least two of them${others === 0 ? '' : ` (${counted(others, 'more article', 'more articles')} that only one person read ${others === 1 ? 'adds' : 'add'} nothing)`}.`,
    measures: (threshold) =>
      `Krippendorff’s α (nominal) was computed character by character over the coded text, white space within paragraphs included; where marks overlapped the innermost counted, and each tag was measured as a binary layer as well (Krippendorff 2004). Finding (|uα) and naming (cuα) are told apart by the uα family (Krippendorff, Mathet, Bouvry & Widlöcher 2016). F1 compares whole marks under the same tag, as the mean over pairs (Hripcsak & Rothschild 2005): with the same bounds, with a Dice of at least ${threshold}, and with any overlap.`,
    values: ({ alpha, finding, naming }) => `Result: α ${alpha}, |uα ${finding}, cuα ${naming};`,
    spans: ({ exact, dice, overlap }) => `F1 ${exact} (same bounds), ${dice} (Dice), ${overlap} (overlap).`,
    beside: ({ kappa, ac1, percent }) =>
      `As a check, character by character as well: κ ${kappa} and share of what is the same ${percent} (Fleiss 1971), AC1 ${ac1} (Gwet 2008).`,
    gamma: (settings, value, cat) =>
      `γ (Mathet, Widlöcher & Métivier 2015) and γ-cat (Mathet 2017) with ${settings}: γ ${value}, γ-cat ${cat}.`,
    intervals: ({ samples, seed, method }) =>
      `95 % intervals: bootstrap over articles (Efron & Tibshirani 1993), ${samples} draws, seed ${seed}, ${method}.`,
    oneArticle: 'A single article allows no interval over articles.',
    program: (version) => `Computed with ${version}.`,
    without: (reason) => `without a value (${reason})`,
  },
  methodNames: { percentile: 'percentiles', bca: 'BCa', both: 'BCa, percentiles where it is not defined' },
  references: 'References',
}
