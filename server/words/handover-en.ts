/** The words of handing a shared device over, in English. */
import type { handover as germanHandover } from './handover-de.ts'

export const handover: typeof germanHandover = {
  title: 'Hand the device on',
  text: 'What this browser keeps for Lesart will be deleted: what is still to be sent, the history for “Undo”, keys and looks of one’s own. The session ends. What is saved stays on the server.',
  finish: 'Done, hand the device on',
  stay: 'Stay here',
  done: 'Ready for the next person',
  doneText: 'Nothing of the person before is left in this browser.',
  toStart: 'To the start page',
  script: {
    looking: 'Looking whether anything is still to be sent …',
    sending: 'Still to be sent: {n}. It goes by itself …',
    nothing: 'Everything is saved.',
    unsaved: 'Not saved: {n}',
    lost: 'If the device is handed on now, what waits here is lost.',
    offline: 'The server cannot be reached.',
    signedOut: 'It belongs to somebody who is not signed in here.',
    undecided: 'The server does not accept it, or it has been changed elsewhere. That can be decided in the article.',
    inArticle: 'In this article: {n}',
    signIn: 'Sign in',
    retry: 'Try again',
    download: 'Download',
    discard: 'Discard and hand on',
    unreachable:
      'The session cannot be ended now, because the server cannot be reached. Nothing has been deleted; please try again in a moment.',
    refused: 'The browser did not delete everything. Please close all windows of Lesart and try again.',
  },
}
