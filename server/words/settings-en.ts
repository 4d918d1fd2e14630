/** The words of how somebody wants to read, in English. */
import type { settings as german } from './settings-de.ts'

export const settings: typeof german = {
  sign: 'Aa',
  title: 'Appearance',
  names: {
    language: 'Language',
    theme: 'Colours',
    size: 'Text size in per cent',
    measure: 'Length of lines',
    spacing: 'Space between lines',
    labels: 'Names at the marks',
    numbers: 'Line numbers',
  },
  choices: {
    language: { de: 'Deutsch', en: 'English' },
    theme: { system: 'as the device', light: 'light', dark: 'dark' },
    measure: { narrow: 'short', normal: 'medium', wide: 'long' },
    spacing: { tight: 'narrow', normal: 'medium', loose: 'wide' },
    labels: { off: 'off', on: 'on' },
    numbers: { off: 'off', on: 'on' },
  },
  apply: 'Apply',
  keptForAccount: 'Holds for this account on every device.',
  keptInBrowser: 'Holds in this browser.',
  notKept: 'The server cannot be reached: this holds on this page only, for now.',
}
