/** The names of formats, in German. */

export const formats = {
  lesart: 'Lesart (JSON Lines, vollständig)',
  csv: 'CSV (eine Markierung je Zeile)',
  xlsx: 'Excel (eine Markierung je Zeile)',
  parquet: 'Parquet (eine Markierung je Zeile)',
  tokens: 'Wörter (je eine Zeile, TSV)',
  sentences: 'Sätze (je eine Zeile, TSV)',
  'label-studio': 'für Label Studio',
  doccano: 'für doccano',
  spacy: 'spaCy (Doc als JSON)',
  prodigy: 'für Prodigy',
  'semeval-2020-11': 'SemEval 2020, Aufgabe 11',
  html: 'Eine Seite zum Lesen und Drucken (HTML)',
}
