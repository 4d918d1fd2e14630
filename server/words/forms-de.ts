/** The words of marking by forms, in German. */

export const forms = {
  toForms: 'Satz für Satz, mit Formularen',
  toDesk: 'Zum Markieren mit Maus, Tasten oder Finger',
  intro: 'Ganze Sätze lassen sich hier mit einem Druck markieren, auch ohne Skripte.',
  change: 'Ändern',
  changeTitle: 'Markierung ändern',
  noAnswer: 'keine Angabe',
  required: 'wird gebraucht',
  save: 'Speichern',
  back: 'Zurück zu den Sätzen',
  changedMeanwhile:
    'Diese Markierung wurde inzwischen an anderer Stelle geändert. Gespeichert ist, was hier steht; was Sie angeben wollten, steht noch im Formular darunter. Mit „Speichern“ gilt das Formular.',
  goneMeanwhile:
    'Diese Markierung wurde inzwischen zurückgenommen. Was Sie angeben wollten, steht noch im Formular darunter. Mit „Speichern“ wird daraus eine neue Markierung.',
}
