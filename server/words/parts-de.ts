/** What the desk says about the parts of an attribution, in German. */

export const parts = {
  given: '{role}: „{quote}“.',
  removed: 'Kein Teil mehr ({role}): „{quote}“.',
  next: 'Als Nächstes {role}: Worte wählen, dann {key}.',
  how: 'Worte wählen, dann {key}',
  remove: 'Teil entfernen: „{quote}“',
  cites: 'beruft sich auf',
  chain: 'Kette aus {n} Quellen',
  named: '{role} „{quote}“',
  offered: 'Vorgeschlagen: {parts}. {key} übernimmt.',
  taken: 'Übernommen: {parts}.',
  take: 'Als {role} übernehmen: „{quote}“',
  takeAll: 'Vorschläge übernehmen',
  dismiss: 'Vorschlag verwerfen: „{quote}“',
  /** Why words are proposed, by the rule that found them. */
  reasons: {
    verb: 'Ein Verb des Sagens, und wer bei ihm steht.',
    'as-reported': '„Wie … berichtet“ nennt, von wem es stammt.',
    so: '„so …“ nach dem Gesagten nennt, wer es sagt.',
    according: 'Wendungen wie „laut“ und „nach Angaben“ nennen, wer es sagt.',
    relying: '„unter Berufung auf“ nennt eine weitere Quelle.',
    evidence: 'Was Daten oder Erkenntnisse zeigen, haben andere herausgefunden.',
    colon: 'Der Doppelpunkt kündigt fremde Worte an.',
    distancing: 'Wörter wie „offiziell“ geben das Gesagte jemand anderem.',
    quotation: 'Anführungszeichen.',
    'that-clause': 'Der Nebensatz zum Verb sagt, was gesagt wird.',
    subjunctive: 'Konjunktiv: wiedergegebene Rede.',
    object: 'Was das Verb nennt: das Angebot, die Forderung, die Zahl.',
    list: 'Die Aufzählung nach dem Doppelpunkt.',
    rest: 'Was neben der Redeeinleitung steht.',
  },
}
