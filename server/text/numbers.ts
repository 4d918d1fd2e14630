/** Numbers in the reader's language; server and browser write them alike. */

/** A share from 0 to 1 as a percentage, with one decimal where nothing else is said: `63,0 %`, `63.0%`. */
export function formatPercent(share: number, language: string, decimals = 1): string {
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const
  return new Intl.NumberFormat(language, options).format(share)
}
