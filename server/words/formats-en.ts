/** The names of formats, in English. */
import type { formats as german } from './formats-de.ts'

export const formats: typeof german = {
  lesart: 'Lesart (JSON Lines, complete)',
  csv: 'CSV (one mark a row)',
  xlsx: 'Excel (one mark a row)',
  parquet: 'Parquet (one mark a row)',
  tokens: 'Tokens (a row each, TSV)',
  sentences: 'Sentences (a row each, TSV)',
  brat: 'for brat (text and lines beside it)',
  'webanno-tsv': 'for INCEpTION (WebAnno TSV)',
  'cas-xmi': 'for UIMA, DKPro and INCEpTION (XMI)',
  'cas-json': 'for UIMA, DKPro and INCEpTION (JSON)',
  'web-annotation': 'W3C Web Annotations, as JSON-LD',
  'label-studio': 'for Label Studio',
  doccano: 'for doccano',
  conll: 'CoNLL-U Plus (a token a line)',
  tei: 'TEI P5, as XML',
  spacy: 'spaCy (Doc as JSON)',
  prodigy: 'for Prodigy',
  'semeval-2020-11': 'SemEval 2020, task 11',
  html: 'A page to read and print (HTML)',
  codebook: 'The codebook (JSON)',
}
