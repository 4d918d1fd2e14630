/** The names of formats, in German. */

export const formats = {
  lesart: 'Lesart (JSON Lines, vollständig)',
  csv: 'CSV (eine Markierung je Zeile)',
  xlsx: 'Excel (eine Markierung je Zeile)',
  parquet: 'Parquet (eine Markierung je Zeile)',
  tokens: 'Wörter (je eine Zeile, TSV)',
  sentences: 'Sätze (je eine Zeile, TSV)',
  brat: 'für brat (Text und Zeilen dazu)',
  'webanno-tsv': 'für INCEpTION (WebAnno TSV)',
  'cas-xmi': 'für UIMA, DKPro und INCEpTION (XMI)',
  'cas-json': 'für UIMA, DKPro und INCEpTION (JSON)',
  'web-annotation': 'W3C Web Annotations, als JSON-LD',
  'label-studio': 'für Label Studio',
  doccano: 'für doccano',
  conll: 'CoNLL-U Plus (ein Wort je Zeile)',
  tei: 'TEI P5, als XML',
  spacy: 'spaCy (Doc als JSON)',
  prodigy: 'für Prodigy',
  'semeval-2020-11': 'SemEval 2020, Aufgabe 11',
  html: 'Eine Seite zum Lesen und Drucken (HTML)',
  codebook: 'Das Codebuch (JSON)',
}
