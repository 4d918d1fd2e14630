/** Every word of the interface, in English. */
import type { Words } from './words.ts'

const integer = new Intl.NumberFormat('en')

export const en: Words = {
  brand: 'Lesart',
  question: 'Who is speaking?',

  switches: {
    language: 'Language',
    theme: 'Colours',
    german: 'Deutsch',
    english: 'English',
    light: 'Light',
    dark: 'Dark',
    toContent: 'Skip to content',
  },

  home: {
    title: 'Lesart: who is speaking?',
    demonstration: 'Demonstration',
    demonstrationText: (marks) =>
      `One article, read word by word. ${integer.format(marks)} marks, one reading. Yours may differ.`,
    open: 'Open the article',
    noDemonstration: 'There is no demonstration article on this server yet.',
    signIn: 'Sign in',
    signInText: 'With an account the article can be marked.',
    noOwner: 'This server has no account yet. The address for the first one stands where it was started.',
    ownWork: 'Own work',
    ownMarks: (marks) =>
      marks === 0 ? 'No marks yet.' : marks === 1 ? 'One mark.' : `${integer.format(marks)} marks.`,
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    studies: 'Studies',
    studyCount: (articles, annotations) =>
      `${articles === 1 ? '1 article' : `${integer.format(articles)} articles`}, ${annotations === 1 ? '1 mark' : `${integer.format(annotations)} marks`}`,
    noThirdParty: 'This server loads nothing from third parties.',
    tags: {
      reporting: 'The newsroom says something that can be checked.',
      framing: 'The newsroom interprets what it reports.',
      attribution: 'Somebody else says it. The source in bold, the word that gives it away dotted.',
    },
  },

  account: {
    name: 'Name',
    password: 'Password',
    signInTitle: 'Sign in',
    signIn: 'Sign in',
    wrong: 'Name and password do not match.',
    welcomeTitle: 'Welcome to Lesart',
    welcomeText: 'This server belongs to nobody yet. Whoever chooses a name and a password here will manage it.',
    nameHint: '1 to 80 characters, in any script. No address is needed.',
    passwordHint: 'At least 8 characters.',
    begin: 'Begin',
    faults: {
      missing: 'Please fill this in.',
      'too-long': 'That is too long.',
      'too-short': 'At least 8 characters.',
      unprintable: 'There are characters in it that cannot be used.',
      taken: 'This name is taken.',
    },
  },

  desk: {
    article: 'Article',
    ownShares: 'My reading, share of the text',
    referenceShares: 'Reference reading, share of the text',
    unmarked: 'unmarked',
    parts: 'Parts of an attribution',
    overview: 'The whole article',
    margin: 'Marks',
    repeatedHere: 'Headline, repeated here',
    signInToMark: 'Sign in to mark',
    readOnly: 'This round is for reading only.',
    whichReading: 'Which reading',
    own: 'My reading',
    noReading: 'Without marks',
    reference: 'Reference reading',
    oneOfMany: 'This is one reading among several. Other bounds and other names are just as possible.',
    end: 'End of the article.',
    downloadStudy: 'The whole study as a file:',
    downloadOwn: 'Your own marks as a file:',
  },

  flow: {
    place: (place, articles) => `Article ${integer.format(place)} of ${integer.format(articles)}`,
    finish: 'Finish',
    finishAndNext: 'Finish, next article',
    finishKeys: 'Ctrl ↵',
    finishText: '“Finish” hands in your reading; it can be opened again as long as the round runs.',
    nothing: 'Nothing to mark',
    nothingText: 'Read and found nothing: that is a result, too.',
    open: (questions) =>
      questions === 1
        ? 'One question has to be answered before this can be handed in:'
        : `${integer.format(questions)} questions have to be answered before this can be handed in:`,
    finished: 'This reading has been handed in.',
    skipped: 'This article has been skipped.',
    reopen: 'Open again',
    skip: 'Skip this article …',
    reason: 'Why is it skipped?',
    skipNow: 'Skip',
    next: 'Next open article',
    allDone: 'Nothing is left open in this round.',
    unfinished: 'Not finished yet',
    nothingMarked: 'There is no mark in this article.',
    marksStand: 'There are marks in this article.',
    back: 'Back to the article',
  },

  script: {
    saved: 'Saved',
    saving: 'Saving …',
    failed: 'Not saved',
    retry: 'Try again',
    discard: 'Discard',
    offline: 'No connection to the server.',
    tagAs: 'Mark as',
    retract: 'Retract',
    close: 'Close',
    tag: 'Kind of mark',
    confidence: 'How sure?',
    high: 'high',
    medium: 'medium',
    low: 'low',
    secondTag: 'What would fit too?',
    note: 'Note',
    yes: 'yes',
    no: 'no',
    moreMarks: '+{n} marks',
    made: 'Marked as {tag}: “{quote}”',
    retracted: 'Mark retracted: “{quote}”',
    textDiffers:
      'The text on this page differs from the article, perhaps through a translation. Marking is switched off.',
    endSummary: '{n} marks, {share} of the text unmarked.',
    flow: {
      waiting: 'This goes on as soon as everything is saved …',
      unreachable: 'The server cannot be reached. Nothing is lost; please try again in a moment.',
      unfinished: 'Not finished yet: some questions are open.',
    },
  },

  errors: {
    title: 'That did not work',
    back: 'To the start page',
    malformed: 'The request cannot be read.',
    'too-large': 'That is too large.',
    'unsupported-media-type': 'The request cannot be read in this form.',
    'sign-in': 'Please sign in for that.',
    'foreign-origin': 'The request came from a foreign page and was not carried out.',
    invalid: 'What was given does not fit.',
    'not-found': 'This page does not exist, or not any more.',
    'action-reused': 'Something else has been stored under this id already.',
    'round-closed': 'This cannot be marked: the round is closed, or the article has been finished or skipped.',
    stale: 'The mark has been changed in the meantime.',
    'quote-mismatch': 'Other words stand at this place of the article.',
    'too-many': 'Too many attempts. Please try again later.',
    'storage-full': "The server's storage is full. Nothing was saved.",
    'storage-busy': 'The server is busy. Please try again in a moment.',
    fault: 'Something went wrong in the program. Nothing was saved.',
  },

  formats: {
    lesart: 'Lesart (JSON Lines, complete)',
    csv: 'CSV (one mark a row)',
  },
}
