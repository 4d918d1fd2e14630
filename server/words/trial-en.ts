/** The words about trying the demonstration without an account, in English. */
import type { trial as german } from './trial-de.ts'

export const trial: typeof german = {
  offer: 'Mark it yourself, without an account and without a name. It counts in no analysis.',
  begin: 'Try without an account',
  without: 'No account',
  kept: 'You are marking without an account, 200 times at most. Your marks count in no analysis and are deleted seven days after the last one.',
  sure: 'Yes, delete everything that I have marked here',
  erase: 'Delete now',
}
