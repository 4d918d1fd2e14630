/** The words of searching in an article, in German. */

export const search = {
  open: 'Im Artikel suchen',
  close: 'Suche beenden',
  next: 'Nächste Stelle',
  previous: 'Vorige Stelle',
  place: '{n} von {total}',
  none: 'nicht gefunden',
}
