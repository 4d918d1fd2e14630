/** The words with which lessons are begun, in German. */

export const lessons = {
  begin: 'Eine Stunde mit einem Klick beginnen',
  beginText:
    'Der Workshop steht danach in der Lobby: mit Artikel, Phasen, Zeit zum Markieren und Fragen. Alles lässt sich vorher allein ausprobieren.',
  signIn: 'Dafür ist ein Konto nötig.',
  names: {
    'who-speaks': 'Wer spricht hier? 45 Minuten',
    'where-we-part': 'Wo wir uns teilen, 45 Minuten',
    twice: 'Zweimal lesen, 90 Minuten',
  },
}
