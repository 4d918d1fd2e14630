/** Comma-separated values (RFC 4180, LF). */

export const CSV_MEDIA_TYPE = 'text/csv; charset=utf-8'

/** One row of comma-separated values (RFC 4180, LF), values exact. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\n`
}

function cell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
