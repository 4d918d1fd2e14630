/** What people are told where something did not work, in English. */
import type { errors as german } from './errors-de.ts'

export const errors: typeof german = {
  title: 'That did not work',
  back: 'To the start page',
  malformed: 'The request cannot be read.',
  'too-large': 'That is too large.',
  'unsupported-media-type': 'The request cannot be read in this form.',
  'sign-in': 'Please sign in for that.',
  'foreign-origin': 'The request came from a foreign page and was not carried out.',
  invalid: 'What was given does not fit.',
  'not-found': 'This page does not exist, or not any more.',
  membershipEnded: 'You do not mark in this study any more.',
  'action-reused': 'Something else has been stored under this id already.',
  'round-closed': 'This cannot be marked: the round is closed, or the article has been finished or skipped.',
  stale: 'The mark has been changed in the meantime.',
  'quote-mismatch': 'Other words stand at this place of the article.',
  'nothing-to-write':
    'In this format nothing would be left of what was chosen: nobody has read any of it yet, or its text is not there.',
  'too-many': 'Too many attempts. Please try again later.',
  'too-many-visitors':
    'Many have begun without an account within the last hour. Please try again later, or with an account.',
  'too-many-marks': 'Without an account there can be no more marks.',
  'storage-full': "The server's storage is full. Nothing was saved.",
  'storage-busy': 'The server is busy. Please try again in a moment.',
  fault: 'Something went wrong in the program. Nothing was saved.',
}
