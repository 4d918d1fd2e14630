/** Every word of the interface, in German. Functions take what must agree with a number or a name. */

import { account } from './account-de.ts'
import { agreement } from './agreement-de.ts'
import { codebook, reasons } from './codebook-de.ts'
import { document } from './document-de.ts'
import { errors } from './errors-de.ts'
import { exchange } from './exchange-de.ts'
import { feedback } from './feedback-de.ts'
import { flow } from './flow-de.ts'
import { formats } from './formats-de.ts'
import { forms } from './forms-de.ts'
import { guide } from './guide-de.ts'
import { handover } from './handover-de.ts'
import { help } from './help-de.ts'
import { intake } from './intake-de.ts'
import { lists } from './lists-de.ts'
import { profile } from './profile-de.ts'
import { progress } from './progress-de.ts'
import { report } from './report-de.ts'
import { admission, comparison, rounds } from './rounds-de.ts'
import { script } from './script-de.ts'
import { settings } from './settings-de.ts'
import { studies } from './studies-de.ts'
import { team } from './team-de.ts'
import { trial } from './trial-de.ts'
import { wall } from './wall-de.ts'
import { withdrawal } from './withdrawal-de.ts'
import { workshops } from './workshops-de.ts'

const integer = new Intl.NumberFormat('de')

export const de = {
  brand: 'Lesart',
  question: 'Wer spricht hier?',

  switches: { toContent: 'Zum Inhalt' },

  settings,

  home: {
    title: 'Lesart: Wer spricht hier?',
    demonstration: 'Demonstration',
    demonstrationText: (marks: number) =>
      `Ein Artikel, Wort für Wort gelesen. ${integer.format(marks)} Markierungen, eine Lesart. Ihre darf anders ausfallen.`,
    open: 'Artikel öffnen',
    noDemonstration: 'Auf diesem Server liegt noch kein Artikel zur Demonstration.',
    signIn: 'Anmelden',
    signInText: 'Mit einem Konto lässt sich der Artikel markieren.',
    noOwner: 'Dieser Server hat noch kein Konto. Die Adresse dafür steht dort, wo er gestartet wurde.',
    ownWork: 'Eigene Arbeit',
    ownMarks: (marks: number) =>
      marks === 0
        ? 'Noch keine Markierung.'
        : marks === 1
          ? 'Eine Markierung.'
          : `${integer.format(marks)} Markierungen.`,
    signedInAs: 'Angemeldet als',
    signOut: 'Abmelden',
    queue: 'Meine Artikel',
    done: (done: number, articles: number) =>
      `${integer.format(done)} von ${integer.format(articles)} ${articles === 1 ? 'Artikel' : 'Artikeln'} erledigt`,
    begin: 'Anfangen',
    goOn: 'Weiter mit dem nächsten Artikel',
    studies: 'Studien',
    allStudies: 'Studien leiten, neue anlegen',
    studyCount: (articles: number, annotations: number) =>
      `${articles === 1 ? '1 Artikel' : `${integer.format(articles)} Artikel`}, ${annotations === 1 ? '1 Markierung' : `${integer.format(annotations)} Markierungen`}`,
    noThirdParty: 'Dieser Server lädt nichts von Dritten.',
    tags: {
      reporting: 'Die Redaktion sagt etwas, das man prüfen kann.',
      framing: 'Die Redaktion deutet, was sie berichtet.',
      attribution: 'Jemand anderes sagt es. Fett die Quelle, gepunktet das Wort, an dem man es merkt.',
    },
  },

  account,

  handover,

  desk: {
    article: 'Artikel',
    ownShares: 'Meine Lesart, Anteil am Text',
    referenceShares: 'Referenzlesart, Anteil am Text',
    unmarked: 'unmarkiert',
    parts: 'Teile einer Wiedergabe',
    overview: 'Der ganze Artikel',
    margin: 'Markierungen',
    repeatedHere: 'Überschrift, hier wiederholt',
    signInToMark: 'Zum Markieren anmelden',
    readOnly: 'Diese Runde wird nur gelesen.',
    whichReading: 'Welche Lesart',
    own: 'Meine Lesart',
    noReading: 'Ohne Markierungen',
    reference: 'Referenzlesart',
    beside: 'Neben der Referenzlesart',
    readingOf: 'Lesart von {name}',
    withReadingOf: (name: string) => `Neben der Lesart von ${name}`,
    oneOfMany: 'Das ist eine Lesart unter mehreren. Andere Grenzen und andere Namen sind ebenso möglich.',
    end: 'Ende des Artikels.',
    downloadStudy: 'Die ganze Studie als Datei:',
    downloadOwn: 'Die eigenen Markierungen als Datei:',
  },

  flow,

  profile,

  forms,

  document,

  guide,

  questions: {
    title: 'Fragen an die Leitung',
    unanswered: 'Noch ohne Antwort.',
    answer: 'Antwort:',
    toAnswer: 'Antworten',
    toAnswerAgain: 'Noch etwas antworten',
    send: 'Antwort senden',
    asExample: 'Als Beispiel in die Leitlinien',
    asCounterExample: 'als Gegenbeispiel',
    inGuidelines: 'Steht als Beispiel in den Leitlinien',
    exampleGone:
      'Diesen Tag gibt es im Entwurf des Codebuchs nicht mehr, darum steht noch nichts in den Leitlinien. Bitte einen anderen wählen.',
    none: 'Niemand hat etwas gefragt.',
    notInDataset:
      'Fragen und Antworten stehen in keinem Datensatz. Was beantwortet ist, sehen alle, die in der Studie markieren; wer gefragt hat, sehen sie nicht.',
    answered: 'Beantwortete Fragen',
    byOthers: 'Von jemand anderem:',
    reachesAll:
      'Was beantwortet ist, gilt für alle, die in dieser Studie markieren. Wer gefragt hat, steht nicht dabei.',
    noneAnswered: 'Noch ist keine Frage beantwortet.',
    count: (open: number, asked: number) =>
      open === 0 ? `Fragen (${integer.format(asked)})` : `Fragen (${integer.format(open)} ohne Antwort)`,
  },

  help,

  rounds,

  admission,

  comparison,
  feedback,

  studies,
  codebook,

  team,

  lists,

  progress,
  agreement,

  intake,

  script,

  withdrawal,
  workshops,

  errors,

  reasons,

  formats,
  trial,
  wall,
  exchange,
  report,
}
