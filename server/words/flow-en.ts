/** The words of the way through a round, in English. */
import type { flow as german } from './flow-de.ts'

const integer = new Intl.NumberFormat('en')

export const flow: typeof german = {
  activeTimeRule:
    'Only how long somebody acts or reads here is counted; silence of over a minute is not. Who manages the study sees the sum.',
  place: (place, articles) => `Article ${integer.format(place)} of ${integer.format(articles)}`,
  finish: 'Finish',
  finishAndNext: 'Finish, next article',
  finishKeys: 'Ctrl ↵',
  finishText: '“Finish” hands in your reading; it can be opened again as long as the round runs.',
  nothing: 'Nothing to mark',
  nothingText: 'Read and found nothing: that is a result, too.',
  open: 'To be answered before this can be handed in:',
  finished: 'This reading has been handed in.',
  skipped: 'This article has been skipped.',
  reopen: 'Open again',
  leftWaiting: 'Something that could not be saved still waits in this browser.',
  lookAtWaiting: 'Look at it, send it or take it along',
  revealed: 'The reference reading is shown now, so it stays as it is.',
  skip: 'Skip this article …',
  reason: 'Why is it skipped?',
  skipNow: 'Skip',
  next: 'Next open article',
  allDone: 'Nothing is left open in this round.',
  unfinished: 'Not finished yet',
  nothingMarked: 'There is no mark in this article.',
  marksStand: 'There are marks in this article.',
  back: 'Back to the article',
}
