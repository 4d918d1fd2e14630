/** The words of what a workshop prints, in German: the report, and the sheet for those without a phone. */

const integer = new Intl.NumberFormat('de')

export const report = {
  title: 'Bericht aus dem Workshop',
  heading: 'Wie wir diesen Artikel gelesen haben',
  back: 'Zur Leitung des Workshops',
  print: 'Drucken: zwei Seiten A4, auch schwarz-weiß.',
  paper: 'Der Artikel auf Papier, mit Zeilennummern',
  page: (page: number) => `Seite ${page} von 2`,
  summary: (marked: number, day: string) =>
    `${integer.format(marked)} ${marked === 1 ? 'Lesart' : 'Lesarten'}, ${day}. Ohne Namen. Je länger der Balken, desto mehr haben die Zeile so markiert.`,
  simulated: 'Zur Probe: Ein Teil der Lesarten ist simuliert.',
  missing: (missing: number) =>
    `Für ein Bild fehlen noch ${integer.format(missing)} ${missing === 1 ? 'Lesart' : 'Lesarten'}: Von weniger ließe sich auf einzelne schließen.`,
  tooLong: (lines: number) =>
    `Der Artikel hat ${integer.format(lines)} Zeilen und passt nicht auf diese Seite. Die Balken stehen in ihrer Reihenfolge, von der ersten bis zur letzten; der Text lässt sich für sich drucken.`,
  line: 'Zeile',
  all: (people: number) => `alle ${integer.format(people)}`,
  disputed: 'Wo wir uns am meisten teilen',
  agreed: 'Wo wir uns am meisten einig sind',
  agreedBy: (count: number, people: number) => `${integer.format(count)} von ${integer.format(people)}`,
  nothingDisputed: 'An keiner Stelle sind zwei oder mehr anderer Ansicht.',
  shares: 'Wie der Artikel spricht: Klasse und Referenz',
  sharesAlone: 'Wie der Artikel spricht, nach der Klasse',
  oneReading: 'Die Referenz ist eine Lesart, nicht die richtige.',
  agreement: 'Wie einig wir uns sind',
  alpha: (alpha: string) => `α = ${alpha}`,
  interval: (low: string, high: string) => `mit 95 % Sicherheit zwischen ${low} und ${high}`,
  agreementText:
    '1 heißt: Alle haben jedes Zeichen gleich markiert. 0 heißt: nicht mehr Übereinstimmung, als der Zufall brächte. Wo es um Deutung geht, liegen auch Geübte oft unter 0,5. Uneinigkeit ist hier kein Fehler, sondern der Anlass zum Gespräch.',
  agreementSource:
    'Krippendorffs α über alle Zeichen; das Intervall beruht auf den Absätzen dieses einen Artikels und ist entsprechend grob.',
  noAlpha: 'Dafür lässt sich hier keine Zahl angeben.',
  change: 'Vorher und nachher',
  changed: (moved: number, people: number) =>
    `Von ${integer.format(people)}, die zweimal markiert haben, ${moved === 1 ? 'hat' : 'haben'} ${integer.format(moved)} nach dem Gespräch an mindestens einer Stelle umentschieden.`,
  move: (people: number, from: string, to: string) => `${integer.format(people)}: ${from} → ${to}`,
  questions: 'Fragen',
  notes: 'Notizen',
  dataset: 'Die Markierungen als Datensatz:',
  sheet: 'Deine Lesart auf einem Blatt',
  sheetTitle: 'Deine Lesart',
  sheetPrint: 'Lässt sich auf einer Seite drucken.',
  sheetMarks: 'Im Text stehen deine Markierungen.',
  sheetBars: 'Je länger der Balken, desto mehr haben die Zeile so markiert.',
  sheetOnPaper: 'Gedruckt steht neben jeder Zeile, wie viele sie wie markiert haben.',
  sheetAlone: 'Die Klasse kommt dazu, wenn sie gemeinsam angesehen wird.',
  you: 'Du',
  paperTitle: 'Wer spricht hier?',
  paperTask:
    'Unterstreiche im Text und schreibe die Zahl an den Rand. Eine Stelle darf mehrere Linien haben; was zu nichts passt, bleibt frei.',
  paperNumbers: 'Die Zeilen sind dieselben wie an der Wand.',
}
