/** The measures by name, in the order in which results come, and where each is defined. */

export const MEASURES = [
  'percent-agreement',
  'cohen-kappa',
  'scott-pi',
  'fleiss-kappa',
  'gwet-ac1',
  'krippendorff-alpha',
  'u-alpha',
  'u-alpha-binary',
  'cu-alpha',
  'ku-alpha',
  'alpha-u-1995',
  'gamma',
  'gamma-cat',
  'gamma-k',
  'span-f1',
  'attribute-alpha',
  'part-f1',
] as const
export type MeasureName = (typeof MEASURES)[number]

/** Those that a table of units and values has. The others need stretches of a text. */
export const OF_CODINGS: readonly MeasureName[] = MEASURES.slice(0, MEASURES.indexOf('u-alpha'))
/** Those that need no more than stretches with tags. */
export const OF_CONTINUA: readonly MeasureName[] = MEASURES.slice(0, MEASURES.indexOf('attribute-alpha'))

export const REFERENCES: Readonly<Record<MeasureName, string>> = {
  'percent-agreement': 'Fleiss 1971, eq. 2',
  'cohen-kappa': 'Cohen 1960, eq. 1',
  'scott-pi': 'Scott 1955',
  'fleiss-kappa': 'Fleiss 1971, eq. 7',
  'gwet-ac1': 'Gwet 2008, eq. 5',
  'krippendorff-alpha': 'Krippendorff 2004, p. 230',
  'u-alpha': 'Krippendorff, Mathet, Bouvry & Widlöcher 2016',
  'u-alpha-binary': 'Krippendorff, Mathet, Bouvry & Widlöcher 2016',
  'cu-alpha': 'Krippendorff, Mathet, Bouvry & Widlöcher 2016',
  'ku-alpha': 'Krippendorff, Mathet, Bouvry & Widlöcher 2016',
  'alpha-u-1995': 'Krippendorff 1995',
  gamma: 'Mathet, Widlöcher & Métivier 2015, eq. 8',
  'gamma-cat': 'Mathet 2017',
  'gamma-k': 'Mathet 2017',
  'span-f1': 'Hripcsak & Rothschild 2005',
  'attribute-alpha': 'Krippendorff 2004, p. 230',
  'part-f1': 'Hripcsak & Rothschild 2005',
}
