/** The words of two readings beside each other and of where they part, in German. */

export const differences = {
  heading: 'Wo die Lesarten auseinandergehen',
  none: 'Beide Lesarten markieren dieselben Wörter auf dieselbe Art.',
  mine: 'Meine Lesart',
  notMarked: 'nicht so markiert',
  place: 'Unterschied {n} von {total}',
  one: '1 Unterschied',
  total: '{total} Unterschiede',
  next: 'Nächster Unterschied',
  previous: 'Voriger Unterschied',
  last: 'Kein weiterer Unterschied',
  first: 'Kein Unterschied davor',
  side: '{tag} „{quote}“',
  kinds: {
    'other-tag': 'Andere Art der Markierung',
    'other-bounds': 'Andere Grenzen',
    'only-mine': 'Nur in meiner Lesart',
    'only-theirs': 'Nur in der anderen Lesart',
  },
}
