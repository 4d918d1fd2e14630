/** The words of what a workshop prints, in English. */
import type { report as german } from './report-de.ts'

const integer = new Intl.NumberFormat('en')

export const report: typeof german = {
  title: 'Report of the workshop',
  heading: 'How we read this article',
  back: 'To the workshop’s console',
  print: 'Prints on two pages of A4, in black and white too.',
  paper: 'The article on paper, with line numbers',
  page: (page) => `Page ${page} of 2`,
  summary: (marked, day) =>
    `${integer.format(marked)} ${marked === 1 ? 'reading' : 'readings'}, ${day}. No names. The longer the bar, the more people marked the line so.`,
  simulated: 'For trying out: some of the readings are simulated.',
  missing: (missing) =>
    `A picture needs ${integer.format(missing)} more ${missing === 1 ? 'reading' : 'readings'}: fewer would tell on single people.`,
  tooLong: (lines) =>
    `The article has ${integer.format(lines)} lines and does not fit on this page. The bars stand in their order, from the first to the last; the text can be printed by itself.`,
  line: 'Line',
  all: (people) => `all ${integer.format(people)}`,
  disputed: 'Where we part most',
  agreed: 'Where we agree most',
  agreedBy: (count, people) => `${integer.format(count)} of ${integer.format(people)}`,
  nothingDisputed: 'At no passage do two or more see it otherwise.',
  shares: 'How the article speaks: class and reference',
  sharesAlone: 'How the article speaks, by the class',
  oneReading: 'The reference is one reading, not the right one.',
  agreement: 'How far we agree',
  alpha: (alpha) => `α = ${alpha}`,
  interval: (low, high) => `with 95% confidence between ${low} and ${high}`,
  agreementText:
    '1 means: all marked every character alike. 0 means: no more agreement than chance would bring. Where it is about interpretation, trained readers often stay below 0.5 too. To disagree is no mistake here, it is what the talk is for.',
  agreementSource:
    'Krippendorff’s α over all characters; the interval rests on the paragraphs of this one article, and is as rough as that.',
  noAlpha: 'No figure can be given for that here.',
  change: 'Before and after',
  changed: (moved, people) =>
    `Of ${integer.format(people)} who marked twice, ${integer.format(moved)} changed their minds at one passage or more after talking.`,
  move: (people, from, to) => `${integer.format(people)}: ${from} → ${to}`,
  questions: 'Questions',
  notes: 'Notes',
  dataset: 'The marks as a dataset:',
  sheet: 'Your reading on a sheet',
  sheetTitle: 'Your reading',
  sheetPrint: 'Prints on one page.',
  sheetMarks: 'The text has your marks.',
  sheetBars: 'The longer the bar, the more people marked the line so.',
  sheetOnPaper: 'In print each line has beside it how many marked it as what.',
  sheetAlone: 'The class joins them once it is looked at together.',
  you: 'You',
  paperTitle: 'Who speaks here?',
  paperTask:
    'Underline in the text and write the number in the margin. A passage may have several lines; what fits nothing stays free.',
  paperNumbers: 'The lines are those on the wall.',
}
