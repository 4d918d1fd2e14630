/** The words of signing in and of one’s own account, in German. */

export const account = {
  title: 'Konto',
  name: 'Name',
  password: 'Passwort',
  signInTitle: 'Anmelden',
  signIn: 'Anmelden',
  wrong: 'Name und Passwort passen nicht zusammen.',
  welcomeTitle: 'Willkommen bei Lesart',
  welcomeText: 'Dieser Server gehört noch niemandem. Wer hier einen Namen und ein Passwort wählt, verwaltet ihn.',
  nameHint: '1 bis 80 Zeichen, in jeder Schrift. Eine Adresse wird nicht gebraucht.',
  passwordHint: 'Mindestens 8 Zeichen.',
  begin: 'Beginnen',
  faults: {
    missing: 'Bitte ausfüllen.',
    'too-long': 'Das ist zu lang.',
    'too-short': 'Mindestens 8 Zeichen.',
    unprintable: 'Darin stehen Zeichen, die nicht gehen.',
    taken: 'Diesen Namen gibt es schon.',
  },
}
