/** The words of the way through a round, in German. */

const integer = new Intl.NumberFormat('de')

export const flow = {
  activeTimeRule:
    'Gezählt wird nur, wie lange hier jemand handelt oder liest; Pausen über eine Minute nicht. Die Summe sieht, wer die Studie leitet.',
  place: (place: number, articles: number) => `Artikel ${integer.format(place)} von ${integer.format(articles)}`,
  finish: 'Fertig',
  finishAndNext: 'Fertig, nächster Artikel',
  finishKeys: 'Strg ↵',
  finishText: 'Mit „Fertig“ geben Sie Ihre Lesart ab; öffnen lässt sie sich wieder, solange die Runde läuft.',
  nothing: 'Nichts zu markieren',
  nothingText: 'Gelesen und nichts gefunden: Auch das ist ein Ergebnis.',
  open: 'Vor dem Abgeben ist noch zu beantworten:',
  finished: 'Diese Lesart ist abgegeben.',
  skipped: 'Dieser Artikel ist übersprungen.',
  reopen: 'Wieder öffnen',
  leftWaiting: 'In diesem Browser wartet noch, was nicht gespeichert werden konnte.',
  lookAtWaiting: 'Ansehen, senden oder mitnehmen',
  revealed: 'Die Referenzlesart ist jetzt zu sehen, darum bleibt sie, wie sie ist.',
  skip: 'Artikel überspringen …',
  reason: 'Warum wird er übersprungen?',
  skipNow: 'Überspringen',
  next: 'Nächster offener Artikel',
  allDone: 'In dieser Runde ist nichts mehr offen.',
  unfinished: 'Noch nicht fertig',
  nothingMarked: 'In diesem Artikel steht keine Markierung.',
  marksStand: 'In diesem Artikel stehen Markierungen.',
  back: 'Zurück zum Artikel',
}
