/** Every word of the interface, in English. */

import { account } from './account-en.ts'
import { agreement } from './agreement-en.ts'
import { codebook, reasons } from './codebook-en.ts'
import { differences } from './differences-en.ts'
import { document, documentAnswers } from './document-en.ts'
import { errors } from './errors-en.ts'
import { exchange } from './exchange-en.ts'
import { feedback } from './feedback-en.ts'
import { flow } from './flow-en.ts'
import { formats } from './formats-en.ts'
import { forms } from './forms-en.ts'
import { guide, guideBeside } from './guide-en.ts'
import { handover } from './handover-en.ts'
import { help } from './help-en.ts'
import { intake } from './intake-en.ts'
import { bounds, cutting, keys, staying, walking } from './keys-en.ts'
import { lists } from './lists-en.ts'
import { parts } from './parts-en.ts'
import { profile } from './profile-en.ts'
import { progress } from './progress-en.ts'
import { report } from './report-en.ts'
import { admission, comparison, rounds } from './rounds-en.ts'
import { search } from './search-en.ts'
import { settings } from './settings-en.ts'
import { studies } from './studies-en.ts'
import { team } from './team-en.ts'
import { touch } from './touch-en.ts'
import { trial } from './trial-en.ts'
import { wall } from './wall-en.ts'
import type { Words } from './words.ts'
import { workshops } from './workshops-en.ts'

const integer = new Intl.NumberFormat('en')

export const en: Words = {
  brand: 'Lesart',
  question: 'Who is speaking?',

  switches: { toContent: 'Skip to content' },

  settings,

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
    queue: 'My articles',
    done: (done, articles) =>
      `${integer.format(done)} of ${integer.format(articles)} ${articles === 1 ? 'article' : 'articles'} done`,
    begin: 'Begin',
    goOn: 'On to the next article',
    studies: 'Studies',
    allStudies: 'Manage studies, make a new one',
    studyCount: (articles, annotations) =>
      `${articles === 1 ? '1 article' : `${integer.format(articles)} articles`}, ${annotations === 1 ? '1 mark' : `${integer.format(annotations)} marks`}`,
    noThirdParty: 'This server loads nothing from third parties.',
    tags: {
      reporting: 'The newsroom says something that can be checked.',
      framing: 'The newsroom interprets what it reports.',
      attribution: 'Somebody else says it. The source in bold, the word that gives it away dotted.',
    },
  },

  account,

  handover,

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
    beside: 'Beside the reference reading',
    readingOf: 'Reading by {name}',
    withReadingOf: (name: string) => `Beside the reading by ${name}`,
    oneOfMany: 'This is one reading among several. Other bounds and other names are just as possible.',
    end: 'End of the article.',
    downloadStudy: 'The whole study as a file:',
    downloadOwn: 'Your own marks as a file:',
  },

  flow,

  profile,

  forms,

  document,

  guide,

  questions: {
    title: 'Questions to the managers',
    unanswered: 'No answer yet.',
    answer: 'Answer:',
    toAnswer: 'Give an answer',
    toAnswerAgain: 'Add to the answer',
    send: 'Send the answer',
    asExample: 'Into the guidelines as an example',
    asCounterExample: 'as a counter-example',
    inGuidelines: 'Stands in the guidelines as an example',
    exampleGone:
      'The draft of the codebook does not have this tag any more, so nothing stands in the guidelines yet. Please choose another one.',
    none: 'Nobody has asked anything.',
    notInDataset:
      'Questions and answers are in no dataset. What has been answered is seen by all who mark in the study; who asked is not.',
    answered: 'Answered questions',
    byOthers: 'From somebody else:',
    reachesAll: 'What has been answered holds for all who mark in this study. Who asked is not said.',
    noneAnswered: 'No question has been answered yet.',
    count: (open, asked) =>
      open === 0 ? `Questions (${integer.format(asked)})` : `Questions (${integer.format(open)} unanswered)`,
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

  script: {
    queue: {
      saved: 'Saved',
      saving: 'Saving …',
      failed: 'Not saved',
      waitingOne: '1 is waiting for a connection',
      waiting: '{n} are waiting for a connection',
      retry: 'Try again',
      signedOut: 'no longer signed in',
      undecided: 'a decision is needed',
      look: 'Look',
      changedElsewhere: 'This mark has been changed elsewhere in the meantime',
      here: 'Here',
      there: 'There',
      keepHere: 'Keep this version',
      takeThere: 'Take this version',
      retracted: 'The mark is taken back.',
      refused: 'The server does not accept this',
      giveTag: 'Save as “{tag}”',
      download: 'Download',
      discard: 'Discard',
      keepsNothing:
        'This browser keeps nothing, perhaps because of a private window. Please close the page only when it says “Saved”.',
      signInAgain: '{name} is no longer signed in. What is not saved yet goes on by itself after signing in.',
      name: 'Name',
      password: 'Password',
      signIn: 'Sign in',
      wrong: 'Name and password do not fit together.',
      another: 'What is waiting here belongs to {name} and is saved only after signing in with that name.',
      'too-many': 'Too many attempts. Please try again later.',
      unreachable: 'The server cannot be reached.',
    },
    undo: {
      undo: 'Undo',
      redo: 'Redo',
      undone: 'Undone: {deed}',
      redone: 'Done again: {deed}',
      elsewhere: '{said} (in “{title}”)',
      undoLost: 'This can no longer be undone, because it has been changed elsewhere: {deed}',
      redoLost: 'This can no longer be done again, because it has been changed elsewhere: {deed}',
      nothingToUndo: 'There is nothing to undo.',
      nothingToRedo: 'There is nothing to do again.',
      deeds: {
        make: 'marked as {tag}, “{quote}”',
        retag: 'tag changed to {tag}, “{quote}”',
        bounds: 'bounds changed, “{quote}”',
        parts: 'parts changed, “{quote}”',
        note: 'note changed, “{quote}”',
        answer: 'answer changed, “{quote}”',
        retract: 'mark taken back, “{quote}”',
        split: 'mark split, “{quote}”',
        merge: 'marks merged, “{quote}”',
        document: 'answer about the article changed, “{question}”',
      },
    },
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
    noteWhereUnsure: 'What makes the passage hard?',
    hardCase: 'hard case',
    parts,
    yes: 'yes',
    no: 'no',
    oneMore: '+1 mark',
    moreMarks: '+{n} marks',
    notes: 'Marks in the order of the text',
    made: 'Marked as {tag}: “{quote}”',
    retracted: 'Mark retracted: “{quote}”',
    notLoaded: 'Without a connection this cannot be opened just now.',
    textDiffers:
      'The text on this page differs from the article, perhaps through a translation. Marking is switched off.',
    endSummary: 'Marks: {n}. Unmarked: {share} of the text.',
    ask: {
      open: 'Ask a question',
      aboutPassage: 'What is unclear about this passage?',
      aboutArticle: 'What is unclear about this article?',
      hint: 'The question goes to those who manage the study. Once it is answered, all who mark here see both, but not who asked; neither is in the dataset.',
      send: 'Send the question',
      cancel: 'Cancel',
      asked: 'The question has been asked.',
    },
    differences,
    documentAnswers,
    activeTime: {
      measured: 'Active time on this page: {n} min.',
      paused: 'Time is not being measured',
      pause: 'Pause',
      resume: 'Measure again',
    },
    guide: guideBeside,
    flow: {
      waiting: 'This goes on as soon as everything is saved …',
      unreachable: 'The server cannot be reached. Nothing is lost; please try again in a moment.',
      unfinished: 'Not finished yet: some questions are open.',
    },
    keys,
    walking,
    search,
    bounds,
    cutting,
    staying,
    touch,
  },

  workshops,

  errors,

  reasons,

  formats,
  trial,
  wall,
  exchange,
  report,
}
