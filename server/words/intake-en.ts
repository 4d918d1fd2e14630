/** The words of bringing articles in, in English. The command line says what stands against a file too. */
import type { intake as german } from './intake-de.ts'

export const intake: typeof german = {
  faults: {
    empty: () => 'The file is empty.',
    'too-large': () => 'The file is too large.',
    'too-many-articles': (most) => `There are more than ${most} articles in the file.`,
    'too-long': (most) => `The text is longer than ${most} characters.`,
    'title-too-long': (most) => `A title is longer than ${most} characters.`,
    'no-text': () => 'There is no text in the file.',
    binary: () => 'This is no text file.',
    compressed: () => 'The file is compressed; unpack it first.',
    dataset: () => 'This is a Lesart dataset; it goes in by the command line: lesart import.',
    'other-encoding': () => 'The file is not UTF-8.',
    'wrong-encoding': () => 'The file cannot be read in this encoding.',
    'unknown-encoding': (name) => `There is no encoding “${name}”.`,
    'lone-surrogate': () => 'Half of a character stands alone in the text.',
    'not-csv': (reason) => `The table cannot be read: ${reason}`,
    'not-json': () => 'This line is no JSON object.',
    'no-body-column': (columns) => `No column is plainly the text; there are: ${columns}`,
    'no-such-column': (column) => `There is no column “${column}”.`,
    'empty-body': (column) => `The column “${column}” is empty here.`,
    'takes-too-long': () => 'The file is too large or too deeply nested to be read.',
    'not-understood': () => 'The file cannot be read.',
  },
}
