/** The words of signing in and of one’s own account, in English. */
import type { Words } from './words.ts'

export const account: Words['account'] = {
  title: 'Account',
  name: 'Name',
  password: 'Password',
  signInTitle: 'Sign in',
  signIn: 'Sign in',
  wrong: 'Name and password do not match.',
  welcomeTitle: 'Welcome to Lesart',
  welcomeText: 'This server belongs to nobody yet. Whoever chooses a name and a password here will manage it.',
  nameHint: '1 to 80 characters, in any script. No address is needed.',
  passwordHint: 'At least 8 characters.',
  begin: 'Begin',
  faults: {
    missing: 'Please fill this in.',
    'too-long': 'That is too long.',
    'too-short': 'At least 8 characters.',
    unprintable: 'There are characters in it that cannot be used.',
    taken: 'This name is taken.',
  },
}
