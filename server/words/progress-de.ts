/** The words of a study's progress, in German. */

const integer = new Intl.NumberFormat('de')

export const progress = {
  title: 'Fortschritt',
  lead: 'Wer wie weit ist und wie sich das Markieren entwickelt. Das sieht nur, wer die Studie leitet. Gezählt werden Lesarten von Menschen in Übungs- und Leserunden.',
  nothing: 'Noch niemand hat angefangen zu markieren.',
  perArticle: 'Artikel nach ihrem Stand auflisten',
  byArticle: 'Wer ist wo: Artikel und Personen',
  of: (done: number, readers: number) => `${integer.format(done)} von ${integer.format(readers)}`,
  notTheirs: 'nicht zugewiesen',
  standings: 'Wer hat was gelesen',
  rates: 'Markierungen je 1.000 Wörter',
  others: 'Neben den anderen derselben Artikel',
  course: 'Im Lauf der Artikel',
  hints: {
    standings: 'Artikel je Person und Runde.',
    rates: 'Über alle fertigen Lesarten einer Person; Wörter des Textes, der markiert werden kann.',
    others:
      'Nur Artikel, die in derselben Runde noch jemand fertig gelesen hat: die eigenen Markierungen geteilt durch das Mittel der anderen, beides über diese Artikel zusammengezählt. 1,0 heißt: gleich viele. Was außerhalb von ¼ und 4 liegt, steht am Rand. Wer weit weg liegt, markiert anders, nicht unbedingt schlechter; bei wenigen Artikeln streut das stark.',
    course:
      'Die fertigen Artikel in der Reihenfolge, in der sie abgegeben wurden: Anteil jeder Art an den Markierungen.',
  },
  show: 'Zeigen',
  courseOf: (person: string) => `Im Lauf der Artikel: ${person}`,
  person: 'Person',
  round: 'Runde',
  article: 'Artikel',
  articles: 'Artikel',
  words: 'Wörter',
  marks: 'Markierungen',
  finished: 'fertig',
  skipped: 'übersprungen',
  inProgress: 'in Arbeit',
  open: 'offen',
  activeTime: 'aktive Zeit',
  notMeasured: 'nicht gemessen',
  minutes: (minutes: number) => `${integer.format(minutes)} min`,
  doneOf: (done: number, articles: number) => `${integer.format(done)} von ${integer.format(articles)} erledigt`,
  finishedAt: 'abgegeben',
  times: (ratio: string) => `${ratio} ×`,
  unknown: '–',
}
