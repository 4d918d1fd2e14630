/** How a round agrees from the beginning to the end of the work, as a picture and as numbers. */

import { FEWEST_ARTICLES, type WindowAgreement } from '../../agreement/course.ts'
import type { Figure } from '../../annotations/profile-figures-page.ts'
import { type Course, coursePicture, narrowCoursePicture } from '../../charts/course.ts'
import { dayInWords } from '../../rounds/due.ts'
import { formatInteger } from '../../text/numbers.ts'
import { type AgreementSpeech, hundredths, type Shown, scaleOf } from './measures-figure-page.ts'

export function courseFigure({ measured }: Shown, { language, words }: AgreementSpeech): Figure {
  const { articles, windows } = measured.findings.course
  const momentOf = (place: number) => measured.articles[articles[place]!]!.readAt!
  const dayOf = (place: number) => dayInWords(momentOf(place).slice(0, 10), language)
  const number = (value: number | undefined) => (value === undefined ? '–' : hundredths(value, language))
  const endOf = (at: number, place: number) => ({ at, words: words.articleNumber(place + 1), note: dayOf(place) })
  const course: Course = {
    name: words.course,
    ...scaleOf(
      windows.map(({ outcome, interval }) => interval?.low ?? outcome.value),
      language,
    ),
    points: windows.map(({ from, to, outcome, interval }) => ({
      ...{ at: (from + to) / 2 / articles.length, value: outcome.value, low: interval?.low, high: interval?.high },
    })),
    scale: articles.length === 0 ? [] : [endOf(0, 0), endOf(1, articles.length - 1)],
  }
  return {
    title: words.course,
    legend: [],
    picture: coursePicture(course),
    narrow: narrowCoursePicture(course),
    head: [words.window, words.readFrom, words.readTo, words.value, words.low, words.high, words.why],
    rows: windows.map(({ from, to, outcome, interval }) => [
      ...[`${formatInteger(from + 1, language)}–${formatInteger(to, language)}`, dayOf(from), dayOf(to - 1)],
      ...[number(outcome.value), number(interval?.low), number(interval?.high)],
      outcome.reason ? words.reasons[outcome.reason] : '',
    ]),
    exact: [
      ['first', 'last', 'first_read_at', 'last_read_at', 'alpha', 'low', 'high', 'n', 'reason'],
      ...windows.map((window) => exactRow(window, momentOf)),
    ],
  }
}

function exactRow({ from, to, outcome, interval }: WindowAgreement, momentOf: (place: number) => string): string[] {
  return [
    ...[String(from + 1), String(to), momentOf(from), momentOf(to - 1), String(outcome.value ?? '')],
    ...[String(interval?.low ?? ''), String(interval?.high ?? ''), String(outcome.n), outcome.reason ?? ''],
  ]
}

/** What the picture leaves out, and why there is none. */
export function courseNotes({ measured }: Shown, { words }: AgreementSpeech): string[] {
  const { articles, size, windows } = measured.findings.course
  const left = measured.articles.filter(({ readAt }) => readAt === undefined).length
  return [
    windows.length > 0
      ? words.courseWindows(size, articles.length)
      : words.courseTooFew(articles.length, FEWEST_ARTICLES),
    ...(left > 0 ? [words.courseLeftOut(left)] : []),
  ]
}
