/** The words with which lessons are begun, in English. */
import type { lessons as german } from './lessons-de.ts'

export const lessons: typeof german = {
  begin: 'Begin a lesson with one press',
  beginText:
    'The workshop then waits in its lobby: with article, phases, time for marking and questions. All of it can be tried alone before.',
  signIn: 'This needs an account.',
  names: {
    'who-speaks': 'Who speaks here? 45 minutes',
    'where-we-part': 'Where we part, 45 minutes',
    twice: 'Reading twice, 90 minutes',
  },
}
