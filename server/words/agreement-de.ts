/** The words of a round's agreement, in German. */
import { profile } from './profile-de.ts'

const integer = new Intl.NumberFormat('de')

export const agreement = {
  title: 'Übereinstimmung',
  lead: (articles: number, people: number, marks: number) =>
    `${integer.format(articles)} Artikel, ${integer.format(people)} Personen, ${integer.format(marks)} Markierungen. Gezählt werden fertige Lesarten; gelesen wird unter Pseudonymen.`,
  noRound: 'Diese Studie hat noch keine Runde, in der gelesen wird.',
  nothing: 'In dieser Runde ist noch kein Artikel fertig gelesen.',
  onlyOne: 'Noch kein Artikel ist von zwei Personen fertig gelesen: Es gibt nichts zu vergleichen.',
  round: 'Runde',
  show: 'Zeigen',
  hints: {
    measures:
      'Der Punkt ist der Wert, der Strich das 95-%-Intervall über Artikel. Die beiden dünnen Linien stehen bei 0,667 und 0,8, Krippendorffs Rat für vorläufige und für tragende Schlüsse; sie sind keine Noten.',
    pairs: 'α nominal je Paar, darunter die gemeinsamen Artikel. Dunkler heißt ähnlicher.',
    causes: 'Anteile an allen Zeichen, an denen zwei verschieden gelesen haben.',
    confusions:
      'Wo jemand den Tag der Zeile gesetzt hat: Anteil der Zeichen, an denen die anderen den Tag der Spalte haben.',
    people:
      'Mittleres α einer Person mit allen anderen. Wer weit links steht, liest anders; das kann die genauere Lesart sein.',
    articles:
      'α nominal eines Artikels für sich. Bei einem einzelnen Artikel schwankt der Wert stark: ein Anlass, hinzusehen, kein Urteil.',
    places:
      'α nominal innerhalb eines Teils der Artikel; der Zufall ist hier, was in diesem Teil markiert wurde. Anteil: wie viel des gelesenen Textes er ausmacht. Kleine Teile schwanken stark.',
  },
  allAsCsv: 'Alle Zahlen als CSV',
  measures: 'Wie ähnlich sind die Lesarten?',
  characters: 'Zeichen für Zeichen: α nominal',
  unitizing: 'Stellen finden, dann benennen: die uα-Familie',
  spans: 'Stelle für Stelle: F1, Mittel der Paare',
  allTags: 'Alle Tags und „nichts“',
  finding: 'Finden, |uα',
  naming: 'Benennen, cuα',
  f1: {
    exact: 'gleiche Grenzen und Tag',
    dice: 'halb gemeinsam (Dice)',
    overlap: 'irgendeine Überschneidung',
  },
  value: 'Wert',
  perTag: (values: string) => `(k)uα, je Tag, wo beide etwas markiert haben: ${values}.`,
  perTagOf: (tag: string, value: string, coverage: string) => `${tag} ${value} bei ${coverage} Deckung`,
  gamma: {
    title: 'γ: Grenzen und Tags zugleich',
    hint: 'Sucht die beste Zuordnung aller Markierungen und vergleicht sie mit Texten, die wie durch Zufall markiert sind. Das kann Minuten dauern und läuft neben allem anderen her.',
    begin: 'γ messen',
    stop: 'Abbrechen',
    waiting: 'Wartet, bis eine andere Messung fertig ist.',
    running: (done: number, of: number) =>
      of === 0 ? 'Wird gemessen.' : `${integer.format(done)} von ${integer.format(of)} Zuordnungen.`,
    left: (seconds: number) => `Noch etwa ${integer.format(seconds)} Sekunden.`,
    again: 'Stand neu laden',
    failed:
      'Die Messung ist abgebrochen: Sie brauchte zu viel Speicher. Weniger Personen oder Artikel auf einmal helfen.',
    own: 'Eigenes Maß mit eigenem Nullpunkt, nicht mit α zu vergleichen.',
  },
  pairs: 'Wer liest wie wer?',
  sharedArticles: (articles: number) => `${integer.format(articles)} Artikel`,
  causes: 'Woran es liegt, wenn zwei sich trennen',
  missed: 'übersehen',
  boundary: 'andere Grenze',
  label: 'anderer Tag',
  confusions: 'Was die einen so nennen und die anderen anders',
  none: 'nichts',
  people: 'Wer liest anders als die anderen?',
  articles: 'Artikel für Artikel',
  places: 'Wo im Artikel wird gleich gelesen?',
  byKind: 'Nach Art des Absatzes',
  byQuarter: 'Vom Anfang zum Ende',
  blockKinds: profile.kinds,
  quarter: (number: number) => `${number}. Viertel`,
  person: 'Person',
  article: 'Artikel',
  pair: 'Paar',
  pairCount: 'Paare',
  tag: 'Tag',
  measure: 'Maß',
  low: 'von',
  high: 'bis',
  counted: 'n',
  share: 'Anteil',
  why: 'warum kein Wert',
  reasons: {
    'one-annotator': 'weniger als zwei Personen',
    'nothing-shared': 'keine zwei haben dasselbe gelesen',
    'nothing-marked': 'niemand hat etwas markiert',
    'no-variation': 'keine Unterschiede in den Markierungen: Zufall erklärte alles',
    'no-gaps': 'nichts ist unmarkiert',
    'one-tag': 'wo sich Markierungen treffen, gibt es nur einen Tag',
    'no-overlap': 'keine Markierungen treffen sich',
    'missing-values': 'nicht alle haben gleich viele Werte',
    'whole-numbers-needed': 'die Stellen sind keine ganzen Zahlen',
    'no-matches': 'nichts passt zueinander',
    'too-large': 'zu viele Zuordnungen sind möglich',
  },
  passages: 'Wo sich die Lesarten trennen',
  passageOf: (number: number, of: number) =>
    `Stelle ${integer.format(number)} von ${integer.format(of)}, nach Uneinigkeit × Länge`,
  previous: 'Vorige Stelle',
  next: 'Nächste Stelle',
  previousKey: 'Taste P, solange die Stellen den Fokus haben',
  nextKey: 'Taste N, solange die Stellen den Fokus haben',
  toPlace: 'Zum Artikel',
  different: 'verschieden',
  readings: (count: number) => (count === 2 ? 'zwei Lesarten' : `${integer.format(count)} Lesarten`),
  differing: (characters: number) => `${integer.format(characters)} Zeichen`,
  nothingMarked: 'nichts markiert',
  noPassages: 'An keiner Stelle lesen zwei verschieden.',
  hidden: (passages: number) =>
    passages === 1
      ? 'Eine Stelle wird nicht gezeigt: Sie steht in einem Artikel, den Sie in dieser Runde selbst noch lesen.'
      : `${integer.format(passages)} Stellen werden nicht gezeigt: Sie stehen in Artikeln, die Sie in dieser Runde selbst noch lesen.`,
  explained: 'Was die Zahlen sagen',
  explanations: [
    [
      'α (Krippendorff)',
      'Wie viel seltener zwei sich widersprechen, als wenn alle ihre Tags zufällig verteilt hätten: 1 heißt nie, 0 so oft wie durch Zufall. Hier Zeichen für Zeichen; wo Markierungen übereinanderliegen, zählt die innerste, und je Tag wird nur dieser eine gegen alles andere gehalten.',
    ],
    [
      '|uα und cuα',
      'Trennen zwei Fragen: Haben die anderen an derselben Stelle überhaupt etwas markiert (|uα)? Und wo beide etwas markiert haben: denselben Tag (cuα)? (k)uα stellt die zweite Frage für einen Tag; daneben steht, auf welchem Teil des Markierten der Wert ruht.',
    ],
    [
      'γ (Mathet)',
      'Ordnet ganze Markierungen einander zu, auch verschachtelte, und wiegt verschobene Grenzen gegen andere Tags. Anders als α hängt es nicht davon ab, wie lang die Markierungen sind.',
    ],
    [
      'F1',
      'Welcher Anteil der Markierungen eine Entsprechung bei der anderen Person hat. Leicht zu lesen, aber ohne Abzug für Zufall.',
    ],
    [
      'Intervalle',
      'Artikel werden 2.000-mal neu gezogen (Bootstrap, Startwert 1): Die mittleren 95 % der Werte sind das Intervall, ab zehn Artikeln für Schiefe berichtigt (BCa). P ist der Anteil der Ziehungen unter der Marke.',
    ],
  ] as readonly (readonly [string, string])[],
  field: 'Was in diesem Feld erreicht wird',
  fieldHint: 'Werte aus veröffentlichten Arbeiten, zum Danebenhalten.',
  fieldHead: ['Aufgabe', 'Maß', 'Wert'],
  fieldRows: [
    ['einseitige Sätze, Crowd / Fachleute (BABE)', 'α', '0,21 / 0,39–0,40'],
    ['einseitige Wörter, Fachleute (BABE)', 'α je Wort', '0,27–0,32'],
    ['Quelle, Anzeige und Inhalt von Wiedergaben, geschult (PolNeAR)', 'α je Token', '0,75'],
    [
      'Redewiedergabe in Zeitungen 1840–1919: alle / direkt / indirekt / berichtet',
      'α je Token',
      '0,69 / 0,88 / 0,70 / 0,49',
    ],
    ['dieselbe: gleiche Grenzen / Dice ≥ 0,5 / Überschneidung', 'F1', '0,51 / 0,64 / 0,77'],
  ] as readonly (readonly string[])[],
  methods: 'Methodenabsatz',
  methodsHint: 'Aus den Einstellungen dieser Seite gemacht, zum Übernehmen.',
  settings: (samples: string, seed: string, threshold: string) =>
    `Einstellungen: Einheit Zeichen, innerste Markierung gilt, Intervall ${samples} Ziehungen von Artikeln mit Startwert ${seed}, Dice-Schwelle ${threshold}.`,
  command: 'Dieselben Zahlen auf der Kommandozeile',
  commandHint: 'Aus dem ganzen Datensatz der Studie im Format lesart:',
  toExport: 'Zum Export',
  methodsText: (asked: {
    articles: number
    people: number
    marks: number
    method: string
    version: string
    alpha: string
    finding: string
    naming: string
  }) =>
    `Die Übereinstimmung wurde an ${integer.format(asked.articles)} Artikeln und ${integer.format(asked.marks)} Markierungen von ${integer.format(asked.people)} Personen gemessen (nur fertige Lesarten). Krippendorffs α (nominal) wurde Zeichen für Zeichen über den kodierten Text berechnet, Leerraum innerhalb von Absätzen eingeschlossen; wo Markierungen übereinanderlagen, galt die innerste, je Tag wurde zusätzlich binär gemessen (Krippendorff 2004). Finden und Benennen trennt die uα-Familie (Krippendorff, Mathet, Bouvry & Widlöcher 2016). Ergebnis: α ${asked.alpha}, |uα ${asked.finding}, cuα ${asked.naming}. 95-%-Intervalle: Bootstrap über Artikel, 2.000 Ziehungen, Startwert 1, ${asked.method}. Berechnet mit ${asked.version}.`,
  methodNames: { percentile: 'Perzentile', bca: 'BCa' },
  noInterval: 'ohne Intervall (ein Artikel)',
  references: 'Literatur',
}
