/** The words of comparing one's readings in a round with the reference, in German. */

const integer = new Intl.NumberFormat('de')
const articles = (n: number) => (n === 1 ? 'einem Artikel' : `${integer.format(n)} Artikeln`)

export const feedback = {
  title: 'Meine Lesart und die Referenz',
  offer:
    'Ihre Lesarten dieser Runde lassen sich jetzt neben die Referenzlesart legen: wo beide gleich sind, wo sie sich trennen, und mit welcher Begründung die Referenz dort anders liest.',
  stands:
    'Was Sie in dieser Runde fertig gelesen haben, bleibt danach, wie es ist: Es lässt sich nicht wieder öffnen, auch wenn die Runde noch läuft oder wieder geöffnet wird.',
  begin: 'Vergleich ansehen',
  held: (n: number) =>
    n === 1
      ? 'Ein Artikel fehlt hier noch: Er ist in einer laufenden Runde noch zu lesen oder zu ändern.'
      : `${integer.format(n)} Artikel fehlen hier noch: Sie sind in einer laufenden Runde noch zu lesen oder zu ändern.`,
  nothing: 'Zu keinem der fertig gelesenen Artikel lässt sich hier eine Referenzlesart zeigen.',
  sides: (theirs: number, count: number) =>
    `Die Referenz hat ${theirs === 1 ? 'eine Markierung' : `${integer.format(theirs)} Markierungen`}, in ${articles(count)}.`,
  oneReading:
    'Auch die Referenz ist eine Lesart, eine sorgfältig begründete. Wo Ihre anders ist, lohnt sich der Blick auf den Grund; falsch ist sie deshalb nicht.',
  numbers: 'In Zahlen',
  measures: {
    overlap: {
      name: 'F1, mit Überschneidung',
      text: 'Wie viele Ihrer Markierungen und der der Referenz auf der anderen Seite eine finden, die dieselbe Art hat und wenigstens ein Zeichen mit ihr teilt. Wer dieselben Stellen sieht, liegt hier hoch, auch wenn die Grenzen anders liegen.',
    },
    exact: {
      name: 'F1, Wort für Wort',
      text: 'Dasselbe, aber nur, wo auch Anfang und Ende genau gleich sind. Der Abstand zur ersten Zahl ist, was allein an den Grenzen liegt.',
    },
    alpha: {
      name: 'Krippendorffs α',
      text: 'Zeichen für Zeichen über den ganzen Text, auch den unmarkierten: wie viel seltener beide sich widersprechen, als wenn sie zufällig markiert hätten. 0 heißt: wie durch Zufall; unter 0: öfter als das.',
    },
  },
  scale:
    '1 heißt überall gleich. Zum Danebenhalten: Geschulte, die Wiedergaben markierten, kamen untereinander Wort für Wort auf ein F1 von 0,69 bis 0,72, bei einseitigen Sätzen kamen Fachleute auf ein α von 0,39 bis 0,40. Über wenige Artikel schwanken alle drei Zahlen stark.',
  manual: 'Wie gerechnet wird (englisch)',
  inArticle: (alike: number, apart: number) =>
    `${alike === 1 ? 'Eine Markierung ist gleich' : `${integer.format(alike)} Markierungen sind gleich`}, ${apart === 0 ? 'nirgends trennen sich die Lesarten.' : apart === 1 ? 'an einer Stelle trennen sich die Lesarten.' : `an ${integer.format(apart)} Stellen trennen sich die Lesarten.`}`,
  gold: 'Verglichen wird mit der geschlichteten Lesart (Gold).',
  goldReading: 'Gold-Lesart',
  toDesk: 'Artikel mit beiden Lesarten öffnen',
  alike: 'Was beide gleich lesen',
  back: 'Zur Startseite',
  toFeedback: 'Mit der Referenz vergleichen',
  toFeedbackAgain: 'Vergleich mit der Referenz',
  own: {
    alike: (alike: number, mine: number) =>
      mine === 0
        ? 'Sie haben nichts markiert.'
        : `${integer.format(alike)} von Ihren ${integer.format(mine)} Markierungen ${alike === 1 ? 'hat' : 'haben'} dieselben Wörter und dieselbe Art wie in der Referenz.`,
    kinds: {
      'other-tag': 'Andere Art der Markierung',
      'other-bounds': 'Andere Grenzen',
      'only-mine': 'Nur in meiner Lesart',
      'only-theirs': 'Nur in der Referenz',
    },
  },
  managed: {
    title: (name: string) => `${name} und die Referenz`,
    lookAt: (name: string) => `${name}, Stelle für Stelle`,
    look: 'Stelle für Stelle',
    alike: (alike: number, mine: number) =>
      mine === 0
        ? 'Hier ist nichts markiert.'
        : `${integer.format(alike)} von ${integer.format(mine)} Markierungen ${alike === 1 ? 'hat' : 'haben'} dieselben Wörter und dieselbe Art wie in der Referenz.`,
    kinds: {
      'other-tag': 'Andere Art der Markierung',
      'other-bounds': 'Andere Grenzen',
      'only-mine': 'Nur in dieser Lesart',
      'only-theirs': 'Nur in der Referenz',
    },
  },
  setting: 'Rückmeldung',
  settingText:
    'Wer in dieser Runde fertig gelesen hat, darf danach die eigene Lesart neben der Referenz ansehen, Stelle für Stelle und mit deren Begründung. Möglich ist das, sobald alles Eigene erledigt oder die Runde geschlossen ist; wer hineinsieht, kann die eigenen fertigen Lesarten dieser Runde nicht mehr ändern. Artikel, die jemand in einer anderen laufenden Runde noch liest, bleiben für diese Person verborgen.',
  isOn: 'Ist eingeschaltet.',
  isOff: 'Ist ausgeschaltet.',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
}
