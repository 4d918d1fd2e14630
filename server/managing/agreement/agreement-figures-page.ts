/** The pictures of a round's agreement, each with the numbers it shows. */
import type { Outcome } from '../../agreement/outcome.ts'
import { type Figure, shareOf } from '../../annotations/profile-figures-page.ts'
import { type Bars, barsPicture, narrowBarsPicture } from '../../charts/bars.ts'
import { type Intervals, intervalsPicture, narrowIntervalsPicture } from '../../charts/intervals.ts'
import type { Look } from '../../charts/look.ts'
import { matrixPicture } from '../../charts/matrix.ts'
import { splitPicture } from '../../charts/split.ts'
import { findTag } from '../../codebook/codebook.ts'
import { tagLook } from '../../codebook/tag-look.ts'
import { formatInteger, formatPercent } from '../../text/numbers.ts'
import type { AgreementFigureName } from './agreement.ts'
import { courseFigure } from './course-figure-page.ts'
import {
  type AgreementSpeech,
  hundredths,
  measuresFigure,
  type Shown,
  scaleOf,
  tagName,
} from './measures-figure-page.ts'
import { placesFigure } from './places-figure-page.ts'

/** A figure by its name; undefined where there is nothing of the kind. */
export function agreementFigure(shown: Shown, name: AgreementFigureName, speech: AgreementSpeech): Figure | undefined {
  const figure = FIGURES[name](shown, speech)
  return figure.rows.length > 0 ? figure : undefined
}

const FIGURES: Readonly<Record<AgreementFigureName, (shown: Shown, speech: AgreementSpeech) => Figure>> = {
  measures: measuresFigure,
  pairs: pairsFigure,
  causes: causesFigure,
  confusions: confusionsFigure,
  people: peopleFigure,
  articles: articlesFigure,
  places: placesFigure,
  course: courseFigure,
}

function pairsFigure({ measured }: Shown, { language, words }: AgreementSpeech): Figure {
  const { annotators } = measured.corpus
  const { pairs } = measured.findings
  return {
    title: words.pairs,
    legend: [],
    picture: matrixPicture({
      name: words.pairs,
      names: annotators,
      cells: pairs
        .filter(({ articles }) => articles > 0)
        .map(({ pair, articles, outcome }) => ({
          pair,
          value: outcome.value,
          words: valueOrDash(outcome, language),
          note: words.sharedArticles(articles),
        })),
    }),
    head: [words.pair, words.value, words.articles, words.why],
    rows: pairs.map(({ pair, articles, outcome }) => [
      `${annotators[pair[0]]} × ${annotators[pair[1]]}`,
      valueOrDash(outcome, language),
      formatInteger(articles, language),
      outcome.reason ? words.reasons[outcome.reason] : '',
    ]),
    exact: [
      ['annotator_1', 'annotator_2', 'articles', 'alpha', 'n', 'reason'],
      ...pairs.map(({ pair, articles, outcome }) => [
        ...[annotators[pair[0]]!, annotators[pair[1]]!, String(articles)],
        ...[String(outcome.value ?? ''), String(outcome.n), outcome.reason ?? ''],
      ]),
    ],
  }
}

function valueOrDash({ value }: Outcome, language: string): string {
  return value === undefined ? '–' : hundredths(value, language)
}

const CAUSES = ['missed', 'boundary', 'label'] as const
const CAUSE_LOOKS: readonly Look[] = [
  { hue: 'other', line: 'solid' },
  { hue: 'other', line: 'dashed' },
  { hue: 'other', line: 'dotted' },
]

function causesFigure({ measured }: Shown, { language, words }: AgreementSpeech): Figure {
  const { causes } = measured.findings
  const all = CAUSES.reduce((sum, cause) => sum + causes[cause], 0)
  const shares = CAUSES.map((cause) => shareOf(causes[cause], all))
  return {
    title: words.causes,
    legend: CAUSES.map((cause, index) => ({ look: CAUSE_LOOKS[index], name: words[cause] })),
    picture: splitPicture({
      id: 'causes',
      name: words.causes,
      parts: CAUSES.map((cause, index) => ({
        look: CAUSE_LOOKS[index]!,
        name: words[cause],
        share: shares[index]!,
        words: formatPercent(shares[index]!, language, 0),
      })),
    }),
    head: [words.causes, words.share, words.counted],
    rows:
      all === 0
        ? []
        : CAUSES.map((cause, index) => [
            words[cause],
            formatPercent(shares[index]!, language, 0),
            formatInteger(causes[cause], language),
          ]),
    exact: [['cause', 'characters'], ...CAUSES.map((cause) => [cause, String(causes[cause])])],
  }
}

function confusionsFigure({ measured, codebook }: Shown, { language, words }: AgreementSpeech): Figure {
  const { confusions } = measured.findings
  const ids = ['', ...measured.corpus.tags]
  const names = ids.map((id) => (id === '' ? words.none : tagName(codebook, id, language)))
  const looks = ids.map((id): Look | undefined => (id === '' ? undefined : tagLook(findTag(codebook, id))))
  const totals = confusions.map((row) => row.reduce((sum, count) => sum + count, 0))
  const used = ids.flatMap((_, place) => (totals[place]! > 0 ? [place] : []))
  const sharesIn = (place: number) => ids.map((_, other) => shareOf(confusions[place]![other]!, totals[place]!))
  const percent = (value: number) => formatPercent(value, language, 0)
  const bars: Bars = {
    id: 'confusions',
    name: words.confusions,
    layers: looks,
    bars: used.map((place) => ({
      name: names[place]!,
      shares: sharesIn(place),
      words: percent(sharesIn(place)[place]!),
    })),
  }
  return {
    title: words.confusions,
    legend: ids.map((_, place) => ({ look: looks[place], name: names[place]! })),
    picture: barsPicture(bars),
    narrow: narrowBarsPicture(bars),
    head: [words.tag, ...names],
    rows:
      measured.corpus.tags.length === 0 ? [] : used.map((place) => [names[place]!, ...sharesIn(place).map(percent)]),
    exact: [
      ['tag', 'other', 'characters'],
      ...ids.flatMap((id, place) => ids.map((other, column) => [id, other, String(confusions[place]![column])])),
    ],
  }
}

/** Values without intervals, one a row. */
function listFigure(
  title: string,
  room: number,
  rows: readonly { name: string; value: number | undefined; note: string }[],
  heads: readonly [name: string, note: string],
  exact: readonly (readonly string[])[],
  { language, words }: AgreementSpeech,
): Figure {
  const written = (value: number | undefined) => (value === undefined ? '–' : hundredths(value, language))
  const intervals: Intervals = {
    name: title,
    room,
    ...scaleOf(
      rows.map(({ value }) => value),
      language,
    ),
    heads: [words.value, heads[1]],
    groups: [{ rows: rows.map(({ name, value, note }) => ({ name, value, words: [written(value), note] })) }],
  }
  return {
    title,
    legend: [],
    picture: intervalsPicture(intervals),
    narrow: narrowIntervalsPicture(intervals),
    head: [heads[0], words.value, heads[1]],
    rows: rows.map(({ name, value, note }) => [name, written(value), note]),
    exact,
  }
}

function peopleFigure({ measured }: Shown, speech: AgreementSpeech): Figure {
  const { annotators } = measured.corpus
  const { pairs, each } = measured.findings
  const rows = annotators.map((name, place) => {
    const others = pairs.filter(({ pair, outcome }) => pair.includes(place) && outcome.value !== undefined)
    return { name, value: each[place], note: formatInteger(others.length, speech.language) }
  })
  const exact = [
    ['annotator', 'mean_alpha', 'pairs'],
    ...rows.map(({ name, value, note }) => [name, String(value ?? ''), note]),
  ]
  return listFigure(
    speech.words.people,
    160,
    byValue(rows),
    [speech.words.person, speech.words.pairCount],
    exact,
    speech,
  )
}

/** So many articles stand in the picture; the table of all is a file. */
const MOST_ARTICLES = 40

function articlesFigure({ measured }: Shown, speech: AgreementSpeech): Figure {
  const rows = measured.articles.map(({ title }, place) => {
    const { value, reason } = measured.findings.articles[place]!
    return { name: title, value, note: reason ? speech.words.reasons[reason] : '' }
  })
  const exact = [
    ['article', 'title', 'alpha', 'n', 'reason'],
    ...measured.articles.map(({ id, title }, place) => {
      const { value, n, reason } = measured.findings.articles[place]!
      return [id, title, String(value ?? ''), String(n), reason ?? '']
    }),
  ]
  const shown = byValue(rows.filter(({ value }) => value !== undefined)).slice(0, MOST_ARTICLES)
  return listFigure(speech.words.articles, 420, shown, [speech.words.article, ''], exact, speech)
}

/** The lowest first: there is something to look at. */
function byValue<R extends { value: number | undefined }>(rows: readonly R[]): R[] {
  return [...rows].sort((a, b) => (a.value ?? 2) - (b.value ?? 2))
}
