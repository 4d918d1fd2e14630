/** The words of bringing articles in, in German. */

export const intake = {
  faults: {
    empty: () => 'Die Datei ist leer.',
    'too-large': () => 'Die Datei ist zu groß.',
    'too-many-articles': (most: string) => `In der Datei stehen mehr als ${most} Artikel.`,
    'too-long': (most: string) => `Der Text ist länger als ${most} Zeichen.`,
    'title-too-long': (most: string) => `Ein Titel ist länger als ${most} Zeichen.`,
    'no-text': () => 'In der Datei ist kein Text zu finden.',
    binary: () => 'Das ist keine Textdatei.',
    compressed: () => 'Die Datei ist gepackt. Bitte vorher entpacken.',
    dataset: () => 'Das ist ein Lesart-Datensatz. Er geht über die Befehlszeile hinein: lesart import.',
    'other-encoding': () => 'Die Datei ist nicht in UTF-8.',
    'wrong-encoding': () => 'In dieser Zeichenkodierung ist die Datei nicht lesbar.',
    'unknown-encoding': (name: string) => `Eine Zeichenkodierung „${name}“ ist nicht bekannt.`,
    'lone-surrogate': () => 'Ein Zeichen im Text ist nur halb da.',
    'not-csv': (reason: string) => `Die Tabelle ist nicht lesbar: ${reason}`,
    'not-json': () => 'Diese Zeile ist kein JSON-Objekt.',
    'no-body-column': (columns: string) => `Keine Spalte ist am Namen als Text zu erkennen. Es gibt: ${columns}`,
    'no-such-column': (column: string) => `Eine Spalte „${column}“ gibt es nicht.`,
    'empty-body': (column: string) => `Die Spalte „${column}“ ist hier leer.`,
    'takes-too-long': () => 'Die Datei ist zu verschachtelt oder zu groß, um sie zu lesen.',
    'not-understood': () => 'Die Datei ist nicht lesbar.',
  },
}
