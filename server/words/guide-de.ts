/** The words of the guide, in German. */

export const guide = {
  title: 'Codebuch',
  version: (n: number) => `Fassung ${n}`,
  tags: 'Was markiert wird',
  guidelines: 'Leitlinien',
  key: 'Taste',
  asks: 'Gefragt wird',
  required: 'wird gebraucht',
  roles: 'Teile',
  passages: (n: number) => (n === 1 ? 'Eine Stelle in den Leitlinien' : `${n} Stellen in den Leitlinien`),
  aboutArticle: 'Fragen zum ganzen Artikel',
  kinds: {
    'one-of': 'eine Antwort',
    'many-of': 'mehrere Antworten möglich',
    'yes-no': 'ja oder nein',
    text: 'in eigenen Worten',
  },
  scale: (min: number, max: number) => `${min} bis ${max}`,
}

/** What the desk says about it. */
export const guideBeside = {
  open: 'Codebuch',
  what: 'Was heißt das?',
  asPage: 'Als Seite',
  search: 'Im Codebuch suchen',
  found: 'Gefunden: {n}',
  nothing: 'Nichts gefunden.',
}
