/** The words of keys and of the cursor, in English. */
import type {
  bounds as germanBounds,
  cutting as germanCutting,
  keys as germanKeys,
  staying as germanStaying,
  walking as germanWalking,
} from './keys-de.ts'

export const keys: typeof germanKeys = {
  button: 'Keys',
  title: 'Keys',
  lead: 'Letters and digits act while the text has the focus. Shift extends the selection, Alt goes by characters. Click on a key to change it.',
  groups: { walk: 'Walk in the text', select: 'Select', mark: 'Marks', page: 'Page' },
  codebook: 'From the codebook',
  commands: {
    left: 'One word to the left',
    right: 'One word to the right',
    up: 'One line up',
    down: 'One line down',
    'line-start': 'To the start of the line',
    'line-end': 'To the end of the line',
    'text-start': 'To the start of the text',
    'text-end': 'To the end of the text',
    'next-mark': 'To the next mark',
    'previous-mark': 'To the previous mark',
    'next-difference': 'To the next difference',
    'previous-difference': 'To the previous difference',
    word: 'Select the word',
    sentence: 'Select the sentence, then the next one too',
    quotation: 'Select the quotation',
    open: 'Open the card',
    stay: 'Stay with one tag',
    bounds: 'Move the bounds',
    split: 'Split here',
    merge: 'Merge with the next one',
    retract: 'Retract',
    undo: 'Undo',
    redo: 'Redo',
    list: 'List of marks',
    ask: 'Ask the managers a question',
    finish: 'Finish',
    'next-article': 'Next open article',
    leave: 'Leave, close, cancel',
    help: 'Show all keys',
  },
  names: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Enter: 'Enter',
    Delete: 'Del',
    Backspace: 'Backspace',
    Space: 'Space',
    Home: 'Home',
    End: 'End',
  },
  changeKey: '{command}: {key}. Change the key',
  awaited: 'Press a new key …',
  press: 'Press a new key for “{command}”. Esc cancels.',
  none: 'none',
  changed: '“{command}” is on {key} now.',
  taken: '{key} is taken: “{owner}”. Please press another key for “{command}”.',
  codebookHas: '{key} belongs to the codebook here',
  reset: 'reset',
  resetKey: '{command}: reset the key',
  resetAll: 'Reset all keys',
  allReset: 'All keys are as they were at first.',
}

export const walking: typeof germanWalking = {
  hint: 'Arrow keys walk from word to word. ? shows all keys.',
  begins: 'Begin {tag}',
  ends: 'End {tag}',
  selected: '“{quote}” selected',
  mark: '{tag}, {n} of {total}: “{quote}”',
  firstMark: 'There is no mark before.',
  lastMark: 'There is no mark after.',
}

export const bounds: typeof germanBounds = {
  start: 'Start of the mark',
  end: 'End of the mark',
  at: '{edge}: “{quote}”',
  hint: 'Arrow keys move it by a word, with Alt by a character. Enter keeps, Esc cancels.',
}

export const cutting: typeof germanCutting = {
  splitHere: 'Split here',
  merge: 'Merge',
  split: 'Split. Second half, {tag}: “{quote}”',
  merged: 'Merged, {tag}: “{quote}”',
  openFirst: 'Open a mark first.',
  splitHow: 'To split, put the cursor on the word with which the second half begins.',
  mergeHow: 'There is no mark of the same kind after it. Others can be merged when they are selected.',
}

export const staying: typeof germanStaying = {
  button: 'Stay with it',
  chooseNext: 'The kind that is chosen next will stay.',
  each: 'for each selection',
  begun: 'Each selection becomes {tag}. Esc ends it.',
  end: 'End',
  ended: 'Each selection is decided on its own again.',
}
