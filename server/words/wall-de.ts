/** The words on the wall, in German. Pupils read them: they say „ihr“ where they address anybody. */

const integer = new Intl.NumberFormat('de')

export const wall = {
  title: (workshop: string) => `Wand: ${workshop}`,
  joinHere: 'Mitmachen: scannen oder diese Adresse eingeben',
  code: 'Code',
  noName: 'Kein Konto, kein Name. Nach dem Scannen kann es losgehen.',
  unreachable:
    'Diese Adresse erreichen Telefone nicht: Der Server muss im Netz der Schule lauschen (--host 0.0.0.0) oder seine Adresse kennen (LESART_URL).',
  joined: (joined: number): string => (joined === 1 ? 'ist dabei' : 'sind dabei'),
  marked: (marked: number): string => (marked === 1 ? 'hat markiert' : 'haben markiert'),
  phase: (place: number, of: number) => `Phase ${place} von ${of}`,
  timeLeft: 'Zeit',
  timeOver: 'Zeit ist um',
  missing: (missing: number) =>
    missing === 1
      ? 'Noch eine Lesart fehlt, dann zeigt sich das Bild.'
      : `Noch ${integer.format(missing)} Lesarten fehlen, dann zeigt sich das Bild.`,
  markedHint: 'Je dicker der Balken, desto mehr haben hier etwas markiert. Als was, bleibt noch verdeckt.',
  coveredHint: 'Das Bild der Klasse ist verdeckt.',
  views: {
    covered: 'Verdeckt',
    marked: 'Markiert',
    apart: 'Wo wir uns teilen',
    change: 'Vorher, nachher',
    reference: 'Referenz',
    profile: 'Klasse und Referenz',
    single: 'Einzelne Lesart',
  },
  orders: { text: 'der Reihe nach', apart: 'am meisten geteilt', agreed: 'am meisten einig' },
  single: (place: number, of: number) => `${place} von ${of}, die nächste`,
  oneReading: 'Die Referenz ist eine Lesart, nicht die richtige.',
  differs: 'Balken: so viele lesen es anders.',
  lines: (first: number, last: number) => (first === last ? `Zeile ${first}` : `Zeile ${first} bis ${last}`),
  nothing: 'Nichts markiert',
  class: 'Klasse',
  reference: 'Referenz',
  before: 'vorher',
  after: 'nachher',
  moved: (moved: number, people: number) =>
    moved === 0 ? 'alle blieben dabei' : `${integer.format(moved)} von ${integer.format(people)} entschieden um`,
  agreement: 'Einig',
  apartEnd: 'geteilt',
  text: 'Der Artikel mit Zeilennummern',
  walk: (place: number, of: number) => `Stelle ${place} von ${of}`,
  noPassage: 'Noch keine solche Stelle',
  previous: 'Vorige Stelle',
  next: 'Nächste Stelle',
  question: (place: number, of: number) => `Frage ${place} von ${of}`,
  nextQuestion: 'Nächste Frage',
  freeze: 'Einfrieren',
  frozen: 'Eingefroren',
  blank: 'Dunkel',
  blanked: 'Die Wand ist dunkel. B oder ein Klick zeigt sie wieder.',
  cut: 'Keine Verbindung. Zu sehen ist der letzte Stand.',
}
