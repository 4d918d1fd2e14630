/** Numbers in the reader's language; server and browser write them alike. */

/** A share from 0 to 1 as a percentage, with one decimal where nothing else is said: `63,0 %`, `63.0%`. */
export function formatPercent(share: number, language: string, decimals = 1): string {
  const options = { style: 'percent', minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const
  return formatOf(language, options).format(share)
}

/** A whole number: `1.000`, `1,000`. */
export function formatInteger(count: number, language: string): string {
  return formatOf(language, {}).format(count)
}

/** To make one costs far more than to use it, and a table has thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>()

function formatOf(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(language, options)
  formats.set(key, format)
  return format
}
