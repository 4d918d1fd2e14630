/** The words on the wall, in English. */
import type { wall as german } from './wall-de.ts'

const integer = new Intl.NumberFormat('en')

export const wall: typeof german = {
  title: (workshop) => `Wall: ${workshop}`,
  joinHere: 'Take part: scan, or type this address',
  code: 'Code',
  noName: 'No account, no name. Once scanned, off you go.',
  unreachable:
    'Phones cannot reach this address: the server must listen on the school’s network (--host 0.0.0.0) or know its address (LESART_URL).',
  joined: (joined) => (joined === 1 ? 'is here' : 'are here'),
  marked: (marked) => (marked === 1 ? 'has marked' : 'have marked'),
  phase: (place, of) => `Phase ${place} of ${of}`,
  timeLeft: 'Time',
  timeOver: 'Time is up',
  missing: (missing) =>
    missing === 1
      ? 'One more reading, then the picture shows.'
      : `${integer.format(missing)} more readings, then the picture shows.`,
  markedHint: 'The thicker the bar, the more people marked something here. As what is still covered.',
  coveredHint: 'The picture of the class is covered.',
  views: {
    covered: 'Covered',
    marked: 'Marked',
    apart: 'Where we part',
    change: 'Before, after',
    reference: 'Reference',
    profile: 'Class and reference',
    single: 'Single reading',
  },
  orders: { text: 'in order', apart: 'most disputed', agreed: 'most agreed' },
  single: (place, of) => `${place} of ${of}, the next one`,
  oneReading: 'The reference is one reading, not the right one.',
  differs: 'Bars: so many read it differently.',
  lines: (first, last) => (first === last ? `Line ${first}` : `Lines ${first} to ${last}`),
  nothing: 'Nothing marked',
  class: 'Class',
  reference: 'Reference',
  before: 'before',
  after: 'after',
  moved: (moved, people) =>
    moved === 0 ? 'everybody stayed' : `${integer.format(moved)} of ${integer.format(people)} moved`,
  agreement: 'Agreed',
  apartEnd: 'divided',
  text: 'The article with line numbers',
  walk: (place, of) => `Passage ${place} of ${of}`,
  noPassage: 'No such passage yet',
  previous: 'Previous passage',
  next: 'Next passage',
  question: (place, of) => `Question ${place} of ${of}`,
  nextQuestion: 'Next question',
  freeze: 'Freeze',
  frozen: 'Frozen',
  blank: 'Dark',
  blanked: 'The wall is dark. B or a click shows it again.',
  cut: 'No connection. This is how things last stood.',
}
