/** The words of withdrawing an article, in English. */
import type { withdrawal as german } from './withdrawal-de.ts'

const integer = new Intl.NumberFormat('en')
const many = (n: number, one: string, more: string) => (n === 1 ? one : `${integer.format(n)} ${more}`)
const marks = (n: number) => many(n, '1 mark', 'marks')
const readings = (n: number) => many(n, '1 reading', 'readings')

export const withdrawal: typeof german = {
  title: 'Withdraw an article',
  link: 'Withdraw this article …',
  back: 'Back to the article',
  article: (position) => `Article ${integer.format(position)}`,
  goes: 'What goes',
  text: 'The text and everything that was read, answered and asked about it, in all rounds. This cannot be undone.',
  assignments: (n) => `${many(n, 'One assignment goes', 'assignments go')} too.`,
  nothing: 'Nobody has begun this article yet; no reading is lost.',
  counts: (readingCount, markCount, questions) =>
    `${readings(readingCount)} with ${marks(markCount)}${questions > 0 ? `, ${many(questions, '1 question', 'questions')}` : ''}:`,
  marks,
  reference: 'Reference reading',
  visitors: (n) => `without an account: ${readings(n)}`,
  take: 'Take the whole study along first:',
  stays: 'What stays',
  staysText:
    'The other articles keep their numbers. It is noted who withdrew the article and when, and how many readings went with it. Examples quoted in guidelines, copies of the database, and files that somebody has taken along are not touched.',
  reason: 'Reason (optional)',
  reasonHint: 'Stands in the note that everybody sees who manages the study.',
  known: (readingCount, markCount) =>
    `Yes, ${readings(readingCount)} with ${marks(markCount)} ${readingCount === 1 ? 'is' : 'are'} lost.`,
  unknown: 'This needs the tick: the work of others would be lost here.',
  withdraw: 'Withdraw for good',
  stale:
    'Something has been added about this article in the meantime. Nothing is withdrawn yet; this is how it stands now.',
  withdrawn: (n) => many(n, '1 article withdrawn', 'articles withdrawn'),
  record: (day, name, readingCount, markCount) =>
    `${day}${name ? `, ${name}` : ''}: ${readingCount === 0 ? 'without readings' : `${readings(readingCount)}, ${marks(markCount)}`}`,
}
