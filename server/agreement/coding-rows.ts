/** The rows of the measures that need nothing but values: over positions of a text or over units of a table. */
import { against, type Coding } from './coding.ts'
import { cohenKappa } from './cohen-kappa.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gwetAc1 } from './gwet-ac1.ts'
import { krippendorffAlpha, type Level } from './krippendorff-alpha.ts'
import type { MeasureName } from './measures.ts'
import { percentAgreement } from './percent-agreement.ts'
import { byPair, type Row } from './rows.ts'
import { scottPi } from './scott-pi.ts'

type CodingRows = (coding: Coding, annotators: readonly string[], level: Level, numbers: readonly number[]) => Row[]

export const CODING_ROWS = {
  'percent-agreement': (coding) => [{ estimate: percentAgreement(coding) }],
  'cohen-kappa': (coding, annotators) => byPair(annotators, (pair) => cohenKappa(coding, pair)),
  'scott-pi': (coding, annotators) => byPair(annotators, (pair) => scottPi(coding, pair)),
  'fleiss-kappa': (coding) => [{ estimate: fleissKappa(coding) }],
  'gwet-ac1': (coding) => [{ estimate: gwetAc1(coding) }],
  'krippendorff-alpha': (coding, _, level, numbers) => [
    { variant: level, estimate: krippendorffAlpha(coding, level, numbers) },
  ],
} as const satisfies Partial<Record<MeasureName, CodingRows>>

/** Values of units by annotators, without a text. */
export interface CodingTable {
  readonly annotators: readonly string[]
  /** The values, as they stand in the table. */
  readonly categories: readonly string[]
  /** What they stand for, ascending; at the nominal level nothing. */
  readonly numbers: readonly number[]
  readonly coding: Coding
}

/** The rows of a measure over a table; where it is defined so, also of each category against all others. */
export function tableRows({ annotators, categories, numbers, coding }: CodingTable, level: Level) {
  return (measure: MeasureName): Row[] => {
    const rowsOf: CodingRows = CODING_ROWS[measure as keyof typeof CODING_ROWS]
    const rows = rowsOf(coding, annotators, level, numbers)
    const isPerCategory = measure === 'fleiss-kappa' || (measure === 'krippendorff-alpha' && level === 'nominal')
    if (!isPerCategory) return rows
    return [
      ...rows,
      ...categories.flatMap((tag, category) =>
        rowsOf(against(coding, category), annotators, level, []).map((row) => ({ ...row, tag })),
      ),
    ]
  }
}
