/** One row of tab-separated values without quoting: `\t`, `\n`, `\r` and `\\` are escaped, `_` stands for nothing. */
export function tsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\n\r\\]/g, (character) => ESCAPES[character]!)).join('\t')}\n`
}
const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

export const NOTHING = '_'
