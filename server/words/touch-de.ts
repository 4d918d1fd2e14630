/** What stands in the sheet under the thumb, in German. */

export const touch = {
  selection: 'Ausgewählte Stelle',
  mark: 'Markierung',
  bar: 'Rückgängig machen und dabei bleiben',
  edges: 'Was die Pfeile verschieben',
  start: 'Anfang',
  end: 'Ende',
  back: { start: 'Anfang ein Wort zurück', end: 'Ende ein Wort zurück' },
  forward: { start: 'Anfang ein Wort weiter', end: 'Ende ein Wort weiter' },
  hold: 'Lange drücken: am anderen Ende',
  sentence: 'Satz',
  meaning: 'Was heißt das?',
  quotation: 'Zitat',
  cancel: 'Abbrechen',
}
