/** The words of studies and their articles, in German. */

const integer = new Intl.NumberFormat('de')

export const studies = {
  title: 'Studien',
  nav: 'Diese Studie',
  overview: 'Überblick',
  articles: 'Artikel',
  import: 'Artikel hinzufügen',
  team: 'Team',
  none: 'Auf diesem Server gibt es noch keine Studie.',
  newStudy: 'Neue Studie',
  newStudyText:
    'Sie beginnt mit einer eigenen Kopie des Codebuchs „Berichten, wiedergeben, rahmen“ und einer ersten Runde.',
  studyTitle: 'Titel',
  description: 'Beschreibung (freiwillig)',
  language: 'Sprache der Artikel',
  languageHint: 'Gilt, wo ein Artikel nichts anderes sagt.',
  create: 'Studie anlegen',
  firstRound: 'Runde 1',
  questions: 'Fragen',
  rounds: 'Runden',
  allRounds: (rounds: number) => `Alle ${integer.format(rounds)} Runden`,
  noRounds: 'Noch keine Runde.',
  open: 'läuft',
  closed: 'geschlossen',
  version: (version: number) => `Fassung ${integer.format(version)}`,
  kinds: {
    training: 'Übung',
    annotation: 'Lesen und Markieren',
    adjudication: 'Schlichtung',
    reference: 'Referenzlesart',
    workshop: 'Workshop',
    demonstration: 'Demonstration',
  },
  takeOut: 'Mitnehmen',
  noArticles: 'In dieser Studie liegt noch kein Artikel.',
  articleCount: (articles: number) => `${integer.format(articles)} Artikel`,
  characters: (length: number) => `${integer.format(length)} Zeichen`,
  length: 'Länge',
  sum: 'Prüfsumme (SHA-256)',
  faults: {
    missing: 'Bitte ausfüllen.',
    'too-long': 'Das ist zu lang.',
    'too-big': 'Das ist zu lang.',
    unprintable: 'Darin stehen Zeichen, die nicht gehen.',
  },
}
