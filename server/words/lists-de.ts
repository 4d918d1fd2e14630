/** The words of lists, in German. */

const integer = new Intl.NumberFormat('de')

export const lists = {
  show: 'Suchen',
  all: 'Alle zeigen',
  hits: (hits: number, total: number) =>
    hits === 0 ? 'Nichts gefunden.' : `${integer.format(hits)} von ${integer.format(total)}`,
  pages: 'Seiten',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  pageOf: (page: number, pages: number) => `Seite ${integer.format(page)} von ${integer.format(pages)}`,
  articles: {
    search: 'In Titeln, Quellen und Texten suchen',
    searchHint: 'Wortanfänge ab drei Buchstaben; Groß- und Kleinschreibung und Akzente zählen nicht.',
    order: 'Reihenfolge',
    orders: { place: 'wie in der Studie', title: 'nach Titel', outlet: 'nach Medium', words: 'längste zuerst' },
    state: 'Stand',
    states: {
      any: 'alle',
      untouched: 'noch nicht angefangen',
      'in-progress': 'in Arbeit',
      done: 'alle Lesarten fertig',
    },
    words: (words: number) => (words === 1 ? '1 Wort' : `${integer.format(words)} Wörter`),
    read: (begun: number, done: number) =>
      begun === 0 ? 'noch ungelesen' : `${integer.format(done)} von ${integer.format(begun)} Lesarten fertig`,
    unentered: (articles: number) =>
      `${integer.format(articles)} Artikel werden noch für die Suche aufbereitet und fehlen solange in der Liste.`,
  },
  rounds: {
    search: 'In den Titeln der Runden suchen',
    count: (rounds: number) => (rounds === 1 ? '1 Runde' : `${integer.format(rounds)} Runden`),
    state: 'Stand',
    states: { any: 'alle', open: 'läuft', closed: 'geschlossen' },
    order: 'Reihenfolge',
    orders: { place: 'wie angelegt', newest: 'neueste zuerst', due: 'nach Frist' },
  },
}
