/** The words of an article's profile, in German. */

const integer = new Intl.NumberFormat('de')

export const profile = {
  title: 'Wie dieser Artikel spricht',
  back: 'Zurück zum Artikel',
  nothing: 'In dieser Lesart ist noch nichts markiert.',
  along: 'Anteil am Text, Absatz für Absatz',
  alongHint: 'Breite: Zeichen, Fläche: Anteil',
  totals: 'Anteil am ganzen Text',
  tag: 'Art',
  share: 'Anteil',
  covered: 'umfasst',
  rules:
    'Jedes Zeichen zählt einmal, für die innerste Markierung: Diese Anteile ergeben mit „unmarkiert“ zusammen 100 %. „Umfasst“ zählt jedes Zeichen für alle Arten, unter denen es liegt: Wo Markierungen ineinander stehen, kann das zusammen mehr als 100 % ergeben. Verfasserzeile, Bildnachweis, Wiederholtes und Leerraum zählen nicht.',
  asTable: 'Zahlen als Tabelle',
  answered: (answered: number, marks: number, isMany: boolean) =>
    `${integer.format(answered)} von ${integer.format(marks)} ${marks === 1 ? 'Markierung' : 'Markierungen'} beantwortet${isMany ? ', mehrere Antworten je Stelle möglich' : ''}`,
  readings: 'Zwei Lesarten nebeneinander',
  readingsHint: (share: string) =>
    `Der Artikel von links nach rechts. An ${share} der Zeichen gilt eine andere Art, oder nur eine der beiden Lesarten markiert.`,
  kinds: {
    headline: 'Überschrift',
    teaser: 'Vorspann',
    byline: 'Verfasserzeile',
    caption: 'Bildtext',
    credit: 'Bildnachweis',
    heading: 'Zwischentitel',
    paragraph: 'Absatz',
    'list-item': 'Liste',
    quote: 'Zitat',
    repeat: 'Wiederholung',
  },
  characters: (amount: number) => `${integer.format(amount)} Z.`,
  sharesName: (title: string, reading: string, shares: string) => `${title}. ${reading}, Anteile am Text: ${shares}.`,
  readingsName: (mine: string, theirs: string, title: string, share: string) =>
    `${title}. ${mine} und ${theirs}: An ${share} der Zeichen gilt etwas anderes.`,
  passage: 'Stelle',
  charactersHead: 'Zeichen',
  choice: 'Antwort',
  marks: 'Markierungen',
  example: 'Beispiel',
  reading: 'Lesart',
  different: 'verschieden',
  svg: 'Bild (SVG)',
  csv: 'Zahlen (CSV)',
  files: (name: string) => `Dateien: ${name}`,
}
