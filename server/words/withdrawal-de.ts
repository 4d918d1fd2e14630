/** The words of withdrawing an article, in German. */

const integer = new Intl.NumberFormat('de')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${integer.format(n)} ${more}`)
const marks = (n: number) => many(n, '1 Markierung', 'Markierungen')
const readings = (n: number) => many(n, '1 Lesart', 'Lesarten')

export const withdrawal = {
  title: 'Artikel zurückziehen',
  link: 'Artikel zurückziehen …',
  back: 'Zurück zum Artikel',
  article: (position: number) => `Artikel ${integer.format(position)}`,
  goes: 'Was verschwindet',
  text: 'Der Text und alles, was zu ihm gelesen, geantwortet und gefragt wurde, in allen Runden. Das lässt sich nicht rückgängig machen.',
  assignments: (n: number) => `Auch ${many(n, 'eine Zuweisung entfällt', 'Zuweisungen entfallen')}.`,
  nothing: 'Diesen Artikel hat noch niemand angefangen; es geht keine Lesart verloren.',
  counts: (readingCount: number, markCount: number, questions: number) =>
    `${readings(readingCount)} mit ${many(markCount, '1 Markierung', 'Markierungen')}${questions > 0 ? `, ${many(questions, '1 Frage', 'Fragen')}` : ''}:`,
  marks,
  reference: 'Referenzlesart',
  visitors: (n: number) => `ohne Konto: ${readings(n)}`,
  take: 'Vorher die ganze Studie mitnehmen:',
  stays: 'Was bleibt',
  staysText:
    'Die übrigen Artikel behalten ihre Nummern. Vermerkt wird, wer den Artikel wann zurückgezogen hat und wie viele Lesarten mitgingen. Wörtliche Beispiele in Leitlinien, Kopien der Datenbank und Dateien, die jemand mitgenommen hat, sind nicht betroffen.',
  reason: 'Grund (freiwillig)',
  reasonHint: 'Steht im Vermerk, den alle sehen, die die Studie leiten.',
  known: (readingCount: number, markCount: number) =>
    `Ja, ${readings(readingCount)} mit ${marks(markCount)} ${readingCount === 1 ? 'geht' : 'gehen'} verloren.`,
  unknown: 'Dafür braucht es das Häkchen: Hier ginge die Arbeit anderer verloren.',
  withdraw: 'Endgültig zurückziehen',
  stale: 'Inzwischen ist zu diesem Artikel etwas dazugekommen. Zurückgezogen ist noch nichts; so steht es jetzt.',
  withdrawn: (n: number) => many(n, '1 Artikel zurückgezogen', 'Artikel zurückgezogen'),
  record: (day: string, name: string, readingCount: number, markCount: number) =>
    `${day}${name ? `, ${name}` : ''}: ${readingCount === 0 ? 'ohne Lesarten' : `${readings(readingCount)}, ${marks(markCount)}`}`,
}
