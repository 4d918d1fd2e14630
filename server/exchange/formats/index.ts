/** The list of formats. */
import type { Format } from '../format.ts'
import { brat } from './brat.ts'
import { casJson } from './cas-json.ts'
import { casXmi } from './cas-xmi.ts'
import { codebook } from './codebook.ts'
import { conll } from './conll.ts'
import { csv } from './csv.ts'
import { doccano } from './doccano.ts'
import { html } from './html.ts'
import { labelStudio } from './label-studio.ts'
import { lesart } from './lesart.ts'
import { parquet } from './parquet.ts'
import { prodigy } from './prodigy.ts'
import { semeval } from './semeval.ts'
import { sentences } from './sentences.ts'
import { spacy } from './spacy.ts'
import { tei } from './tei.ts'
import { tokens } from './tokens.ts'
import { webAnnotation } from './web-annotation.ts'
import { webannoTsv } from './webanno-tsv.ts'
import { xlsx } from './xlsx.ts'

export const FORMATS: readonly Format[] = [
  ...[lesart, csv, xlsx, parquet, tokens, sentences],
  ...[brat, webannoTsv, casXmi, casJson, webAnnotation],
  ...[labelStudio, doccano, conll, tei, spacy, prodigy, semeval, html, codebook],
]

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id)
}
