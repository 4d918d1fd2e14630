/** Numbers in the reader's language; server and browser write them alike. */

/** A share from 0 to 1 as a percentage with one decimal: `63,0 %`, `63.0%`. */
export function formatPercent(share: number, language: string): string {
  const options = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(language, options).format(share)
}
