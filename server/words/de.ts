/** Every word of the interface, in German. Functions take what must agree with a number or a name. */

const integer = new Intl.NumberFormat('de')

export const de = {
  brand: 'Lesart',
  question: 'Wer spricht hier?',

  switches: {
    language: 'Sprache',
    theme: 'Farben',
    german: 'Deutsch',
    english: 'English',
    light: 'Hell',
    dark: 'Dunkel',
    toContent: 'Zum Inhalt',
  },

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
    studies: 'Studien',
    studyCount: (articles: number, annotations: number) =>
      `${articles === 1 ? '1 Artikel' : `${integer.format(articles)} Artikel`}, ${annotations === 1 ? '1 Markierung' : `${integer.format(annotations)} Markierungen`}`,
    noThirdParty: 'Dieser Server lädt nichts von Dritten.',
    tags: {
      reporting: 'Die Redaktion sagt etwas, das man prüfen kann.',
      framing: 'Die Redaktion deutet, was sie berichtet.',
      attribution: 'Jemand anderes sagt es. Fett die Quelle, gepunktet das Wort, an dem man es merkt.',
    },
  },

  account: {
    name: 'Name',
    password: 'Passwort',
    signInTitle: 'Anmelden',
    signIn: 'Anmelden',
    wrong: 'Name und Passwort passen nicht zusammen.',
    welcomeTitle: 'Willkommen bei Lesart',
    welcomeText: 'Dieser Server gehört noch niemandem. Wer hier einen Namen und ein Passwort wählt, verwaltet ihn.',
    nameHint: '1 bis 80 Zeichen, in jeder Schrift. Eine Adresse wird nicht gebraucht.',
    passwordHint: 'Mindestens 8 Zeichen.',
    begin: 'Beginnen',
    faults: {
      missing: 'Bitte ausfüllen.',
      'too-long': 'Das ist zu lang.',
      'too-short': 'Mindestens 8 Zeichen.',
      unprintable: 'Darin stehen Zeichen, die nicht gehen.',
      taken: 'Diesen Namen gibt es schon.',
    },
  },

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
    oneOfMany: 'Das ist eine Lesart unter mehreren. Andere Grenzen und andere Namen sind ebenso möglich.',
    end: 'Ende des Artikels.',
    downloadStudy: 'Die ganze Studie als Datei:',
    downloadOwn: 'Die eigenen Markierungen als Datei:',
  },

  flow: {
    place: (place: number, articles: number) => `Artikel ${integer.format(place)} von ${integer.format(articles)}`,
    finish: 'Fertig',
    finishAndNext: 'Fertig, nächster Artikel',
    finishKeys: 'Strg ↵',
    finishText: 'Mit „Fertig“ geben Sie Ihre Lesart ab; öffnen lässt sie sich wieder, solange die Runde läuft.',
    nothing: 'Nichts zu markieren',
    nothingText: 'Gelesen und nichts gefunden: Auch das ist ein Ergebnis.',
    open: (questions: number) =>
      questions === 1
        ? 'Vor dem Abgeben ist noch eine Frage zu beantworten:'
        : `Vor dem Abgeben sind noch ${integer.format(questions)} Fragen zu beantworten:`,
    finished: 'Diese Lesart ist abgegeben.',
    skipped: 'Dieser Artikel ist übersprungen.',
    reopen: 'Wieder öffnen',
    skip: 'Artikel überspringen …',
    reason: 'Warum wird er übersprungen?',
    skipNow: 'Überspringen',
    next: 'Nächster offener Artikel',
    allDone: 'In dieser Runde ist nichts mehr offen.',
    unfinished: 'Noch nicht fertig',
    nothingMarked: 'In diesem Artikel steht keine Markierung.',
    marksStand: 'In diesem Artikel stehen Markierungen.',
    back: 'Zurück zum Artikel',
  },

  /** What the desk's script says: plain text, handed to it with the page. */
  script: {
    saved: 'Gespeichert',
    saving: 'Speichert …',
    failed: 'Nicht gespeichert',
    retry: 'Noch einmal versuchen',
    discard: 'Verwerfen',
    offline: 'Keine Verbindung zum Server.',
    tagAs: 'Markieren als',
    retract: 'Zurücknehmen',
    close: 'Schließen',
    tag: 'Art der Markierung',
    confidence: 'Wie sicher?',
    high: 'hoch',
    medium: 'mittel',
    low: 'niedrig',
    secondTag: 'Was würde auch passen?',
    note: 'Notiz',
    yes: 'ja',
    no: 'nein',
    moreMarks: '+{n} Markierungen',
    made: '{tag} markiert: „{quote}“',
    retracted: 'Markierung zurückgenommen: „{quote}“',
    textDiffers:
      'Der Text auf dieser Seite weicht vom Artikel ab, vielleicht durch eine Übersetzung. Markieren ist ausgeschaltet.',
    endSummary: '{n} Markierungen, {share} des Textes ohne Markierung.',
    flow: {
      waiting: 'Es geht weiter, sobald alles gespeichert ist …',
      unreachable: 'Der Server ist nicht zu erreichen. Nichts ist verloren; bitte gleich noch einmal versuchen.',
      unfinished: 'Noch nicht fertig: Einige Fragen sind offen.',
    },
  },

  errors: {
    title: 'Das ging nicht',
    back: 'Zur Startseite',
    malformed: 'Die Anfrage ist nicht lesbar.',
    'too-large': 'Das ist zu groß.',
    'unsupported-media-type': 'In dieser Form lässt sich die Anfrage nicht lesen.',
    'sign-in': 'Dafür ist eine Anmeldung nötig.',
    'foreign-origin': 'Die Anfrage kam von einer fremden Seite und wurde nicht ausgeführt.',
    invalid: 'Die Angaben passen nicht.',
    'not-found': 'Diese Seite gibt es nicht, oder nicht mehr.',
    'action-reused': 'Unter dieser Kennung ist schon etwas anderes gespeichert.',
    'round-closed':
      'Hier kann nicht markiert werden: Die Runde ist geschlossen, oder der Artikel ist abgegeben oder übersprungen.',
    stale: 'Die Markierung wurde inzwischen geändert.',
    'quote-mismatch': 'An dieser Stelle des Artikels stehen andere Worte.',
    'too-many': 'Zu viele Versuche. Bitte später noch einmal.',
    'storage-full': 'Der Speicher des Servers ist voll. Es wurde nichts gespeichert.',
    'storage-busy': 'Der Server ist gerade beschäftigt. Bitte gleich noch einmal versuchen.',
    fault: 'Im Programm ist ein Fehler aufgetreten. Es wurde nichts gespeichert.',
  },

  formats: {
    lesart: 'Lesart (JSON Lines, vollständig)',
    csv: 'CSV (eine Markierung je Zeile)',
  },
}
