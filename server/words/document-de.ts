/** The words of the questions about a whole article, in German. */

export const document = {
  title: 'Fragen zum ganzen Artikel',
  given: 'Antworten zum ganzen Artikel',
  save: 'Antworten speichern',
  changedMeanwhile:
    'Diese Antworten wurden inzwischen an anderer Stelle geändert. Gespeichert ist, was hier steht; was Sie angeben wollten, steht noch im Formular darunter. Mit „Antworten speichern“ gilt das Formular.',
  nothing: 'Keine Antwort.',
}

/** What the desk's script says of them. */
export const documentAnswers = {
  heading: 'Antworten zum ganzen Artikel',
  changedElsewhere: 'Die Antworten zum Artikel wurden inzwischen anderswo geändert',
  required: 'wird gebraucht',
  none: 'Keine Antwort.',
}
