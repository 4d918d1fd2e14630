/** The words of workshops, in German. Those to participants say „du“. */

export const workshops = {
  demonstrationTitle: 'Workshop zur Probe',
  roundTitles: { first: 'Lesen und markieren', second: 'Noch einmal markieren', reference: 'Referenz' },
  phases: {
    lobby: 'Ankommen',
    marking: 'Markieren, jeder für sich',
    neighbours: 'Zu zweit vergleichen',
    together: 'Gemeinsam ansehen',
    'second-marking': 'Noch einmal markieren',
    reference: 'Mit der Referenz vergleichen',
    ended: 'Ende',
  },
}
