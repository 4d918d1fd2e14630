/** The words of marking by forms, in English. */
import type { forms as germanForms } from './forms-de.ts'

export const forms: typeof germanForms = {
  toForms: 'Sentence by sentence, with forms',
  toDesk: 'Mark with mouse, keys or finger',
  intro: 'Whole sentences can be marked here with one press, even without scripts.',
  change: 'Change',
  changeTitle: 'Change a mark',
  noAnswer: 'not answered',
  required: 'needed',
  save: 'Save',
  back: 'Back to the sentences',
  changedMeanwhile:
    'This mark has been changed elsewhere in the meantime. What is saved stands here; what you wanted to say is still in the form below. “Save” makes the form count.',
  goneMeanwhile:
    'This mark has been retracted in the meantime. What you wanted to say is still in the form below. “Save” makes a new mark of it.',
}
