/** The words of the questions about a whole article, in English. */
import type { document as germanDocument, documentAnswers as germanDocumentAnswers } from './document-de.ts'

export const document: typeof germanDocument = {
  title: 'Questions about the whole article',
  given: 'Answers about the whole article',
  save: 'Save the answers',
  changedMeanwhile:
    'These answers have been changed elsewhere meanwhile. What stands here is saved; what you wanted to answer still stands in the form below. “Save the answers” makes the form hold.',
  nothing: 'No answer.',
}

/** What the desk's script says of them. */
export const documentAnswers: typeof germanDocumentAnswers = {
  heading: 'Answers about the whole article',
  changedElsewhere: 'The answers about the article have been changed elsewhere meanwhile',
  required: 'needed',
  none: 'No answer.',
}
