/** The words of rounds, assignments and admission, in German. */

const integer = new Intl.NumberFormat('de')
const articles = (n: number) => (n === 1 ? '1 Artikel' : `${integer.format(n)} Artikel`)

export const rounds = {
  none: 'In dieser Studie gibt es noch keine Runde.',
  everybody: 'für alle, die annotieren',
  assigned: 'mit Zuweisungen',
  due: (day: string) => `bis ${day}`,
  dueRound: (day: string) => `Diese Runde soll bis ${day} gelesen sein.`,
  overdue: (day: string) => `war fällig am ${day}`,
  toAdmission: 'Zur Zulassung',
  newRound: 'Neue Runde',
  newRoundText:
    'Sie beginnt geschlossen: Erst wird verteilt, wer was liest, dann wird sie geöffnet. In einer Übung sieht man nach jedem abgegebenen Artikel, wo die eigene Lesart von der Referenz abweicht. Eine Referenz macht man aus abgegebenen Lesarten: in einer Runde unter „Referenz machen, mit ihr vergleichen“.',
  title: 'Titel',
  kind: 'Art',
  codebook: 'Fassung des Codebuchs',
  dueOn: 'Fällig am (freiwillig)',
  dueHint: 'Wird denen gezeigt, die lesen. Gesperrt wird dadurch nichts.',
  create: 'Runde anlegen',
  openText: 'Die Runde läuft: Wer in ihr zu lesen hat, kann markieren.',
  closedText: 'Die Runde ist geschlossen: Niemand kann in ihr markieren. Was markiert ist, bleibt.',
  keptText: 'Hier liegen Lesarten, die anderswo entstanden sind; markiert wird in dieser Runde nicht.',
  open: 'Runde öffnen',
  close: 'Runde schließen',
  terms: 'Frist und Zulassung',
  admission: 'Zugelassen wird',
  noAdmission: 'wer annotiert, ohne Bedingung',
  afterTraining: (title: string) => `wer in der Übung „${title}“ die Grenze erreicht`,
  percent: 'Grenze: F1 gegen die Referenz, in Prozent',
  percentHint: 'F1 der Stellen, Treffer bei Überlappung mit gleicher Kategorie, über alle abgegebenen Übungsartikel.',
  save: 'Sichern',
  people: 'Wer liest',
  nobody: 'In dieser Studie annotiert noch niemand.',
  person: 'Person',
  toRead: 'zu lesen',
  begun: 'angefangen',
  done: 'erledigt',
  admitted: 'zugelassen',
  notAdmitted: 'noch nicht zugelassen',
  admit: 'Zulassen',
  admitOne: (name: string) => `${name} zulassen`,
  left: 'nicht mehr dabei',
  comparison: 'Referenz machen, mit ihr vergleichen',
  assignments: 'Zuweisungen',
  unassignedText:
    'Noch ist nichts zugewiesen: Alle, die annotieren, lesen alle Artikel der Studie. Mit dem ersten Plan liest nur noch, wem etwas zugewiesen ist.',
  plan: 'Artikel verteilen …',
  planMore: 'Weitere verteilen …',
  removeOne: (name: string) => `${name} nicht mehr zuweisen`,
  addOne: 'Dazu:',
  add: 'Zuweisen',
  nobodyReads: 'niemand',
  states: {
    new: 'offen',
    'in-progress': 'angefangen',
    finished: 'abgegeben',
    skipped: 'übersprungen',
  },
  changes: 'Was mit den Zuweisungen geschah',
  change: {
    plan: (seed: string, readers: string) => `Plan mit dem Startwert ${seed}, ${readers} je Artikel`,
    add: 'Eine Zuweisung dazu',
    remove: 'Eine Zuweisung weg',
  },
  begunTitle: 'Schon angefangen',
  begunText: (name: string) =>
    `${name} hat diesen Artikel schon angefangen. Ohne Zuweisung geht es dort nicht weiter; was markiert ist, bleibt in den Daten.`,
  removeBegun: 'Trotzdem nicht mehr zuweisen',
  keep: 'Lassen, wie es ist',
  planTitle: 'Artikel verteilen',
  planText:
    'Hier wird nur geplant. Es gilt erst, was unten mit einem Knopf zugewiesen wird; was schon zugewiesen ist, bleibt.',
  readers: 'Leserinnen und Leser je Artikel',
  most: 'Höchstens so viele Artikel je Person (freiwillig)',
  first: 'Von Artikel',
  last: 'Bis Artikel',
  chosen: 'Wer liest mit',
  apart: 'Nie denselben Artikel lesen',
  apartPair: (n: number) => `Paar ${integer.format(n)}`,
  apartAnd: 'und',
  nobodyChosen: '–',
  controls: (n: number) => `Artikel mit Referenzlesart lesen alle (${integer.format(n)})`,
  controlsHint:
    'Sie stehen unerkannt zwischen den anderen; an ihnen lässt sich messen, wie nah jede Lesart der Referenz ist.',
  order: 'Reihenfolge',
  orders: { study: 'wie in der Studie', shuffled: 'für jede Person eine eigene, ausgelost' },
  seed: 'Startwert des Losens',
  seedHint: 'Derselbe Startwert ergibt denselben Plan.',
  show: 'Plan zeigen',
  another: 'Anders auslosen',
  summary: (added: number, count: number) =>
    added === 1
      ? `Eine neue Zuweisung für ${articles(count)}.`
      : `${integer.format(added)} neue Zuweisungen für ${articles(count)}.`,
  allMet: 'Alles geht auf.',
  shortage: {
    people: (count: number, missing: number) =>
      `${articles(count)}: Es sind weniger Personen da als verlangt, es fehlen ${integer.format(missing)} Zuweisungen.`,
    most: (count: number, missing: number) =>
      `${articles(count)}: Die Höchstzahl je Person ist zu niedrig, es fehlen ${integer.format(missing)} Zuweisungen.`,
    apart: (count: number, missing: number) =>
      `${articles(count)}: Die Paare, die nicht zusammen lesen, lassen zu wenige übrig, es fehlen ${integer.format(missing)} Zuweisungen.`,
  },
  cannot: 'Was nicht aufgeht',
  perPerson: 'Je Person',
  standing: 'bisher',
  added: 'neu',
  total: 'zusammen',
  perArticle: 'Je Artikel',
  histogram: (readers: number, count: number) =>
    `${articles(count)} mit ${readers === 1 ? 'einer Person' : `${integer.format(readers)} Personen`}`,
  together: 'Wie viele Artikel zwei gemeinsam lesen',
  wholePlan: 'Der Plan',
  hasReference: 'Referenz',
  assign: 'So zuweisen',
  nothingToAssign: 'Mit diesem Plan kommt nichts dazu.',
  changedMeanwhile:
    'Inzwischen hat jemand anderes die Zuweisungen geändert. Es ist nichts zugewiesen worden; das ist der Plan, wie er jetzt aussähe.',
  faults: {
    missing: 'Bitte ausfüllen.',
    'too-long': 'Das ist zu lang.',
    'too-big': 'Das ist zu lang.',
    unprintable: 'Darin stehen Zeichen, die nicht gehen.',
    'invalid-value': 'Das gibt es hier nicht.',
    unknown: 'Das gibt es hier nicht.',
    'no-day': 'Das ist kein Tag.',
    'no-number': 'Das ist keine ganze Zahl.',
    'out-of-range': 'Diese Zahl geht hier nicht.',
  },
}

export const admission = {
  title: 'Zulassung zu einer Runde',
  rule: (training: string, bound: number) =>
    `In dieser Runde markiert, wer in der Übung „${training}“ der Referenzlesart nahe genug kommt: mit einem F1 von mindestens ${integer.format(bound)} von 100. Gezählt werden Stellen, die sich mit einer Stelle der Referenz unter derselben Kategorie überlappen.`,
  own: (f1: number, count: number) => `Bisher erreicht: ${integer.format(f1)} von 100, in ${articles(count)}.`,
  nothingYet: 'Bisher ist in der Übung noch nichts abgegeben, das sich vergleichen ließe.',
  reached: 'Die Grenze ist erreicht.',
  begin: 'Runde beginnen',
  goOn: 'Der Weg dahin: weitere Übungsartikel lesen und nach jedem ansehen, wo die Referenz anders liest und warum.',
  nothingLeft:
    'In der Übung ist nichts mehr offen. Wer die Studie leitet, kann weitere Übungsartikel zuweisen oder von Hand zulassen.',
  toTraining: 'Zum nächsten Übungsartikel',
  back: 'Zur Startseite',
}

export const comparison = {
  title: 'Vergleich mit der Referenz',
  text: 'F1 der Stellen gegen die Referenzlesart, über alle abgegebenen Artikel, zu denen es eine gibt. Ein Treffer ist eine Überlappung unter derselben Kategorie.',
  none: 'Noch ist kein Artikel abgegeben, zu dem es eine Referenzlesart gibt.',
  articles: 'Artikel',
  f1: 'F1',
  noValue: 'beide ohne Markierung',
  reference: 'Referenz',
  references: (n: number, all: number) =>
    n === 0
      ? 'Unter dieser Fassung des Codebuchs hat noch kein Artikel eine Referenzlesart.'
      : `Unter dieser Fassung des Codebuchs ${n === 1 ? 'hat 1 Artikel' : `haben ${integer.format(n)} Artikel`} von ${integer.format(all)} eine Referenzlesart.`,
  referenceText:
    'Zur Referenz wird, was jemand gelesen und abgegeben hat, am besten in einer eigenen Runde. Kopiert werden Markierungen, Teile, Antworten und Notizen; die Notizen stehen später als Gründe daneben. Die Lesart bleibt, was sie ist. Die Kopie gehört der Studie, auch wenn die Person geht. Hat ein Artikel schon eine Referenz, tritt die Kopie an ihre Stelle; was vorher galt, bleibt in der Geschichte.',
  noAuthors: 'In dieser Runde ist noch nichts abgegeben, was Referenz werden könnte.',
  author: 'Wessen abgegebene Lesarten?',
  handedIn: (name: string, n: number) => `${name}: ${integer.format(n)} abgegeben`,
  takeAsReference: 'Als Referenz nehmen',
}
