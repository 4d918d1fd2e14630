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
    pairs: 'α nominal je Paar, darunter die gemeinsamen Artikel. Je kräftiger die Farbe, desto ähnlicher.',
    causes: 'Anteile an allen Zeichen, an denen zwei verschieden gelesen haben.',
    confusions:
      'Wo jemand den Tag neben dem Balken gesetzt hat: als was die anderen dieselben Zeichen markiert haben. Die Zahl ist der Anteil, an dem beide denselben haben.',
    people:
      'Mittleres α einer Person mit allen anderen. Wer weit links steht, liest anders; das kann die genauere Lesart sein.',
    articles:
      'α nominal eines Artikels für sich. Bei einem einzelnen Artikel schwankt der Wert stark: ein Anlass, hinzusehen, kein Urteil.',
    course:
      'α nominal in Fenstern aufeinanderfolgender Artikel, mit 95-%-Intervall. Ein Artikel steht dort, wo die mittlere seiner Lesarten fertig wurde. Benachbarte Fenster teilen Artikel; wer vergleicht, nimmt Fenster, die keinen teilen. Ein Anstieg beweist kein Lernen: Auch andere Artikel oder andere Leute können der Grund sein.',
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
    left: (seconds: number) =>
      seconds < 120
        ? `Noch etwa ${seconds === 1 ? 'eine Sekunde' : `${integer.format(seconds)} Sekunden`}.`
        : `Noch etwa ${integer.format(Math.round(seconds / 60))} Minuten.`,
    parameters: ({
      alpha,
      beta,
      deltaEmpty,
      precision,
      sampler,
      seed,
      samples,
      isPairwise,
    }: {
      alpha: string
      beta: string
      deltaEmpty: string
      precision: string
      sampler: string
      seed: string
      samples: string
      isPairwise: boolean
    }) =>
      `α = ${alpha}, β = ${beta}, Δ∅ = ${deltaEmpty}, ${samples ? `${samples} Stichproben` : 'Stichproben'} (${sampler}) mit Startwert ${seed} für eine Genauigkeit von ${precision}${isPairwise ? ', als Mittel der Paare' : ''}`,
    measuredWith: (parameters: string) => `Gemessen mit ${parameters}.`,
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
  course: 'Vom Anfang bis zum Ende der Arbeit',
  window: 'Artikel in der Reihenfolge',
  readFrom: 'gelesen von',
  readTo: 'gelesen bis',
  articleNumber: (number: number) => `${integer.format(number)}. Artikel`,
  courseWindows: (size: number, articles: number) =>
    `Jedes Fenster hat ${integer.format(size)} von ${integer.format(articles)} Artikeln, die zwei oder mehr gelesen haben.`,
  courseTooFew: (articles: number, fewest: number) =>
    `Ein Verlauf lässt sich erst zeigen, wenn ${integer.format(fewest)} Artikel von zweien oder mehr hier fertig gelesen sind; bis jetzt sind es ${integer.format(articles)}.`,
  courseLeftOut: (articles: number) =>
    articles === 1
      ? 'Ein Artikel fehlt: Wann seine Lesarten fertig wurden, ist nicht bekannt, etwa weil sie importiert sind.'
      : `${integer.format(articles)} Artikel fehlen: Wann ihre Lesarten fertig wurden, ist nicht bekannt, etwa weil sie importiert sind.`,
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
  cited: (works: string) => `Quelle: ${works}`,
  explanations: [
    [
      'α (Krippendorff)',
      'Wie viel seltener zwei sich widersprechen, als wenn alle ihre Tags zufällig verteilt hätten: 1 heißt nie, 0 so oft wie durch Zufall. Hier Zeichen für Zeichen; wo Markierungen übereinanderliegen, zählt die innerste, und je Tag wird nur dieser eine gegen alles andere gehalten. Für Paare, Personen, Artikel, Teile der Artikel und den Verlauf ist es dasselbe Maß, über weniger Text.',
      'Krippendorffs Rat: ab 0,8 tragende, ab 0,667 vorläufige Schlüsse. Für Deutungen im laufenden Text liegen veröffentlichte Werte meist darunter, siehe unten.',
    ],
    [
      '|uα und cuα',
      'Trennen zwei Fragen: Haben die anderen an derselben Stelle überhaupt etwas markiert (|uα)? Und wo beide etwas markiert haben: denselben Tag (cuα)? (k)uα stellt die zweite Frage für einen Tag; daneben steht, auf welchem Teil des Markierten der Wert ruht.',
      'Geschulte an deutschen Zeitungen von 1840 bis 1919: |uα 0,71, cuα 0,84. Ein hohes (k)uα bei kleiner Deckung sagt wenig.',
    ],
    [
      'γ (Mathet)',
      'Ordnet ganze Markierungen einander zu, auch verschachtelte, und wiegt verschobene Grenzen gegen andere Tags. Anders als α hängt es nicht davon ab, wie lang die Markierungen sind.',
      'Hat einen eigenen Nullpunkt und keine Schwellen; nur mit γ unter denselben Gewichten zu vergleichen.',
    ],
    [
      'F1',
      'Welcher Anteil der Markierungen unter demselben Tag eine Entsprechung bei der anderen Person hat: mit gleichen Grenzen, halb gemeinsam (Dice: das Gemeinsame doppelt durch beide Längen, mindestens 0,5) oder mit irgendeiner Überschneidung. Leicht zu lesen, aber ohne Abzug für Zufall.',
      'Inhalte von Wiedergaben, geschult: 0,69–0,72 mit gleichen Grenzen, 0,82–0,83 mit Dice.',
    ],
    [
      'Intervalle',
      'Artikel werden 2.000-mal neu gezogen (Bootstrap, Startwert 1): Die mittleren 95 % der Werte sind das Intervall, ab zehn Artikeln für Schiefe berichtigt (BCa). P ist der Anteil der Ziehungen unter der Marke.',
      'Schmal wird ein Intervall durch mehr Artikel, nicht durch längere: bei fünf reichte es an Zeitungen von 0,40 bis 0,88, bei zwanzig von 0,56 bis 0,80.',
    ],
    [
      'Ursachen und Verwechslungen',
      'Gezählte Zeichen über alle Paare, ohne Abzug für Zufall: übersehen, wo die andere Person nichts mit diesem Tag markiert hat, das die Stelle berührt; andere Grenze, wo sie es anderswo enden lässt; anderer Tag, wo beide markiert haben.',
      'Anteile an dem, was verschieden ist: Sie sagen, woran zu arbeiten ist, nicht wie viel.',
    ],
    [
      'Nur in der CSV: κ von Fleiss, AC1, Anteil des Gleichen; Antworten und Teile',
      'κ und AC1 rechnen den Zufall anders heraus als α; der Anteil des Gleichen rechnet ihn nicht heraus. Antworten werden dort verglichen, wo zwei Markierungen zueinander passen, Quelle, Hinweiswort und Inhalt wie Markierungen.',
      'Als Gegenprobe zu α, nicht als Hauptzahl; AC1 hält stand, wo ein Tag selten ist.',
    ],
  ] as readonly (readonly [string, string, string])[],
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
  methodsText: {
    basis: ({ articles, people, marks, others }: { articles: number; people: number; marks: number; others: number }) =>
      `Die Übereinstimmung wurde an ${articles === 1 ? 'einem Artikel' : `${integer.format(articles)} Artikeln`} mit ${marks === 1 ? 'einer Markierung' : `${integer.format(marks)} Markierungen`} von ${integer.format(people)} Personen gemessen, jeder Artikel von mindestens zweien fertig gelesen${others === 0 ? '' : others === 1 ? ' (ein weiterer, den nur eine Person gelesen hat, trägt nichts bei)' : ` (${integer.format(others)} weitere, die nur eine Person gelesen hat, tragen nichts bei)`}.`,
    measures: (threshold: string) =>
      `Krippendorffs α (nominal) wurde Zeichen für Zeichen über den kodierten Text berechnet, Leerraum innerhalb von Absätzen eingeschlossen; wo Markierungen übereinanderlagen, galt die innerste, je Tag wurde zusätzlich binär gemessen (Krippendorff 2004). Finden (|uα) und Benennen (cuα) trennt die uα-Familie (Krippendorff, Mathet, Bouvry & Widlöcher 2016). F1 vergleicht ganze Markierungen unter demselben Tag, als Mittel der Paare (Hripcsak & Rothschild 2005): mit gleichen Grenzen, mit einem Dice von mindestens ${threshold} und mit irgendeiner Überschneidung.`,
    values: ({ alpha, finding, naming }: { alpha: string; finding: string; naming: string }) =>
      `Ergebnis: α ${alpha}, |uα ${finding}, cuα ${naming};`,
    spans: ({ exact, dice, overlap }: { exact: string; dice: string; overlap: string }) =>
      `F1 ${exact} (gleiche Grenzen), ${dice} (Dice), ${overlap} (Überschneidung).`,
    beside: ({ kappa, ac1, percent }: { kappa: string; ac1: string; percent: string }) =>
      `Zur Gegenprobe, ebenfalls Zeichen für Zeichen: κ ${kappa} und Anteil des Gleichen ${percent} (Fleiss 1971), AC1 ${ac1} (Gwet 2008).`,
    gamma: (settings: string, value: string, cat: string) =>
      `γ (Mathet, Widlöcher & Métivier 2015) und γ-cat (Mathet 2017) mit ${settings}: γ ${value}, γ-cat ${cat}.`,
    intervals: ({ samples, seed, method }: { samples: string; seed: string; method: string }) =>
      `95-%-Intervalle: Bootstrap über Artikel (Efron & Tibshirani 1993), ${samples} Ziehungen, Startwert ${seed}, ${method}.`,
    oneArticle: 'Ein einzelner Artikel lässt kein Intervall über Artikel zu.',
    program: (version: string) => `Berechnet mit ${version}.`,
    without: (reason: string) => `ohne Wert (${reason})`,
  },
  methodNames: { percentile: 'Perzentile', bca: 'BCa', both: 'BCa, wo es sich nicht bestimmen lässt Perzentile' },
  references: 'Literatur',
}
