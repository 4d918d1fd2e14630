/** The words of how somebody wants to read, in German. */

export const settings = {
  sign: 'Aa',
  title: 'Darstellung',
  names: {
    language: 'Sprache',
    theme: 'Farben',
    size: 'Schriftgröße in Prozent',
    measure: 'Zeilenlänge',
    spacing: 'Zeilenabstand',
    labels: 'Namen an Markierungen',
    numbers: 'Zeilennummern',
  },
  choices: {
    language: { de: 'Deutsch', en: 'English' },
    theme: { system: 'wie das Gerät', light: 'hell', dark: 'dunkel' },
    measure: { narrow: 'kurz', normal: 'mittel', wide: 'lang' },
    spacing: { tight: 'eng', normal: 'mittel', loose: 'weit' },
    labels: { off: 'aus', on: 'an' },
    numbers: { off: 'aus', on: 'an' },
  },
  apply: 'Übernehmen',
  keptForAccount: 'Gilt mit diesem Konto auf jedem Gerät.',
  keptInBrowser: 'Gilt in diesem Browser.',
  notKept: 'Der Server ist nicht zu erreichen: Das gilt vorerst nur auf dieser Seite.',
}
