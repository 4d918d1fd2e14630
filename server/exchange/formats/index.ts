/** The list of formats. */
import type { Format } from '../format.ts'
import { csv } from './csv.ts'
import { lesart } from './lesart.ts'

export const FORMATS: readonly Format[] = [lesart, csv]

export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id)
}
