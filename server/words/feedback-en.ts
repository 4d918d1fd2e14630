/** The words of comparing one's readings in a round with the reference, in English. */
import type { feedback as germanFeedback } from './feedback-de.ts'

const integer = new Intl.NumberFormat('en')
const articles = (n: number) => (n === 1 ? 'one article' : `${integer.format(n)} articles`)
const marks = (n: number) => (n === 1 ? 'one mark' : `${integer.format(n)} marks`)

export const feedback: typeof germanFeedback = {
  title: 'My reading and the reference',
  offer:
    'You can now lay your readings of this round beside the reference reading: where both are alike, where they part, and the reasons the reference gives for reading differently there.',
  stands:
    'From then on, what you have finished in this round stays as it is: it cannot be opened again, not even if the round goes on or is opened again.',
  begin: 'Show the comparison',
  held: (n: number) =>
    n === 1
      ? 'One article is not here yet: it can still be read or changed in a round that is open.'
      : `${integer.format(n)} articles are not here yet: they can still be read or changed in a round that is open.`,
  nothing: 'For none of the finished articles can a reference reading be shown here.',
  sides: (theirs: number, count: number) => `The reference has ${marks(theirs)}, in ${articles(count)}.`,
  oneReading:
    'The reference is one reading too, one with careful reasons. Where yours differs, the reason is worth a look; that does not make yours wrong.',
  numbers: 'In numbers',
  measures: {
    overlap: {
      name: 'F1, overlapping',
      text: 'How many of your marks and of those of the reference find one on the other side that has the same kind and shares at least one character. Whoever sees the same passages comes high here, even where the bounds differ.',
    },
    exact: {
      name: 'F1, word for word',
      text: 'The same, but only where beginning and end are exactly alike, too. What lies between this number and the first one is owed to bounds alone.',
    },
    alpha: {
      name: 'Krippendorff’s α',
      text: 'Character by character over the whole text, what is unmarked included: how much less often the two contradict each other than if they had marked by chance. 0 means as chance would have it; below 0, more often than that.',
    },
  },
  scale:
    '1 means alike everywhere. To compare: trained people who marked attributions reached an F1 of 0.69 to 0.72 with each other word for word; on biased sentences experts reached an α of 0.39 to 0.40. Over few articles all three numbers vary a lot.',
  manual: 'How they are computed',
  inArticle: (alike: number, apart: number) =>
    `${alike === 1 ? 'One mark is alike' : `${integer.format(alike)} marks are alike`}; ${apart === 0 ? 'nowhere do the readings part.' : apart === 1 ? 'in one place the readings part.' : `in ${integer.format(apart)} places the readings part.`}`,
  gold: 'Compared with the adjudicated reading (gold).',
  goldReading: 'Gold reading',
  toDesk: 'Open the article with both readings',
  alike: 'What both read alike',
  back: 'To the start page',
  toFeedback: 'Compare with the reference',
  toFeedbackAgain: 'Comparison with the reference',
  own: {
    alike: (alike: number, mine: number) =>
      mine === 0
        ? 'You have marked nothing.'
        : `${integer.format(alike)} of your ${marks(mine).replace('one', '1')} ${alike === 1 ? 'has' : 'have'} the same words and the same kind as in the reference.`,
    kinds: {
      'other-tag': 'Another kind of mark',
      'other-bounds': 'Other bounds',
      'only-mine': 'Only in my reading',
      'only-theirs': 'Only in the reference',
    },
  },
  managed: {
    title: (name: string) => `${name} and the reference`,
    lookAt: (name: string) => `${name}, passage by passage`,
    look: 'Passage by passage',
    alike: (alike: number, mine: number) =>
      mine === 0
        ? 'Nothing is marked here.'
        : `${integer.format(alike)} of ${marks(mine).replace('one', '1')} ${alike === 1 ? 'has' : 'have'} the same words and the same kind as in the reference.`,
    kinds: {
      'other-tag': 'Another kind of mark',
      'other-bounds': 'Other bounds',
      'only-mine': 'Only in this reading',
      'only-theirs': 'Only in the reference',
    },
  },
  setting: 'Feedback',
  settingText:
    'Whoever has finished reading in this round may then look at their own reading beside the reference, passage by passage and with its reasons. That is possible as soon as all that is theirs is done, or the round is closed; whoever looks can no longer change their finished readings of this round. Articles that somebody still reads in another open round stay hidden from them.',
  isOn: 'It is switched on.',
  isOff: 'It is switched off.',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
}
