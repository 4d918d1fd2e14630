/** A key in words. */

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
}

/** A key as it is printed on keyboards: `Ctrl+Shift+z` → „Strg Umschalt Z“. */
export function keyName(key: string, words: Readonly<Record<string, string>>): string {
  const names: Readonly<Record<string, string>> = { ...SIGNS, ...words }
  const [, modifiers = '', last = ''] = /^((?:Ctrl\+|Alt\+|Shift\+)*)(.+)$/.exec(key) ?? []
  const shown = [...last].length === 1 ? last.toUpperCase() : last
  return [...modifiers.split('+').slice(0, -1), shown].map((one) => names[one] ?? one).join(' ')
}
