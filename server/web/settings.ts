/** How somebody wants to read. What is not chosen is as usual, and not kept. */

export const CHOICES = {
  language: ['de', 'en'],
  theme: ['system', 'light', 'dark'],
  /** Of the text, in percent. */
  size: ['90', '100', '115', '130', '150', '175', '200'],
  /** The length of lines. */
  measure: ['narrow', 'normal', 'wide'],
  /** Between lines. */
  spacing: ['tight', 'normal', 'loose'],
  /** The name of the tag where a mark begins. */
  labels: ['off', 'on'],
  /** The numbers of lines beside the text. */
  numbers: ['off', 'on'],
} as const

export type SettingName = keyof typeof CHOICES
export type Settings = { readonly [N in SettingName]?: (typeof CHOICES)[N][number] }
export type AllSettings = Required<Settings>

/** As it is for who has chosen nothing. The language is the browser's then. */
export const USUAL = {
  theme: 'system',
  size: '100',
  measure: 'normal',
  spacing: 'normal',
  labels: 'off',
  numbers: 'off',
} as const satisfies Omit<AllSettings, 'language'>

export const SETTING_NAMES = Object.keys(CHOICES) as readonly SettingName[]
/** Those that the root element says, for the styles. */
export const LOOKS = ['theme', 'size', 'measure', 'spacing', 'labels', 'numbers'] as const

/** Whatever came in → the settings in it that exist, with values that exist. */
export function settingsIn(values: Readonly<Record<string, unknown>>): Settings {
  const known = SETTING_NAMES.flatMap((name) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return CHOICES[name].some((choice) => choice === value) ? [[name, value]] : []
  })
  return Object.fromEntries(known)
}
