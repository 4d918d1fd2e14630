/** Every word of the interface, in English. */

import { account } from './account-en.ts'
import { agreement } from './agreement-en.ts'
import { codebook, reasons } from './codebook-en.ts'
import { document } from './document-en.ts'
import { errors } from './errors-en.ts'
import { exchange } from './exchange-en.ts'
import { feedback } from './feedback-en.ts'
import { flow } from './flow-en.ts'
import { formats } from './formats-en.ts'
import { forms } from './forms-en.ts'
import { guide } from './guide-en.ts'
import { handover } from './handover-en.ts'
import { help } from './help-en.ts'
import { intake } from './intake-en.ts'
import { lists } from './lists-en.ts'
import { profile } from './profile-en.ts'
import { progress } from './progress-en.ts'
import { report } from './report-en.ts'
import { admission, comparison, rounds } from './rounds-en.ts'
import { script } from './script-en.ts'
import { settings } from './settings-en.ts'
import { studies } from './studies-en.ts'
import { team } from './team-en.ts'
import { trial } from './trial-en.ts'
import { wall } from './wall-en.ts'
import { withdrawal } from './withdrawal-en.ts'
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
