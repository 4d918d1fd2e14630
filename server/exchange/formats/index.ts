/** The list of formats. */
import type { Format } from '../format.ts'
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
import { tokens } from './tokens.ts'
import { xlsx } from './xlsx.ts'

export const FORMATS: readonly Format[] = [
  ...[lesart, csv, xlsx, parquet, tokens, sentences],
  ...[labelStudio, doccano, spacy, prodigy, semeval, html],
]

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id)
}
